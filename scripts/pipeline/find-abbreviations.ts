import { byCodeUnit } from '../../src/shared/code-unit-order.ts'
import type { GlossaryEntry, Paper } from '../../src/shared/model.ts'
import { tokenize } from '../../src/shared/tokens.ts'
import { isSameMeaning, meaningOf } from './same-meaning.ts'
import { longFormSpeller } from './spell-long-form.ts'

/** A short form as written and the words before it that it stands for. */
interface Abbreviation {
  short: string
  long: string
}

const PARENTHESES = /\(([^()]{2,12})\)/g
const SHORT_FORM = /^(?=.*[A-Z])[A-Za-z0-9][A-Za-z0-9-]{1,9}$/
const LONGEST = 10
/** No long form begins with these: "Abstraction and Reasoning Corpus (ARC)". */
const SMALL = /^(?:and|for|of|or|the|to|with)\b/i
/** Words that a short form may leave out. */
const LEFT_OUT = /^(?:a|an|and|at|by|for|from|in|of|on|or|over|the|to|via|with)$/i

/**
 * Finds `Long Form (LF)` in a text after Schwartz and Hearst (2003, "A simple algorithm for identifying
 * abbreviation definitions in biomedical text"): the letters of the short form must stand in this order
 * in the words before it, the first of them at the beginning of a word.
 */
export function findAbbreviations(text: string): Abbreviation[] {
  const found: Abbreviation[] = []
  for (const match of text.matchAll(PARENTHESES)) {
    const short = (match[1] ?? '').trim().replace(/(?<=[A-Z0-9])s$/, '')
    if (!SHORT_FORM.test(short) || !/[A-Z].*[A-Z0-9]/.test(short)) continue
    const before = text
      .slice(Math.max(0, match.index - 160), match.index)
      .replace(/^.*[.;:!?]\s/s, '')
      .trimEnd()
    const words = before.split(/\s+/).slice(-Math.min(short.length + 5, short.length * 2, LONGEST))
    const long = longFormByInitials(short, words) ?? longForm(short, words.join(' '))
    if (long) found.push({ short, long })
  }
  return found
}

/** The shortest end of `words` of which the letters of `short` are the initials, small words and second parts left out or not. */
function longFormByInitials(short: string, words: string[]): string | null {
  let left = short.toLowerCase().replace(/[^a-z0-9]/g, '')
  for (const [first, word] of [...words.entries()].reverse()) {
    const initials =
      word
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.map((part) => part.charAt(0)) ?? []
    const [initial = ''] = initials
    if (initials.length > 1 && left.endsWith(initials.join('')))
      left = left.slice(0, -initials.length)
    else if (initial !== '' && left.endsWith(initial)) left = left.slice(0, -1)
    else if (!LEFT_OUT.test(word)) return null
    if (left === '') return SMALL.test(word) ? null : clean(words.slice(first).join(' '), short)
  }
  return null
}

/** The shortest end of `before` that holds the letters of `short` in order; null if none does. */
function longForm(short: string, before: string): string | null {
  let at = before.length - 1
  for (let index = short.length - 1; index >= 0; index--) {
    const letter = short.charAt(index).toLowerCase()
    if (!/[a-z0-9]/.test(letter)) continue
    while (
      at >= 0 &&
      (before.charAt(at).toLowerCase() !== letter ||
        (index === 0 &&
          ((at > 0 && /[A-Za-z0-9]/.test(before.charAt(at - 1))) || SMALL.test(before.slice(at)))))
    )
      at--
    if (at < 0) return null
    at--
  }
  const start = before.lastIndexOf(' ', Math.max(at, 0)) + 1
  return clean(before.slice(start), short)
}

/** A long form without the quotation marks around it; null if it is none. */
function clean(text: string, short: string): string | null {
  const long = text.replace(/^[^\p{L}\p{N}]+|["'”’]+$/gu, '')
  const isLonger = long.length > short.length + 2 && /\s|-/.test(long)
  return isLonger && !long.includes(short) && !/[(){}]/.test(long) ? long : null
}

/** What a short form stands for, in its spellings. */
interface Meaning {
  spellings: Map<string, number>
  papers: Set<string>
}

/**
 * The abbreviations of the corpus: each short form with what it stands for and the papers that
 * define it so, most often defined first. Long forms that mean the same are told in the commonest spelling.
 */
export function buildGlossary(papers: Pick<Paper, 'id' | 'abstract'>[]): GlossaryEntry[] {
  const found = papers.map(({ id, abstract }) => ({ id, found: findAbbreviations(abstract) }))
  const spell = longFormSpeller(
    papers.map(({ abstract }, index) => ({
      abstract,
      definitions: found[index]?.found.map(({ long }) => long) ?? [],
    })),
  )
  const byShort = new Map<string, Map<string, Meaning>>()
  for (const paper of found)
    for (const { short, long } of paper.found) {
      const meanings = byShort.get(short) ?? new Map<string, Meaning>()
      const spelling = spell(long)
      const key = tokenize(long)
        .map(({ term }) => term)
        .join('')
      const meaning = meanings.get(key) ?? { spellings: new Map(), papers: new Set() }
      meaning.spellings.set(spelling, (meaning.spellings.get(spelling) ?? 0) + 1)
      meaning.papers.add(paper.id)
      meanings.set(key, meaning)
      byShort.set(short, meanings)
    }
  const longOf = new Map(
    [...byShort].map(([short, meanings]) => [short, tell(byPapers([...meanings.values()])[0])]),
  )
  return [...byShort]
    .sort(([a], [b]) =>
      a.toLowerCase() < b.toLowerCase()
        ? -1
        : a.toLowerCase() > b.toLowerCase()
          ? 1
          : a < b
            ? -1
            : 1,
    )
    .map(([short, meanings]) => ({
      short,
      meanings: byPapers(joinMeanings([...meanings.values()], longOf)).map((meaning) => ({
        long: tell(meaning),
        papers: [...meaning.papers].sort(),
      })),
    }))
}

/** Joins those that mean the same, each to the most often defined. */
function joinMeanings(meanings: Meaning[], longOf: ReadonlyMap<string, string>): Meaning[] {
  const joined: Meaning[] = []
  const stems = new Map(meanings.map((meaning) => [meaning, meaningOf(tell(meaning), longOf)]))
  for (const meaning of byPapers(meanings)) {
    const same = joined.find((one) =>
      isSameMeaning(stems.get(one) as string[], stems.get(meaning) as string[]),
    )
    if (!same) joined.push(meaning)
    for (const id of same ? meaning.papers : []) same?.papers.add(id)
  }
  return joined
}

function byPapers(meanings: Meaning[]): Meaning[] {
  return meanings.sort((a, b) => b.papers.size - a.papers.size || byCodeUnit(tell(a), tell(b)))
}

function tell(meaning: Meaning | undefined): string {
  return mostFrequent(meaning?.spellings ?? new Map())
}

/** Of spellings with how often each occurs, the most frequent one; of several the first in order. */
export function mostFrequent(spellings: Map<string, number>): string {
  return [...spellings].sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b))[0]?.[0] ?? ''
}
