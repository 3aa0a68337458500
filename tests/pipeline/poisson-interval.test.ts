import { expect, test } from 'vitest'
import { poissonInterval } from '../../scripts/pipeline/poisson-interval.ts'

test.each([
  // By the quantiles of chi-square in SciPy 1.17.
  [0, 0, 3.6888794541],
  [1, 0.0253178079, 5.5716433909],
  [10, 4.7953886961, 18.390356042],
  [100, 81.3639912509, 121.6267937924],
])('%i events come from a mean between %d and %d', (count, low, high) => {
  const interval = poissonInterval(count)
  expect(interval.low).toBeCloseTo(low, 8)
  expect(interval.high).toBeCloseTo(high, 8)
})

test('holds the count and grows with it, as far as a large corpus goes', () => {
  let last = poissonInterval(0)
  for (const count of [1, 2, 3, 5, 9, 30, 200, 1000, 2000]) {
    const { low, high } = poissonInterval(count)
    expect(low).toBeGreaterThan(last.low)
    expect(low).toBeLessThan(count)
    expect(high).toBeGreaterThan(Math.max(count, last.high))
    last = { low, high }
  }
})
