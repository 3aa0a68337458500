import { expect, test } from 'vitest'
import {
  judgeAgreement,
  recommendationSpread,
  relatedFigures,
} from '../../scripts/evaluate/related-scores.ts'

test('counts unjudged recommendations and empty places as wrong', () => {
  const figures = relatedFigures([
    { recommended: ['a', 'b', 'c', 'd'], grades: { a: 2, b: 0, d: 1, e: 1 } },
  ])
  expect(figures.precisionAt1).toBe(1)
  expect(figures.precisionAt3).toBe(1 / 3)
  expect(figures.precisionAt6).toBe(2 / 6)
  expect(figures.unjudged).toBe(1 / 4)
})

test('the ceiling falls where fewer than three candidates are right', () => {
  const figures = relatedFigures([
    { recommended: [], grades: { a: 2, b: 1, c: 1, d: 1 } },
    { recommended: [], grades: { a: 1, b: 0 } },
  ])
  expect(figures.ceilingAt3).toBe(4 / 6)
})

test('compares judges on what both graded', () => {
  const figures = judgeAgreement([
    { one: { a: 2, b: 0, c: 1 }, other: { a: 1, b: 0, d: 2 } },
    { one: { a: 1, b: 0 }, other: { a: 0, b: 0 } },
  ])
  expect(figures).toMatchObject({ candidates: 4, sameGrade: 0.5, sameSide: 0.75 })
  expect(figures).toMatchObject({ rightToOne: 0.5, rightToOther: 0.25, kappa: 0.5 })
})

test('finds papers that are never recommended and those that often are', () => {
  const lists = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
    ['d', ['b', 'c']],
  ])
  expect(recommendationSpread(lists)).toEqual({ neverRecommended: 0.5, mostRecommended: 3 })
})
