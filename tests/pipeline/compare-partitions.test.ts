import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustedMutualInformation } from '../../scripts/pipeline/compare-partitions.ts'

test('the same grouping under other names agrees fully', () => {
  expect(adjustedMutualInformation([0, 0, 1, 1, 2], ['x', 'x', 'z', 'z', 'y'])).toBe(1)
  expect(adjustedMutualInformation([1, 1, 1], [2, 2, 2])).toBe(1)
  expect(adjustedMutualInformation([], [])).toBe(1)
})

test('a grouping that tells nothing agrees with none', () => {
  expect(adjustedMutualInformation([0, 0, 0, 0], [0, 1, 2, 3])).toBeCloseTo(0, 12)
})

test('is what scikit-learn gives for its example', () => {
  const a = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]
  const b = [1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2]
  expect(adjustedMutualInformation(a, b)).toBeCloseTo(0.27821, 5)
})

const labels = fc
  .integer({ min: 1, max: 40 })
  .chain((length) =>
    fc.tuple(
      fc.array(fc.nat({ max: 5 }), { minLength: length, maxLength: length }),
      fc.array(fc.nat({ max: 5 }), { minLength: length, maxLength: length }),
    ),
  )

test('is at most 1, and the same from both sides', () => {
  fc.assert(
    fc.property(labels, ([a, b]) => {
      const agreement = adjustedMutualInformation(a, b)
      expect(agreement).toBeLessThanOrEqual(1 + 1e-9)
      expect(adjustedMutualInformation(b, a)).toBeCloseTo(agreement, 9)
      expect(adjustedMutualInformation(a, a)).toBe(1)
    }),
  )
})
