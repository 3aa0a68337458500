import type { DistinctiveWord, Paper } from '../../src/shared/model.ts'
import type { CorpusWords } from './read-words.ts'
import { spellTerm } from './telling-words.ts'
import { strongestParts, type WordVector } from './word-vectors.ts'

/** Words kept of each paper. */
const WORDS = 16

/**
 * The words that tell each paper from the others, strongest first: by TF-IDF times `telling`, the
 * information of each term of the lexicon on topics. Weights are shares of the paper's strongest word.
 */
export function findDistinctiveWords(
  papers: Pick<Paper, 'title' | 'abstract'>[],
  { abstracts, space: { lexicon, vectors } }: CorpusWords,
  telling: Float64Array,
): DistinctiveWord[][] {
  return papers.map((paper, index) => {
    const { terms, weights } = vectors[index] as WordVector
    const told = weights.map((weight, part) => weight * (telling[terms[part] as number] as number))
    const strongest = strongestParts({ terms, weights: told }, WORDS)
    const most = strongest[0]?.weight ?? 1
    return strongest
      .map(({ term, weight }) => ({
        word: spellTerm(lexicon[term] as string, paper, abstracts[index] ?? []),
        weight: Math.round((weight / most) * 100) / 100,
      }))
      .filter(({ weight }) => weight > 0)
  })
}
