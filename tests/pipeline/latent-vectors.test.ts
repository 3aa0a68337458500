import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dot, latentVectors } from '../../scripts/pipeline/latent-vectors.ts'
import { normalise, vectorSpace } from '../../scripts/pipeline/word-vectors.ts'

function spaceOf(documents: Record<string, number>[]) {
  const { lexicon, vectors } = vectorSpace(
    documents.map((weights) => new Map(Object.entries(weights))),
  )
  return { lexicon, vectors: vectors.map(normalise) }
}

test('documents without a common word are near where their words go together', () => {
  const [car, auto, , moon] = latentVectors(
    spaceOf([
      { car: 1, engine: 1 },
      { automobile: 1, wheel: 1 },
      { car: 1, automobile: 1, engine: 1, wheel: 1 },
      { moon: 1, tide: 1 },
      { moon: 1, tide: 1, sea: 1 },
    ]),
    2,
  ) as [Float64Array, Float64Array, Float64Array, Float64Array]
  expect(dot(car, auto)).toBeGreaterThan(0.9)
  expect(dot(car, moon)).toBeLessThan(0.5)
})

const documents = fc.array(
  fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    fc.double({ min: 0.1, max: 1, noNaN: true }),
  ),
  { maxLength: 12 },
)

test('with as many directions as documents the cosines are those of the words', () => {
  fc.assert(
    fc.property(documents, (all) => {
      const space = spaceOf(all)
      const latent = latentVectors(space, all.length)
      const full = space.vectors.map(({ terms, weights }) => {
        const values = new Float64Array(space.lexicon.length)
        for (const [at, term] of terms.entries()) values[term] = weights[at] as number
        return values
      })
      for (const [i, one] of latent.entries())
        for (const [j, other] of latent.entries())
          expect(dot(one, other)).toBeCloseTo(
            dot(full[i] as Float64Array, full[j] as Float64Array),
            6,
          )
    }),
  )
})

test('the same documents give the same numbers', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 5 }), (all, dimensions) => {
      expect(latentVectors(spaceOf(all), dimensions)).toEqual(
        latentVectors(spaceOf(all), dimensions),
      )
    }),
  )
})
