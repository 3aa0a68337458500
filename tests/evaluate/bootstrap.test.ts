import { expect, test } from 'vitest'
import { measure } from '../../scripts/evaluate/bootstrap.ts'

const mean = (sample: number[]) => ({ mean: sample.reduce((a, b) => a + b, 0) / sample.length })

test('gives the figure of all items within its interval, the same each time', () => {
  const items = Array.from({ length: 100 }, (_, index) => index % 2)
  const { mean: measured } = measure(items, mean)
  expect(measured.value).toBe(0.5)
  // A normal approximation gives 0.5 ± 1.96 · 0.05.
  expect(measured.low).toBeCloseTo(0.4, 1)
  expect(measured.high).toBeCloseTo(0.6, 1)
  expect(measure(items, mean)).toEqual({ mean: measured })
})

test('has an interval of one point when all items are alike', () => {
  expect(measure([3, 3, 3], mean).mean).toEqual({ value: 3, low: 3, high: 3 })
})

test('leaves out resamples in which a figure has no meaning', () => {
  const share = (sample: (number | null)[]) => {
    const known = sample.filter((item) => item !== null)
    return { share: known.reduce((a, b) => a + b, 0) / known.length }
  }
  expect(measure([null, 1], share).share).toEqual({ value: 1, low: 1, high: 1 })
})

test('of nothing there is no figure', () => {
  expect(measure([], mean).mean).toEqual({ value: NaN, low: NaN, high: NaN })
})
