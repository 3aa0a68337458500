import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hypergeometric, logFactorials } from '../../scripts/pipeline/hypergeometric.ts'

function chance(papers: number, a: number, b: number) {
  const { least, ...columns } = hypergeometric(logFactorials(papers), papers, a, b)
  return {
    least,
    mass: [...columns.mass],
    atMost: [...columns.atMost],
    atLeast: [...columns.atLeast],
  }
}

test('two pairs among five papers, by hand', () => {
  const { least, mass, atMost, atLeast } = chance(5, 2, 2)
  expect(least).toBe(0)
  for (const [k, value] of [3 / 10, 6 / 10, 1 / 10].entries())
    expect(mass[k]).toBeCloseTo(value, 12)
  for (const [k, value] of [0.3, 0.9, 1].entries()) expect(atMost[k]).toBeCloseTo(value, 12)
  for (const [k, value] of [1, 0.7, 0.1].entries()) expect(atLeast[k]).toBeCloseTo(value, 12)
})

test('Fisher’s lady tastes all four of eight cups right once in 70 times', () => {
  expect(chance(8, 4, 4).atLeast[4]).toBeCloseTo(1 / 70, 12)
})

test('topics that fill the papers must meet', () => {
  expect(chance(5, 4, 3)).toMatchObject({ least: 2 })
  expect(chance(5, 5, 3).mass).toEqual([expect.closeTo(1, 12)])
  expect(chance(5, 0, 3)).toMatchObject({ least: 0, mass: [expect.closeTo(1, 12)] })
})

test('keeps its digits far out in the tail', () => {
  // By SciPy 1.17: hypergeom.sf(15, 465, 18, 32).
  expect(chance(465, 18, 32).atLeast[16]).toBeCloseTo(4.882901154895569e-19, 30)
})

const sizes = fc
  .integer({ min: 1, max: 400 })
  .chain((papers) =>
    fc.tuple(fc.constant(papers), fc.nat({ max: papers }), fc.nat({ max: papers })),
  )

test('is a distribution with the expected mean, the same from both sides', () => {
  fc.assert(
    fc.property(sizes, ([papers, a, b]) => {
      const { least, mass, atMost, atLeast } = chance(papers, a, b)
      expect(mass.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9)
      const mean = mass.reduce((sum, value, index) => sum + value * (least + index), 0)
      expect(mean).toBeCloseTo((a * b) / papers, 6)
      for (const [index, value] of mass.entries())
        expect((atMost[index] ?? 0) + (atLeast[index] ?? 0) - value).toBeCloseTo(1, 9)
      for (const [index, value] of chance(papers, b, a).mass.entries())
        expect(value).toBeCloseTo(mass[index] ?? -1, 9)
    }),
  )
})
