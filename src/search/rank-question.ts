import { formKey } from './analyse.ts'
import type { IndexField } from './index-files.ts'
import { QUESTION_LENGTH } from './match.ts'
import { beliefInParaphrases } from './paraphrases.ts'
import type { Ranked } from './rank.ts'
import { isCounted, type Met, type Requirement } from './requirements.ts'

/** How likely a word that stands there is meant as asked: a long text has many by chance. */
const BELIEF: Record<IndexField, number> = { title: 0.9, abstract: 0.6, topics: 0.6 }
/** What a paper with only some of the words must have at least: a share of what was asked, and a number of words. */
const SHARE_MIN = 0.25
const WORDS_MIN = 2
const SOME_MOST = 20

/** Whether so many words are asked for that hardly a paper has all, and one that has them by chance. */
export function isQuestion(requirements: Requirement[]): boolean {
  return requirements.filter(({ slot }) => slot !== null).length >= QUESTION_LENGTH
}

/**
 * The papers that answer a question, best first: a paper's score is the sum over the words of how rare each is
 * times how likely the paper means it. Independent signs of one word add up as probabilities do.
 */
export function rankByQuestion(
  requirements: Requirement[],
  pass: (paper: number) => boolean,
): Ranked[] {
  const scores = new Map<number, { score: number; lacking: number; fuzzy: boolean }>()
  const required = requirements.filter((one) => one.required)
  const asked = new Set<string>()
  for (const one of requirements.filter(isCounted)) {
    // A word that is repeated says nothing new.
    const key = one.slot ? formKey(one.slot.word) : one.asked
    const isNew = !asked.has(key)
    asked.add(key)
    for (const [paper, met] of one.papers) {
      const before = scores.get(paper) ?? { score: 0, lacking: required.length, fuzzy: false }
      if (isNew) before.score += one.rarity * beliefIn(one, met)
      if (one.required) {
        before.lacking--
        before.fuzzy ||= met.fuzzy
      }
      scores.set(paper, before)
    }
  }
  const whole = required.reduce((sum, { rarity }) => sum + rarity, 0)
  const found = [...scores].flatMap(([paper, { score, lacking, fuzzy }]): Ranked[] => {
    const isSome = lacking > 0
    const isTooFew = required.length - lacking < WORDS_MIN || score < SHARE_MIN * whole
    if ((isSome && isTooFew) || !pass(paper)) return []
    return [{ paper, match: isSome ? 'some' : fuzzy ? 'fuzzy' : 'all', score }]
  })
  found.sort((a, b) => b.score - a.score || a.paper - b.paper)
  let some = 0
  return found.filter(({ match }) => match !== 'some' || some++ < SOME_MOST)
}

/** How likely a paper means a word as asked, from 0 to 1. */
function beliefIn({ sought }: Requirement, { terms, paraphrases }: Met): number {
  let belief = 0
  for (const [term, fields] of Object.entries(terms)) {
    const of = sought.get(term)
    if (!of) continue
    const sure = of.how === 'form' ? 1 : of.weight
    belief = Math.max(belief, ...fields.map((field) => BELIEF[field] * sure))
  }
  return 1 - (1 - belief) * (1 - beliefInParaphrases(paraphrases ?? 0))
}
