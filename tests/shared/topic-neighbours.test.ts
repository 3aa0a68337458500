import { expect, test } from 'vitest'
import type { TopicPair } from '../../src/shared/model.ts'
import { rankNeighbours } from '../../src/shared/topic-neighbours.ts'

const pair = (a: string, b: string, papers: number, expected: number): TopicPair => ({
  topics: [a, b],
  papers,
  expected,
  hasPage: papers >= 3,
})

test('topics joined on the map go first, then those furthest above chance; a single paper is too few', () => {
  const pairs = [
    pair('a', 'm', 9, 2),
    pair('b', 'm', 5, 4),
    pair('m', 'x', 2, 0.5),
    pair('m', 'y', 1, 0.1),
    pair('x', 'y', 7, 1),
  ]
  const told = rankNeighbours('m', pairs, [{ topics: ['m', 'x'] }, { topics: ['a', 'b'] }])
  expect(told.map(({ id }) => id)).toEqual(['x', 'a', 'b'])
  expect(told[0]).toEqual({ id: 'x', shared: 2, expected: 0.5, hasPage: false, isLinked: true })
})
