import { byCodeUnit } from './code-unit-order.ts'
import type { Paper } from './model.ts'
import {
  type Phrase,
  phraseReader,
  spellPhrase,
  type WordedText,
  wholePhrases,
  wordedText,
} from './phrases.ts'
import { nameFinder } from './proper-names.ts'

/** Papers of the group that must use a word. */
const PAPERS_MIN = 2

/**
 * Words and compounds that a group of papers uses more often than all papers do, most typical first: by Dunning's
 * log-likelihood ratio (1993) of document counts. In the spelling of their first occurrence; only names and acronyms
 * keep capitals.
 */
export function typicalWords(group: Paper[], all: Paper[], most: number): string[] {
  const { phrasesOf, papersWith, isName } = phrasesAmong(all)
  const inGroup = new Map<string, { phrase: Phrase; papers: number }>()
  for (const paper of group)
    for (const [key, phrase] of phrasesOf.get(paper) ?? []) {
      const entry = inGroup.get(key) ?? { phrase, papers: 0 }
      entry.papers++
      inGroup.set(key, entry)
    }
  const ranked = [...inGroup]
    .filter(([key, { papers }]) => papers >= PAPERS_MIN && key.length > 2 && !/^\d/.test(key))
    .map(([key, { phrase, papers }]) => ({
      ...phrase,
      ratio: surprise(papers, group.length, papersWith.get(key) ?? papers, all.length),
    }))
    .filter(({ ratio }) => ratio > 0)
    .sort((a, b) => b.ratio - a.ratio || byCodeUnit(a.key, b.key))
  return wholePhrases(ranked, most).map((phrase) => spellPhrase(phrase, isName))
}

interface Phrases {
  /** The phrases of each paper by their keys. */
  phrasesOf: Map<Paper, Map<string, Phrase>>
  /** How many papers have a phrase. */
  papersWith: Map<string, number>
  isName: (word: string) => boolean
}

const known = new WeakMap<Paper[], Phrases>()

function phrasesAmong(all: Paper[]): Phrases {
  const cached = known.get(all)
  if (cached) return cached
  const texts = all.map(({ title, abstract }) => wordedText(`${title}\n${abstract}`))
  const reader = phraseReader(texts)
  const phrasesOf = new Map<Paper, Map<string, Phrase>>()
  const papersWith = new Map<string, number>()
  for (const [index, paper] of all.entries()) {
    const own = new Map<string, Phrase>()
    for (const phrase of reader.read(texts[index] as WordedText))
      if (!own.has(phrase.key)) own.set(phrase.key, phrase)
    for (const key of own.keys()) papersWith.set(key, (papersWith.get(key) ?? 0) + 1)
    phrasesOf.set(paper, own)
  }
  const phrases = { phrasesOf, papersWith, isName: nameFinder(all) }
  known.set(all, phrases)
  return phrases
}

/** 2 · k · ln(k / expected) + the same for the rest; 0 when the word is not over-represented. */
function surprise(inGroup: number, group: number, inAll: number, all: number): number {
  const expected = (inAll * group) / all
  if (inGroup <= expected) return 0
  const rest = inAll - inGroup
  const expectedRest = inAll - expected
  return (
    2 *
    (inGroup * Math.log(inGroup / expected) + (rest > 0 ? rest * Math.log(rest / expectedRest) : 0))
  )
}
