import type { Paper } from '../../src/shared/model.ts'
import type { Token } from '../../src/shared/tokens.ts'
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

/** A term as the abstract first spells it, in lower case unless it holds two capitals. `tokens` are the abstract's. */
export function spellTerm(
  term: string,
  { abstract }: Pick<Paper, 'abstract'>,
  tokens: Token[],
): string {
  const token = tokens.find((candidate) => candidate.term === term)
  if (!token) return term
  const word = abstract.slice(token.start, token.end)
  return /[A-Z].*[A-Z]/.test(word) ? word : word.toLowerCase()
}
