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

interface TypicalPhrase extends Phrase {
  /** Papers of the group that have it. */
  papers: number
}

/**
 * Words and compounds that a group of papers uses more often than all papers do, most typical first: by Dunning's
 * log-likelihood ratio (1993) of document counts. Of words that are forms of one by `formOf`, such as `mitigation` and
 * `mitigating`, the one that most papers of the group have stands for all; each is counted alone, since a stem may hold
 * words of different meanings. In the spelling of their first occurrence; only names and acronyms keep capitals.
 */
export function typicalWords(
  group: Paper[],
  all: Paper[],
  most: number,
  formOf: (term: string) => string,
): string[] {
  const { phrasesOf, papersWith, isName } = phrasesAmong(all)
  const inGroup = new Map<string, TypicalPhrase>()
  for (const paper of group)
    for (const [key, phrase] of phrasesOf.get(paper) ?? []) {
      const entry = inGroup.get(key) ?? { ...phrase, papers: 0 }
      entry.papers++
      inGroup.set(key, entry)
    }
  const ranked = [...inGroup.values()]
    .filter(({ key, papers }) => papers >= PAPERS_MIN && key.length > 2 && !/^\d/.test(key))
    .map((phrase) => ({
      ...phrase,
      ratio: surprise(phrase.papers, group.length, papersWith.get(phrase.key) ?? 0, all.length),
    }))
    .filter(({ ratio }) => ratio > 0)
    .sort((a, b) => b.ratio - a.ratio || byCodeUnit(a.key, b.key))
  return wholePhrases(commonestForms(ranked, formOf), most).map((phrase) =>
    spellPhrase(phrase, isName),
  )
}

/** Of phrases with the same stem the one of most papers, at the first one's place, under the stems of its words. */
function commonestForms(
  ranked: readonly TypicalPhrase[],
  formOf: (term: string) => string,
): Phrase[] {
  const chosen = new Map<string, TypicalPhrase>()
  for (const phrase of ranked) {
    // As one word, so that `multi-modal` meets `multimodal`.
    const stem = formOf(phrase.key.replaceAll(' ', ''))
    const known = chosen.get(stem)
    if (!known || phrase.papers > known.papers) chosen.set(stem, phrase)
  }
  return [...chosen.values()].map(({ key, spelling }) => ({
    key: key.split(' ').map(formOf).join(' '),
    spelling,
  }))
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
