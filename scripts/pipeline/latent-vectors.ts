import { generator } from './seeded-random.ts'
import type { VectorSpace } from './word-vectors.ts'

const SEED = 1
/** Rounds of the iteration; more did not change what is judged. */
const ROUNDS = 2
/** A direction shorter than this after the others are taken away is one of them already. */
const LENGTH_MIN = 1e-9

/**
 * Each document's coordinates in the `dimensions` directions along which the words of the documents vary
 * most, at length 1; so documents can be near that share no word but use words that go together
 * (latent semantic analysis; Deerwester et al. 1990). The directions come from a seeded subspace
 * iteration (Halko, Martinsson and Tropp 2011). A document without words has zeros.
 */
export function latentVectors(
  { lexicon, vectors }: VectorSpace,
  dimensions: number,
): Float64Array[] {
  const random = generator(SEED)
  const directions = Array.from({ length: Math.min(dimensions, vectors.length) }, () =>
    toTerms(vectors.map(() => random() - 0.5)),
  )
  makeOrthonormal(directions)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, direction] of directions.entries())
      directions[at] = toTerms(toDocuments(direction))
    makeOrthonormal(directions)
  }
  const columns = directions.map(toDocuments)
  return vectors.map((_, document) => {
    const coordinates = Float64Array.from(columns, (column) => column[document] as number)
    scale(coordinates, Math.hypot(...coordinates))
    return coordinates
  })

  function toDocuments(direction: Float64Array): number[] {
    return vectors.map(({ terms, weights }) => {
      let sum = 0
      for (let part = 0; part < terms.length; part++)
        sum += (weights[part] as number) * (direction[terms[part] as number] as number)
      return sum
    })
  }

  function toTerms(values: number[]): Float64Array {
    const sums = new Float64Array(lexicon.length)
    for (const [document, { terms, weights }] of vectors.entries())
      for (let part = 0; part < terms.length; part++) {
        const term = terms[part] as number
        sums[term] =
          (sums[term] as number) + (weights[part] as number) * (values[document] as number)
      }
    return sums
  }
}

/** Makes vectors orthogonal and of length 1, or 0 where one lies in the span of those before it (Gram and Schmidt). */
function makeOrthonormal(vectors: Float64Array[]): void {
  for (const [at, vector] of vectors.entries()) {
    for (const before of vectors.slice(0, at)) {
      const share = dot(vector, before)
      for (let place = 0; place < vector.length; place++)
        vector[place] = (vector[place] as number) - share * (before[place] as number)
    }
    const length = Math.sqrt(dot(vector, vector))
    if (length < LENGTH_MIN) vector.fill(0)
    else scale(vector, length)
  }
}

function scale(vector: Float64Array, length: number): void {
  if (length === 0) return
  for (let place = 0; place < vector.length; place++)
    vector[place] = (vector[place] as number) / length
}

/** The sum of products; the cosine for vectors of length 1. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let place = 0; place < a.length; place++) sum += (a[place] as number) * (b[place] as number)
  return sum
}
