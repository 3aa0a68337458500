import { expect, test } from 'vitest'
import { gatherGraph } from '../../src/formats/exported-graph.ts'
import type { MapData } from '../../src/map/model.ts'
import type { MapLayout } from '../../src/shared/map-layout.ts'
import { link } from './graph-fixtures.ts'

const empty: MapLayout = { width: 400, height: 300, topics: [], areas: [] }
const label = { side: 'right' as const, lines: [], from: 1 }

const map: MapData = {
  topics: [
    { id: 'a', label: 'Alpha', area: 1, community: 0, papers: 3 },
    { id: 'b', label: 'Beta', area: 0, community: 0, papers: 1 },
    { id: 'c', label: 'Gamma', area: 0, community: null, papers: 1 },
  ],
  areas: [
    { id: 'one', label: 'Area one' },
    { id: 'two', label: 'Area two' },
  ],
  communities: [[1, 0]],
  links: [],
  papers: [
    { id: 'p', title: 'P', year: 2024, topics: [0, 1] },
    { id: 'q', title: 'Q', year: 2023, topics: [0] },
    { id: 'r', title: 'R', year: 2023, topics: [0] },
    { id: 's', title: 'S', year: null, topics: [2] },
  ],
  layouts: {
    landscape: {
      ...empty,
      topics: [
        { id: 'a', x: 1, y: 2, label },
        { id: 'b', x: 3, y: 4, label },
      ],
    },
    portrait: empty,
  },
}

const graph = gatherGraph(
  { corpus: { hash: 'h', papers: 4, sightings: 4, listings: 1 }, links: [link('a', 'b', 1)] },
  map,
  { name: 'Lectern', address: (path) => `https://papers.example/base${path}` },
)

test('topics have names, addresses and the place of the wide frame', () => {
  expect(graph.topics[0]).toMatchObject({
    id: 'a',
    label: 'Alpha',
    area: 'Area two',
    url: 'https://papers.example/base/topics/a/',
    place: { x: 1, y: 2 },
  })
  expect(graph.url).toBe('https://papers.example/base/graph/')
})

test('the mean year is that of the dated papers, which are counted', () => {
  expect(graph.topics.map(({ papers, dated, meanYear }) => [papers, dated, meanYear])).toEqual([
    [3, 3, 2023.33],
    [1, 1, 2024],
    [1, 0, null],
  ])
})

test('a topic without links has neither place nor community', () => {
  expect(graph.topics[2]).toMatchObject({ place: null, community: null })
})

test('communities are named as on the map', () => {
  expect(graph.communities).toEqual([['Beta', 'Alpha']])
})
