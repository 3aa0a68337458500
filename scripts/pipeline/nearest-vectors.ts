import { strongestParts, type VectorSpace } from './word-vectors.ts'

/** Parts of a vector too small to bring a document among the candidates. */
const WEIGHT_MIN = 0.04
/** Only the strongest parts of a vector are followed, which are also its rarest: the lists stay short. */
const PARTS_MOST = 16

/**
 * For each document, up to `most` others, nearest first by the sum of their cosines in all spaces, as
 * far as strong parts bring them together; `factor` is how much a cosine counts. Ties by index.
 * Near-linear in the number of documents.
 */
export function nearestDocuments(
  spaces: { space: VectorSpace; factor: number }[],
  most: number,
): number[][] {
  const indexes = spaces.map(({ space, factor }) => {
    const parts = space.vectors.map((vector) =>
      strongestParts(vector, PARTS_MOST).filter(({ weight }) => weight >= WEIGHT_MIN),
    )
    return { parts, postings: invert(parts, space.lexicon.length), factor }
  })
  const documents = spaces[0]?.space.vectors.length ?? 0
  const sums = new Float64Array(documents)
  const found: number[][] = []
  for (let document = 0; document < documents; document++) {
    sums.fill(0)
    for (const { parts, postings, factor } of indexes)
      for (const { term, weight } of parts[document] ?? [])
        add(sums, postings[term] as Posting, factor * weight)
    sums[document] = 0
    found.push(largest(sums, most))
  }
  return found
}

/** Where a term stands and with what weight; two arrays, because objects would cost most of the time. */
interface Posting {
  indexes: number[]
  weights: number[]
}

function add(sums: Float64Array, { indexes, weights }: Posting, factor: number): void {
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] as number
    sums[index] = (sums[index] as number) + factor * (weights[at] as number)
  }
}

function invert(parts: { term: number; weight: number }[][], terms: number): Posting[] {
  const postings = Array.from({ length: terms }, (): Posting => ({ indexes: [], weights: [] }))
  for (const [index, own] of parts.entries())
    for (const { term, weight } of own) {
      postings[term]?.indexes.push(index)
      postings[term]?.weights.push(weight)
    }
  return postings
}

/** Indexes of the `most` largest values above 0, largest first, without sorting all of them. */
function largest(values: Float64Array, most: number): number[] {
  const order = (a: number, b: number) => (values[b] as number) - (values[a] as number) || a - b
  let kept: number[] = []
  let least = 0
  for (let index = 0; index < values.length; index++) {
    if ((values[index] as number) <= least) continue
    kept.push(index)
    if (kept.length < most * 4) continue
    kept = kept.sort(order).slice(0, most)
    least = values[kept[most - 1] as number] as number
  }
  return kept.sort(order).slice(0, most)
}
