import { formKey } from './analyse.ts'
import type { IndexField } from './index-files.ts'
import type { MatchIndex } from './match.ts'
import { beliefInParaphrases } from './paraphrases.ts'
import type { Ranked } from './rank.ts'
import { isCounted, type Met, type Requirement } from './requirements.ts'

/** How likely a word that stands there is meant as asked: a long text has many by chance. */
const BELIEF: Record<IndexField, number> = { title: 0.9, abstract: 0.6, topics: 0.6 }
/** How much of what its topic answers a paper is taken to answer, and the share of its score that is worth telling. */
const OF_TOPIC = 0.6
const TOLD_SHARE = 0.25
/** What a paper with only some of the words must have at least: a share of what was asked, and a number of words. */
const SHARE_MIN = 0.28
const WORDS_MIN = 2
const SOME_MOST = 20

/**
 * The papers that answer a question, best first: a paper's score is the sum over the words of how rare each is
 * times how likely the paper means it, and a part of the same sum for its best topic. Independent signs of one
 * word add up as probabilities do.
 */
export function rankByQuestion(
  requirements: Requirement[],
  index: MatchIndex,
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
  const byTopic = scoreTopics(requirements.filter(isCounted), index)
  const whole = required.reduce((sum, { rarity }) => sum + rarity, 0)
  const found = [...scores].flatMap(([paper, { score: own, lacking, fuzzy }]): Ranked[] => {
    const isSome = lacking > 0
    const best = byTopic.get(paper)
    const ofTopic = OF_TOPIC * (best?.score ?? 0)
    const score = own + ofTopic
    const isTooFew = required.length - lacking < WORDS_MIN || score < SHARE_MIN * whole
    if ((isSome && isTooFew) || !pass(paper)) return []
    const match = isSome ? 'some' : fuzzy ? 'fuzzy' : 'all'
    return [
      { paper, match, score, ...(best && ofTopic >= TOLD_SHARE * score && { topic: best.topic }) },
    ]
  })
  found.sort((a, b) => b.score - a.score || a.paper - b.paper)
  let some = 0
  return found.filter(({ match }) => match !== 'some' || some++ < SOME_MOST)
}

/** For each paper that of its main topics which answers most, by what readers ask of it. */
function scoreTopics(
  asked: Requirement[],
  { topicParaphrases, papersAbout }: MatchIndex,
): Map<number, { topic: number; score: number }> {
  const rarities = new Map<string, number>()
  for (const { slot, rarity } of asked)
    if (slot && slot.scope === null) rarities.set(formKey(slot.word), rarity)
  const keys = [...rarities].map(([key, weight]) => ({ key, weight }))
  const best = new Map<number, { topic: number; score: number }>()
  for (const [topic, counts] of topicParaphrases.find(keys, { share: 0, free: true })) {
    const score = counts.reduce(
      (sum, count, at) => sum + (keys[at]?.weight ?? 0) * beliefInParaphrases(count),
      0,
    )
    for (const paper of papersAbout[topic] ?? [])
      if (score > (best.get(paper)?.score ?? 0)) best.set(paper, { topic, score })
  }
  return best
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
