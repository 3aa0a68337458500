import type { DistinctiveWord } from '../../src/shared/model.ts'
import { type Phrase, wholePhrases } from '../../src/shared/phrases.ts'
import type { CorpusWords } from './read-words.ts'
import type { ToldPhrases } from './telling-words.ts'
import { strongestParts, type WordVector } from './word-vectors.ts'

/** Words kept of each paper. */
const WORDS = 16

/**
 * The words that tell each paper from the others, strongest first: by TF-IDF times `telling`, the
 * information of each term of the lexicon on topics. Weights are shares of the paper's strongest word.
 * A word is told as the most frequent of its `phrases`, which are given by paper.
 */
export function findDistinctiveWords(
  phrases: ToldPhrases[],
  { space: { lexicon, vectors } }: CorpusWords,
  telling: Float64Array,
): DistinctiveWord[][] {
  return phrases.map((own, index) => {
    const { terms, weights } = vectors[index] as WordVector
    const told = weights.map((weight, part) => weight * (telling[terms[part] as number] as number))
    const ranked = strongestParts({ terms, weights: told }, terms.length)
    const strongest = wholePhrases(phrasesOf(ranked, own, lexicon), WORDS)
    const most = strongest[0]?.weight ?? 1
    return strongest
      .map(({ spelling, weight }) => ({
        word: spelling,
        weight: Math.round((weight / most) * 100) / 100,
      }))
      .filter(({ weight }) => weight > 0)
  })
}

function* phrasesOf(
  ranked: { term: number; weight: number }[],
  own: ToldPhrases,
  lexicon: readonly string[],
): Generator<Phrase & { weight: number }> {
  for (const { term, weight } of ranked) {
    const [phrase] = own.get(lexicon[term] as string) ?? []
    if (phrase) yield { ...phrase, weight }
  }
}
