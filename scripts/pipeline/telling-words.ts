import type { Paper } from '../../src/shared/model.ts'
import { type Token, tokenize } from '../../src/shared/tokens.ts'
import { termInformation } from './term-information.ts'
import type { VectorSpace } from './word-vectors.ts'

/** Least information, in nats, of a word that is told as a reason; words of running text stay below. */
const INFORMATION_MIN = 0.5

/**
 * The information of each term of a lexicon in nats, 0 for those that are not told to readers.
 * `likelihoods` are those of topics, one map a paper.
 */
export function tellingInformation(
  words: VectorSpace,
  likelihoods: Map<string, number>[],
): Float64Array {
  return termInformation(words, likelihoods).map((information, number) =>
    information >= INFORMATION_MIN && (words.lexicon[number] as string).length > 2
      ? information
      : 0,
  )
}

/**
 * A term as the abstract first spells it, or else the title, in lower case unless it holds two capitals. `tokens` are
 * the abstract's.
 */
export function spellTerm(
  term: string,
  { title, abstract }: Pick<Paper, 'title' | 'abstract'>,
  tokens: Token[],
): string {
  const find = (text: string, among: Token[]) => {
    const token = among.find((candidate) => candidate.term === term)
    return token && text.slice(token.start, token.end)
  }
  const word = find(abstract, tokens) ?? find(title, tokenize(title)) ?? term
  return /[A-Z].*[A-Z]/.test(word) ? word : word.toLowerCase()
}
