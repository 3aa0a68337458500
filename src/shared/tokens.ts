import type { Span } from './model.ts'

/** A word of a text. `term` is its folded form, under which variants meet; the range is in the text. */
export interface Token extends Span {
  term: string
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
// The same for text without other letters, which nearly all of ours is, at a third of the time.
const ASCII_WORD = /[A-Za-z0-9]+/g
const BEYOND_ASCII = /[^\0-\x7f]/
const ACCENTS = /\p{M}/gu

/**
 * The words of a text, in order. Hyphens, slashes and dots separate words, so that `chain-of-thought`
 * and `chain of thought` are the same three; a possessive `'s` is no word.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(BEYOND_ASCII.test(text) ? WORD : ASCII_WORD)) {
    const [word] = match
    const start = match.index
    if (word === 's' && /['’]/.test(text.charAt(start - 1))) continue
    tokens.push({ start, end: start + word.length, term: foldWord(word) })
  }
  return tokens
}

/** Without case, accents and plural: `Matérn` is `matern`, `LLMs` is `llm`, `policies` is `policy`. */
export function foldWord(word: string): string {
  const known = foldedWords.get(word)
  if (known !== undefined) return known
  const folded = foldNewWord(word)
  foldedWords.set(word, folded)
  return folded
}

// A corpus has few words for its length, so each is folded once.
const foldedWords = new Map<string, string>()

function foldNewWord(word: string): string {
  const plain = /^[a-z]+$/.test(word)
    ? word
    : word.normalize('NFKD').replace(ACCENTS, '').toLowerCase()
  // A few letters, such as the half-width voicing mark of Japanese, are nothing but an accent.
  return singular(plain || word)
}

const PLURAL_ES = /(?:ss|sh|x)es$/

/**
 * Harman's S-stemmer (1991, "How effective is suffixing?"): plural endings only, nothing under 4
 * letters. Beyond Harman, `processes`, `hashes` and `mixes` meet their singulars too.
 */
function singular(word: string): string {
  if (word.length < 4) return word
  if (PLURAL_ES.test(word)) return word.slice(0, -2)
  if (word.endsWith('ies') && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (word.endsWith('es') && !/[aeo]es$/.test(word)) return word.slice(0, -1)
  if (word.endsWith('s') && !/[us]s$/.test(word)) return word.slice(0, -1)
  return word
}
