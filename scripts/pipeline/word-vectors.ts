import type { Token } from '../../src/shared/tokens.ts'

/**
 * Terms by their numbers in a lexicon, ascending, and the weight of each; of length 1 unless empty.
 * Two typed arrays, because a map a document takes seconds to fill and read in a large corpus.
 */
export interface WordVector {
  terms: Int32Array
  weights: Float64Array
}

/** Vectors of one lexicon, which is in code unit order, so that numbers sort as their terms do. */
export interface VectorSpace {
  lexicon: string[]
  vectors: WordVector[]
}

/** Terms that stand in fewer documents, or in a larger share of them, carry no topic. */
const DOCUMENTS_MIN = 2
const DOCUMENT_SHARE_MAX = 0.25
/** A word of the title counts as this many of the abstract. */
const TITLE_WEIGHT = 2

interface Document {
  title: Token[]
  abstract: Token[]
}

/**
 * TF-IDF vectors, one a document: (1 + ln tf) · ln(N / df), normalised to length 1. Numbers and
 * single letters are left out.
 */
export function wordVectors(documents: Document[]): VectorSpace {
  const documentsWith = countDocuments(documents)
  const lexicon = [...documentsWith.keys()].sort()
  const numberOf = new Map(lexicon.map((term, number) => [term, number]))
  const rarity = Float64Array.from(lexicon, (term) =>
    Math.log(documents.length / (documentsWith.get(term) ?? 0)),
  )
  // Filled and emptied for one document after the other.
  const frequencies = new Float64Array(lexicon.length)
  const vectors = documents.map(({ title, abstract }) => {
    const found: number[] = []
    const add = (tokens: Token[], weight: number) => {
      for (const { term } of tokens) {
        const number = numberOf.get(term)
        if (number === undefined) continue
        if (frequencies[number] === 0) found.push(number)
        frequencies[number] = (frequencies[number] as number) + weight
      }
    }
    add(title, TITLE_WEIGHT)
    add(abstract, 1)
    const terms = new Int32Array(found).sort()
    const weights = new Float64Array(terms.length)
    for (let part = 0; part < terms.length; part++) {
      const term = terms[part] as number
      weights[part] = (1 + Math.log(frequencies[term] as number)) * (rarity[term] as number)
      frequencies[term] = 0
    }
    return normalise({ terms, weights })
  })
  return { lexicon, vectors }
}

/** In how many documents each term stands that may carry a topic. */
function countDocuments(documents: Document[]): Map<string, number> {
  const found = new Map<string, { documents: number; last: number }>()
  for (const [index, { title, abstract }] of documents.entries())
    for (const tokens of [title, abstract])
      for (const { term } of tokens) {
        const known = found.get(term)
        if (!known) found.set(term, { documents: 1, last: index })
        else if (known.last !== index) {
          known.documents++
          known.last = index
        }
      }
  const most = documents.length * DOCUMENT_SHARE_MAX
  const counts = new Map<string, number>()
  for (const [term, { documents: count }] of found)
    if (count >= DOCUMENTS_MIN && count <= most && term.length > 1 && !/^\d+$/.test(term))
      counts.set(term, count)
  return counts
}

/** The space of vectors given by term. */
export function vectorSpace(weightsByTerm: Map<string, number>[]): VectorSpace {
  const lexicon = [...new Set(weightsByTerm.flatMap((weights) => [...weights.keys()]))].sort()
  const numberOf = new Map(lexicon.map((term, number) => [term, number]))
  const vectors = weightsByTerm.map((weights) => {
    const terms = Int32Array.from(weights.keys(), (term) => numberOf.get(term) as number).sort()
    return {
      terms,
      weights: Float64Array.from(terms, (term) => weights.get(lexicon[term] as string) as number),
    }
  })
  return { lexicon, vectors }
}

/** The sum of vectors of a lexicon of `size` terms; weights are above 0. */
export function sumVectors(vectors: WordVector[], size: number): WordVector {
  const sums = new Float64Array(size)
  for (const { terms, weights } of vectors)
    for (let part = 0; part < terms.length; part++) {
      const term = terms[part] as number
      sums[term] = (sums[term] as number) + (weights[part] as number)
    }
  const terms = Int32Array.from([...sums.keys()].filter((term) => (sums[term] as number) > 0))
  return { terms, weights: Float64Array.from(terms, (term) => sums[term] as number) }
}

/** Spreads a vector over its lexicon: the weight of each term, 0 for those it does not hold. */
export function spread({ terms, weights }: WordVector, into: Float64Array): Float64Array {
  into.fill(0)
  for (let part = 0; part < terms.length; part++)
    into[terms[part] as number] = weights[part] as number
  return into
}

/** 0 to 1 for vectors of word weights; `a` is spread, since it is compared with many. */
export function cosine(a: Float64Array, { terms, weights }: WordVector): number {
  let sum = 0
  for (let part = 0; part < terms.length; part++)
    sum += (a[terms[part] as number] as number) * (weights[part] as number)
  return sum
}

/** The `most` parts of greatest weight above 0, greatest first, then by term. */
export function strongestParts(
  { terms, weights }: WordVector,
  most: number,
): { term: number; weight: number }[] {
  const parts: { term: number; weight: number }[] = []
  for (let part = 0; part < terms.length; part++) {
    const weight = weights[part] as number
    if (weight > 0) parts.push({ term: terms[part] as number, weight })
  }
  return parts.sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, most)
}

/** The vector at length 1; an empty one as it is. */
export function normalise({ terms, weights }: WordVector): WordVector {
  let squares = 0
  for (const weight of weights) squares += weight * weight
  if (squares === 0) return { terms, weights }
  const length = Math.sqrt(squares)
  return { terms, weights: weights.map((weight) => weight / length) }
}
