import { expect, test } from 'vitest'
import { agreement, cohenKappa } from '../../scripts/evaluate/agreement.ts'

test('readers who file alike agree fully', () => {
  const papers = [
    { one: ['a', 'b'], other: ['b', 'a'] },
    { one: [], other: [] },
  ]
  expect(agreement(papers, 5)).toEqual({ f1: 1, jaccard: 1, kappa: 1 })
})

test('measures readers who differ, whichever is the first', () => {
  const papers = [
    { one: ['a', 'b'], other: ['a'] },
    { one: ['c'], other: ['d'] },
  ]
  const { f1, jaccard, kappa } = agreement(papers, 4)
  expect(f1).toBe(2 / 5)
  expect(jaccard).toBe(1 / 4)
  // 8 decisions: 1 yes to both, 4 no to both; by chance (3 · 2 + 5 · 6) / 64.
  expect(kappa).toBeCloseTo((5 / 8 - 36 / 64) / (1 - 36 / 64), 12)
  const turned = papers.map(({ one, other }) => ({ one: other, other: one }))
  expect(agreement(turned, 4)).toEqual({ f1, jaccard, kappa })
})

test('kappa is 0 for the agreement of chance', () => {
  expect(cohenKappa({ both: 25, one: 50, other: 50, all: 100 })).toBe(0)
})
