import { groupBy } from '../shared/group-by.ts'
import type { GlossaryEntry, Topic } from '../shared/model.ts'
import { analyse, compounds, formKey, STOP_WORDS, type Word, wordsOf } from './analyse.ts'
import { phraseTerm } from './names.ts'

const SMALL_WORD = /(?<![\p{L}\p{N}-])[a-z]{3,}(?![\p{L}\p{N}-])/gu

/** A short form and one of its meanings. */
export interface Abbreviation {
  short: string
  long: string
  longKeys: string[]
  term: string
  definedIn: Set<string>
  /** Whether no other meaning of the short form is known. */
  alone: boolean
}

export interface Abbreviations {
  all: Abbreviation[]
  /** By the first two keys of the long form. */
  byTwoKeys: Map<string, Abbreviation[]>
  byShort: Map<string, Abbreviation[]>
}

/** Those of the glossary, and those of topics that no paper spells out. */
export function readAbbreviations(glossary: GlossaryEntry[], topics: Topic[]): Abbreviations {
  const all = [...glossary, ...listTopicAcronyms(topics, glossary)].flatMap(({ short, meanings }) =>
    meanings.map(({ long, papers }): Abbreviation => {
      const words = analyse(long).map(({ term }) => term)
      return {
        short,
        long,
        longKeys: words.map(formKey),
        term: `=${words.join('_')}`,
        definedIn: new Set(papers),
        alone: meanings.length === 1,
      }
    }),
  )
  return {
    all,
    byTwoKeys: groupBy(all, ({ longKeys }) => longKeys.slice(0, 2).join(' ')),
    byShort: groupBy(all, ({ short }) => short),
  }
}

/** The acronyms of topics that no paper spells out, with those names of the topic that they are the initials of. */
function listTopicAcronyms(topics: Topic[], glossary: GlossaryEntry[]): GlossaryEntry[] {
  const defined = new Set(glossary.map(({ short }) => short.toLowerCase()))
  return topics.flatMap(({ label, aliases, acronyms }) => {
    const names = new Map([label, ...aliases].map((name) => [phraseTerm(wordsOf(name)), name]))
    return acronyms
      .filter((short) => !defined.has(short.toLowerCase()))
      .map((short) => ({
        short,
        meanings: [...names.values()]
          .filter((long) => areInitials(short, long))
          .map((long) => ({ long, papers: [] })),
      }))
  })
}

/** Whether a short form is the first letters of a name's words, or of those that are no stop words. */
function areInitials(short: string, name: string): boolean {
  const words = wordsOf(name).split(' ')
  const initials = (of: string[]) => of.map((word) => word.charAt(0)).join('')
  const asked = short.toLowerCase()
  return (
    asked === initials(words) || asked === initials(words.filter((word) => !STOP_WORDS.has(word)))
  )
}

/** The terms of what the abbreviations and long forms in a text of a paper mean. */
export function meaningTerms(
  text: string,
  words: Word[],
  paper: string,
  { byTwoKeys, byShort }: Abbreviations,
): string[] {
  const found: string[] = []
  const keys = words.map(({ term }) => formKey(term))
  for (const [at, key] of keys.entries())
    for (const { longKeys, term } of byTwoKeys.get(`${key} ${keys[at + 1] ?? ''}`) ?? [])
      if (longKeys.every((own, step) => own === keys[at + step])) found.push(term)
  // Short forms are told by their capitals, and may be compounds themselves (`A-NeSI`).
  for (const { start, end } of [...words, ...compounds(text, words)]) {
    const printed = text.slice(start, end)
    if (!/[A-Z0-9]/.test(printed)) continue
    for (const short of new Set([printed, printed.replace(/s$/, '')]))
      for (const { term, definedIn, alone } of byShort.get(short) ?? [])
        if (alone || definedIn.has(paper)) found.push(term)
  }
  return found
}

/** Keys of the abbreviations that one of the texts has in small letters and that can be spoken, in order. */
export function findPlainWords({ byShort }: Abbreviations, texts: string[]): string[] {
  const small = new Set(texts.flatMap((text) => text.match(SMALL_WORD) ?? []))
  const shorts = [...byShort.keys()].map((short) => short.toLowerCase())
  return [...new Set(shorts.filter((short) => /[aeiou]/.test(short) && small.has(short)))]
    .map(formKey)
    .sort()
}
