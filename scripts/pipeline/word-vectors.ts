import type { Token } from '../../src/shared/tokens.ts'

/** Terms and weights, of length 1 unless empty. */
export type WordVector = Map<string, number>

/** Terms that stand in fewer documents, or in a larger share of them, carry no topic. */
const DOCUMENTS_MIN = 2
const DOCUMENT_SHARE_MAX = 0.25
/** A word of the title counts as this many of the abstract. */
const TITLE_WEIGHT = 2

/**
 * TF-IDF vectors, one a document: (1 + ln tf) · ln(N / df), normalised to length 1. Numbers and
 * single letters are left out.
 */
export function wordVectors(documents: { title: Token[]; abstract: Token[] }[]): WordVector[] {
  const counts = documents.map(({ title, abstract }) => {
    const count = new Map<string, number>()
    const add = (tokens: Token[], weight: number) => {
      for (const { term } of tokens)
        if (term.length > 1 && !/^\d+$/.test(term)) count.set(term, (count.get(term) ?? 0) + weight)
    }
    add(title, TITLE_WEIGHT)
    add(abstract, 1)
    return count
  })
  const documentsWith = new Map<string, number>()
  for (const count of counts)
    for (const term of count.keys()) documentsWith.set(term, (documentsWith.get(term) ?? 0) + 1)
  const most = documents.length * DOCUMENT_SHARE_MAX
  return counts.map((count) => {
    const vector: WordVector = new Map()
    for (const [term, frequency] of count) {
      const inDocuments = documentsWith.get(term) ?? 0
      if (inDocuments < DOCUMENTS_MIN || inDocuments > most) continue
      vector.set(term, (1 + Math.log(frequency)) * Math.log(documents.length / inDocuments))
    }
    return normalise(vector)
  })
}

export function sumVectors(vectors: WordVector[]): WordVector {
  const sum: WordVector = new Map()
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight)
  return sum
}

/** 0 to 1 for vectors of word weights. */
export function cosine(a: WordVector, b: WordVector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0)
  return sum
}

/** The vector at length 1; an empty one as it is. */
export function normalise(vector: WordVector): WordVector {
  let squares = 0
  for (const weight of vector.values()) squares += weight * weight
  if (squares === 0) return vector
  const length = Math.sqrt(squares)
  return new Map([...vector].map(([term, weight]) => [term, weight / length]))
}
