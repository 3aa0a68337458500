import { stemmer } from 'stemmer'
import type { Span } from '../shared/model.ts'
import { characterPairs } from './character-pairs.ts'

/** A word of a text as search knows it: without case and accents, but with its ending. */
export interface Word extends Span {
  term: string
}

/** Signs are part of names such as C++, C# and A*. */
const WORD = /\p{L}(?:\+\+|#|\*)(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
const ACCENTS = /\p{M}/gu
/** What holds the parts of a compound together: `GPT-4`, `key/value`, `U.S.`, `multi‑task`, `Pass@k`. */
const JOINT = /^[-‐‑–/._'’@]$/
/** Longer compounds are lists or addresses, not words. */
const PARTS_MOST = 4

/**
 * The words of a text in order; the parts of a compound are words of their own, and so are, where a script sets no
 * blanks, the pairs of its characters, which overlap.
 */
export function analyse(text: string): Word[] {
  return [...text.matchAll(WORD)]
    .filter(({ 0: word, index }) => !(word === 's' && /['’]/.test(text.charAt(index - 1))))
    .flatMap(({ 0: word, index }) => {
      const parts = characterPairs(word)
      return (parts ?? [{ start: 0, end: word.length }]).map(({ start, end }) => ({
        start: index + start,
        end: index + end,
        term: foldCase(word.slice(start, end)),
      }))
    })
}

/** The words of a name, as analysed, with blanks between them. */
export function wordsOf(text: string): string {
  return analyse(text)
    .map(({ term }) => term)
    .join(' ')
}

/** Where the words of a phrase, as analysed with blanks between them, stand in a row of words. */
export function placesOf(phrase: string, words: Word[]): Span[] {
  const asked = phrase.split(' ')
  return words.flatMap(({ start }, first) => {
    const last = words[first + asked.length - 1]
    return last && asked.every((term, step) => term === words[first + step]?.term)
      ? [{ start, end: last.end }]
      : []
  })
}

/**
 * Compounds of a text, written as one word: `gpt4` for `GPT-4`, beside the words of `analyse`. A measure at some number
 * has a term of all numbers, too: `pass1` and that of `pass` for `pass@1`.
 */
export function compounds(text: string, words: Word[]): Word[] {
  const found: Word[] = []
  for (let first = 0; first < words.length; first++) {
    let last = first
    while (
      last + 1 < words.length &&
      JOINT.test(text.slice((words[last] as Word).end, (words[last + 1] as Word).start))
    )
      last++
    const parts = words.slice(first, last + 1)
    first = last
    if (parts.length < 2 || parts.length > PARTS_MOST) continue
    const head = parts[0] as Word
    const place = { start: head.start, end: (parts.at(-1) as Word).end }
    found.push({ ...place, term: parts.map(({ term }) => term).join('') })
    if (parts.length === 2 && text.charAt(head.end) === '@')
      found.push({ ...place, term: measureTerm(head.term) })
  }
  return found
}

/** The term of a measure at any number. */
export function measureTerm(measure: string): string {
  return `@${measure}@`
}

/** Without case, accents and compatibility forms; `ﬁ` is `fi`, `Matérn` is `matern`. */
function foldCase(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return word
  const spoken = word.replace('++', 'plusplus').replace('#', 'sharp').replace('*', 'star')
  // NFC joins the letters of a Korean syllable again.
  const folded = spoken.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase()
  return folded.replace(/[^\p{L}\p{N}]/gu, '') || word.toLowerCase()
}

/**
 * The key under which all forms of a word meet: number, tense, derivation (Porter 1980, "An algorithm
 * for suffix stripping") and the spellings of Britain and America. It is only ever compared with other
 * keys, so a rule may be too wide (`noise` becomes `noize`) as long as two words do not meet in it.
 */
export function formKey(term: string): string {
  const known = keys.get(term)
  if (known !== undefined) return known
  const key = /^[a-z]{3,}$/.test(term) ? stemmer(american(term)) : term
  keys.set(term, key)
  return key
}

/** Whether two words are one but for the spellings of Britain and America. */
export function areSpelledAlike(a: string, b: string): boolean {
  return american(a) === american(b)
}

// A corpus has few words for its length, so each is stemmed once.
const keys = new Map<string, string>()

/** A word in the spelling of America; others may change too, so it is only to be compared with the like. */
export function american(term: string): string {
  return term
    .replace(/is(e|ed|es|er|ers|ing|ation|ations|able)$/, 'iz$1')
    .replace(/ys(e|ed|es|er|ers|ing)$/, 'yz$1')
    .replace(/(?<=[a-z]{2})our(?=$|s$|ed$|ing$|al$|able$|ite$)/, 'or')
    .replace(/(?<=[nbt])tre(?=$|s$|d$)/, 'ter')
    .replace(/ogue(?=s?$)/, 'og')
    .replace(/(?<=[fl][ei]n)ce(?=s?$)/, 'se')
    .replace(/^grey/, 'gray')
    .replace(/^artefact/, 'artifact')
    .replace(/gement(?=s?$)/, 'gment')
}

/** What a reader calls it, and the term of code that a paper offers but is not about. */
export const CODE: ReadonlySet<string> = new Set(['code', 'codes'])
export const OFFERED_CODE = '@code'

/** Words that carry a question more than they ask for something; in a short query they may. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  'able actually always anything avoid best better bring brings bringing different easily ensure everything find finding finds first fully give gives giving go goes going good happen happening happens help helping helps keep keeping keeps kind know knows leave leaving lot lots made making need needed needs new nothing often possible prevent put puts putting right see seeing sometimes still stop stopped stopping stops take takes taking talk talking talks tell tells thing tried tries try trying turn turning turns want wants well whenever whole work working works'.split(
    ' ',
  ),
)

/** What a field of papers like these is called: "machine learning for medicine" asks for medicine. */
export const FIELD =
  /^(?:(?:machine learning|deep learning|artificial intelligence|ai|ml) (?:for|in)|(?:using|via|with) (?:machine learning|deep learning|artificial intelligence|ai|ml))$/

/** Words too common to be asked for; they may stand anywhere, but need not. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a about above after again al all also am an and any are as at be because been before being between both but by can could did do does doing done down during each else et even ever few for from further get gets getting had has have having he her here hers him his how i if in into is it its itself just latest let lets like make makes me more most much must my never newest no nor not of off on once one ones only or other others our out over own paper papers per please really recent recently s same she should so some someone something such t than that the their them then there these they things this those through to too under until up upon us use used uses using very via was way ways we were what when where whether which while who whom whose why will with without would you your'.split(
    ' ',
  ),
)
