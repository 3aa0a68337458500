import { byCodeUnit } from '../shared/code-unit-order.ts'
import { formKey } from './analyse.ts'
import { isReplaced, type NearTerm, slipsMost } from './lexicon.ts'
import { lookUp } from './look-up.ts'
import type { MatchIndex, Slot } from './match.ts'
import type { TextClause } from './model.ts'
import type { Name } from './names.ts'
import type { MetRun } from './requirements.ts'
import { SHORT_WORD } from './slips.ts'
import type { TitleTable } from './titles.ts'
import { theWord } from './word-forms.ts'

/** Titles that must have what is offered instead, or papers that must have a lone word. */
const KNOWN_LEAST = 2

/** The query as it may have been meant, where its words are no sure slips; null if nothing suggests another. */
export function offerOther(
  q: string,
  { runs, finds }: { runs: MetRun[]; finds: boolean },
  index: MatchIndex,
  titles: TitleTable,
): string | null {
  const other =
    nearestName(runs, index) ??
    nearestPair(runs, index, titles) ??
    (finds ? null : nearestWord(runs, index))
  return other && q.slice(0, other.place.start) + other.term + q.slice(other.place.end)
}

interface Other {
  place: Slot['place']
  term: string
}

/** A near word that makes a name of a topic with its neighbours: "casual inference". */
function nearestName(runs: MetRun[], { lexicon, names }: MatchIndex): Other | null {
  for (const { requirements, spans } of runs) {
    const slots = requirements.flatMap(({ slot }) => slot ?? [])
    const words = slots.map(({ word }) => word)
    for (const [at, { word, required, place, sought }] of slots.entries()) {
      const isNamed = spans.some(({ first, last }) => first <= at && at <= last)
      const least = sought.length === 0 ? SHORT_WORD - 1 : SHORT_WORD
      if (!required || isNamed || word.length < least) continue
      const near = lexicon
        .near(word, slipsMost(word))
        // Another form of the word finds the same.
        .filter(({ term }) => formKey(term) !== formKey(word))
        .find(({ term }) =>
          names
            .find(words.with(at, term))
            .some(
              ({ first, last, name }) =>
                first < last && first <= at && at <= last && isTopicName(name),
            ),
        )
      if (near) return { place, term: near.term }
    }
  }
  return null
}

/** Whether a topic is called so, and not only sought so. */
function isTopicName({ term, further, isEveryday }: Name): boolean {
  return term.startsWith('#') && further === undefined && !isEveryday
}

/** A near word that stands beside its neighbour in more titles than papers have both words: "neutral network". */
function nearestPair(runs: MetRun[], index: MatchIndex, titles: TitleTable): Other | null {
  const found = runs.flatMap(({ requirements, spans }) => {
    const slots = requirements.flatMap(({ slot }) => slot ?? [])
    return slots.slice(1).flatMap((_, first) => {
      const pair = slots.slice(first, first + 2)
      const words = pair.map(({ word }) => word)
      const isNamed = spans.some((span) => span.first <= first + 1 && span.last >= first)
      if (isNamed || !pair.every(({ required, scope }) => required && scope === null)) return []
      const least = Math.max(KNOWN_LEAST, papersWith(words, null, index).length + 1)
      return pair.flatMap(({ word, place }, at) =>
        likely(word, index.lexicon.near(word, 1)).flatMap(({ term }) => {
          const count = titlesWith(words.with(at, term), index, titles)
          return count < least ? [] : [{ count, place, term }]
        }),
      )
    })
  })
  return found.sort((a, b) => b.count - a.count || byCodeUnit(a.term, b.term))[0] ?? null
}

/** How many titles have two words side by side, in any form. */
function titlesWith(words: string[], index: MatchIndex, titles: TitleTable): number {
  const [first, second] = words.map(formKey)
  return papersWith(words, 'title', index).filter((paper) => {
    const keys = titles.of(paper).words.map(({ term }) => formKey(term))
    return keys.some((key, at) => key === first && keys[at + 1] === second)
  }).length
}

/** The papers that have two words, in any form. */
function papersWith(
  words: string[],
  scope: TextClause['scope'],
  { search, lexicon }: MatchIndex,
): number[] {
  const [first, second] = words.map((word) =>
    lookUp(search, lexicon.forms(formKey(word)).flatMap(theWord), scope),
  )
  return [...(first?.keys() ?? [])].filter((paper) => second?.has(paper))
}

/** What a word that may be another by itself is taken for all the same: one with a letter more or less. */
function likely(word: string, near: readonly NearTerm[]): NearTerm[] {
  return word.length < SHORT_WORD ? [] : near.filter(({ term }) => !isReplaced(term, word))
}

/** A word near a lone one that no paper has and that is too uncertain a slip to be mended: "qwn", "qwem". */
function nearestWord(runs: MetRun[], { lexicon, otherWords }: MatchIndex): Other | null {
  const [slot, ...others] = runs.flatMap(({ requirements }) =>
    requirements.flatMap(({ slot }) => slot ?? []),
  )
  if (!slot || others.length > 0 || otherWords.has(formKey(slot.word))) return null
  if (slot.sought.length > 0 || slot.word.length < SHORT_WORD - 1) return null
  const near = lexicon
    .near(slot.word, 1)
    .find(({ term }) => term.length >= SHORT_WORD && lexicon.papersWith(term) >= KNOWN_LEAST)
  return near ? { place: slot.place, term: near.term } : null
}
