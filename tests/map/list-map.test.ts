import { expect, test } from 'vitest'
import { listPairs, listTopics, listUnlinked, summariseLists } from '../../src/map/list-map.ts'
import type { MapData } from '../../src/map/model.ts'
import type { TopicLink } from '../../src/shared/model.ts'
import { paper, topic } from './map-fixtures.ts'

/** Topics a, b and c in a row, d and e without links; all papers are of b, and one of c too. */
const data: MapData = {
  topics: [
    topic('a', 0, 0, 1),
    topic('b', 0, 0, 5),
    topic('c', 0, 0, 5),
    topic('e', 0, null, 1),
    topic('d', 0, null, 1),
  ],
  areas: [{ id: 'first', label: 'First' }],
  communities: [[1, 0]],
  links: [
    { a: 1, b: 2, observed: 3, expected: 1, strength: 3 },
    { a: 0, b: 1, observed: 2, expected: 1, strength: 2 },
  ],
  papers: [paper('p', 2020, 1, 2), paper('q', 2021, 1), paper('r', 2022, 1), paper('s', null, 1)],
  layouts: {} as MapData['layouts'],
}
const link = (topics: [string, string], observed: number, p: number) =>
  ({ topics, observed, expected: 1, strength: 2, p, q: p }) as TopicLink

test('topics come by papers, with the strongest of their links', () => {
  const topics = listTopics(data)
  expect(topics.map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd', 'e'])
  expect(topics[0]).toMatchObject({ area: 'First', community: 'B, A', links: 2, hue: 1 })
  expect(topics[0]?.strongest).toEqual([
    { label: 'C', shared: 3 },
    { label: 'A', shared: 2 },
  ])
  expect(listUnlinked(topics).map(({ id }) => id)).toEqual(['d', 'e'])
})

test('a topic of few dated papers has no mean year', () => {
  const [b, c] = listTopics(data)
  expect(b?.year).toEqual({ mean: 2021, dated: 3 })
  expect(c?.year).toEqual({ mean: null, dated: 1 })
})

test('links come with the surest first, and a sentence names it', () => {
  const topics = listTopics(data)
  const links = [link(['a', 'b'], 2, 0.04), link(['b', 'c'], 3, 0.01)]
  const pairs = listPairs(topics, links, (a) => a === 'b')
  expect(pairs.map(({ a, b, hasPage }) => [a.id, b.id, hasPage])).toEqual([
    ['b', 'c', true],
    ['a', 'b', false],
  ])
  expect(summariseLists(topics, pairs)).toBe(
    '3 of 5 topics are joined by 2 links. B has the most (2). The surest link joins B and C: 3 shared papers, where chance predicts 1.0',
  )
  expect(summariseLists(topics, [])).toBe('3 of 5 topics are joined by 0 links')
})
