import { expect, test } from 'vitest'
import { relatedPairs } from '../../src/compare/related-pairs.ts'

function paper(id: string, ...related: string[]) {
  return {
    id,
    related: related.map((other) => ({
      id: other,
      score: 0.5,
      topics: [`topic of ${other}`],
      terms: [`word of ${other}`],
    })),
  }
}

test('pairs say at which rank one is related to the other, both ways, best first', () => {
  const papers = [paper('a', 'x', 'y', 'b'), paper('b', 'c'), paper('c', 'x', 'b'), paper('d')]
  expect(relatedPairs(papers)).toEqual([
    { places: [1, 2], ranks: [1, 2], topics: ['topic of c'], terms: ['word of c'] },
    { places: [0, 1], ranks: [3, null], topics: ['topic of b'], terms: ['word of b'] },
  ])
})

test('a relation that only the second paper tells is told with its reason', () => {
  expect(relatedPairs([paper('a'), paper('b', 'a')])).toEqual([
    { places: [0, 1], ranks: [null, 1], topics: ['topic of a'], terms: ['word of a'] },
  ])
})

test('the pair with the better rank of either comes first', () => {
  const papers = [paper('a', 'b'), paper('b', 'x', 'y', 'c', 'a'), paper('c', 'x', 'b')]
  expect(relatedPairs(papers).map(({ ranks }) => ranks)).toEqual([
    [1, 4],
    [3, 2],
  ])
})
