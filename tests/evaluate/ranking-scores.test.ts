import { expect, test } from 'vitest'
import {
  mean,
  ndcg,
  type Relevance,
  rankingScores,
  recall,
  reciprocalRank,
  success,
} from '../../scripts/evaluate/ranking-scores.ts'

const relevant: Relevance = { a: 2, b: 1, c: 1 }
/** 3 / log₂ 2 + 1 / log₂ 3 + 1 / log₂ 4 */
const best = 3 + 0.63093 + 0.5

test.each([
  ['the best order', ['a', 'b', 'c'], 1],
  ['equal grades in either order', ['a', 'c', 'b'], 1],
  ['the better paper second', ['b', 'a'], (1 + 3 * 0.63093) / best],
  ['a wrong paper first', ['x', 'a'], (3 * 0.63093) / best],
  ['missing papers', ['a'], 3 / best],
  ['nothing', [], 0],
  ['only wrong papers', ['x', 'y'], 0],
])('nDCG@10 of %s', (_, ranked, expected) => {
  expect(ndcg({ ranked, relevant })).toBeCloseTo(expected, 4)
})

const twelve = Array.from({ length: 12 }, (_, index) => `p${index}`)
const allTwelve: Relevance = Object.fromEntries(twelve.map((id) => [id, 1]))
const afterTen = [...twelve.slice(0, 10).map((id) => `not-${id}`), 'a']

test('ten right results are the best there is, though more are relevant', () => {
  expect(ndcg({ ranked: twelve, relevant: allTwelve })).toBe(1)
  expect(recall({ ranked: twelve, relevant: allTwelve })).toBe(10 / 12)
})

test('results after the tenth do not count', () => {
  expect(rankingScores({ ranked: afterTen, relevant })).toEqual({
    ndcg: 0,
    success: 0,
    reciprocalRank: 0,
    recall: 0,
  })
})

test('either grade is a success, if it comes first', () => {
  expect(success({ ranked: ['b', 'x'], relevant })).toBe(1)
  expect(success({ ranked: ['x', 'a'], relevant })).toBe(0)
  expect(success({ ranked: [], relevant })).toBe(0)
})

test('a paper graded 0 is not relevant', () => {
  expect(success({ ranked: ['z'], relevant: { z: 0, a: 1 } })).toBe(0)
})

test('the reciprocal rank is that of the first relevant result', () => {
  expect(reciprocalRank({ ranked: ['x', 'y', 'c', 'a'], relevant })).toBe(1 / 3)
})

test('recall is the share found of all relevant papers', () => {
  expect(recall({ ranked: ['x', 'c', 'a'], relevant })).toBe(2 / 3)
})

test('the mean of nothing has no meaning', () => {
  expect(mean([1, 2])).toBe(1.5)
  expect(mean([])).toBeNaN()
})
