import type { WordVector } from './word-vectors.ts'

/** Parts of a vector too small to bring a document among the candidates. */
const WEIGHT_MIN = 0.04
/** Only the strongest parts of a vector are followed, which are also its rarest: the lists stay short. */
const PARTS_MOST = 16

/** A set of vectors and how much a cosine in it counts. */
export interface VectorSpace {
  vectors: WordVector[]
  factor: number
}

/**
 * For each document, up to `most` others, nearest first by the sum of their cosines in all spaces, as
 * far as strong parts bring them together. Ties by index. Near-linear in the number of documents.
 */
export function nearestDocuments(spaces: VectorSpace[], most: number): number[][] {
  const indexes = spaces.map(({ vectors, factor }) => {
    const parts = vectors.map(strongParts)
    return { parts, postings: invert(parts), factor }
  })
  const documents = spaces[0]?.vectors.length ?? 0
  const sums = new Float64Array(documents)
  const found: number[][] = []
  for (let document = 0; document < documents; document++) {
    sums.fill(0)
    for (const { parts, postings, factor } of indexes)
      for (const [term, own] of parts[document] ?? []) add(sums, postings.get(term), factor * own)
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
type Postings = Map<string, Posting>

function add(sums: Float64Array, posting: Posting | undefined, factor: number): void {
  if (!posting) return
  const { indexes, weights } = posting
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] as number
    sums[index] = (sums[index] as number) + factor * (weights[at] as number)
  }
}

function strongParts(vector: WordVector): [string, number][] {
  return [...vector]
    .filter(([, weight]) => weight >= WEIGHT_MIN)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, PARTS_MOST)
}

function invert(parts: [string, number][][]): Postings {
  const postings: Postings = new Map()
  for (const [index, own] of parts.entries())
    for (const [term, weight] of own) {
      const posting = postings.get(term) ?? { indexes: [], weights: [] }
      posting.indexes.push(index)
      posting.weights.push(weight)
      postings.set(term, posting)
    }
  return postings
}

/** Indexes of the `most` largest values above 0, largest first, without sorting all of them. */
function largest(values: Float64Array, most: number): number[] {
  const order = (a: number, b: number) => (values[b] ?? 0) - (values[a] ?? 0) || a - b
  let kept: number[] = []
  let least = 0
  for (let index = 0; index < values.length; index++) {
    if ((values[index] ?? 0) <= least) continue
    kept.push(index)
    if (kept.length < most * 4) continue
    kept = kept.sort(order).slice(0, most)
    least = values[kept[most - 1] ?? 0] ?? 0
  }
  return kept.sort(order).slice(0, most)
}
