import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOverlaps } from '../../scripts/evaluate/map-scores.ts'
import { layOutTopics } from '../../scripts/pipeline/lay-out-topics.ts'
import { FRAMES } from '../../scripts/pipeline/map-frames.ts'
import type { MapLink, MapTopic } from '../../scripts/pipeline/map-task.ts'
import { mapTopics } from '../../scripts/pipeline/map-task.ts'
import { generator, shuffled } from '../../scripts/pipeline/seeded-random.ts'
import { syntheticGraph } from '../../scripts/synthetic-graph.ts'
import { AREAS, mapGraph, ring, taskOf } from './map-fixtures.ts'

interface Graph {
  topics: MapTopic[]
  links: MapLink[]
}

const layOut = ({ topics, links }: Graph, known: Parameters<typeof layOutTopics>[3] = null) =>
  layOutTopics(topics, links, AREAS, known)

/** What must hold of any map, whatever the graph. */
function expectSoundMap(graph: Graph): void {
  const { layouts, map } = layOut(graph)
  const linked = new Set(graph.links.flatMap((link) => link.topics))
  for (const name of ['landscape', 'portrait'] as const) {
    const layout = layouts[name]
    expect(layout.topics.map(({ id }) => id)).toEqual([...linked].sort())
    for (const { x, y, label } of layout.topics) {
      expect(x >= 0 && x <= FRAMES[name].width && y >= 0 && y <= FRAMES[name].height).toBe(true)
      expect(Number.isFinite(label.from)).toBe(true)
    }
    for (const scale of [0.3, 0.5, 1, 2.5, 6])
      expect(countOverlaps(taskOf(graph), layout, AREAS, scale).labels).toBe(0)
  }
  expect(map.topics).toHaveLength(linked.size)
  // A second time it is the same, byte for byte, and nothing has moved.
  expect(layOut(graph, map)).toEqual({ layouts, map, moved: null })
}

test.each<[string, Graph]>([
  ['no topics', mapGraph(0, '')],
  ['topics without links', mapGraph(5, '')],
  ['two topics', mapGraph(2, '0-1')],
  ['a star', mapGraph(9, '0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8')],
  ['three pieces, and a topic that has no link', mapGraph(10, '0-1 1-2 0-2 3-4 5-6 6-7 7-8')],
  ['a complete graph', mapGraph(6, '0-1 0-2 0-3 0-4 0-5 1-2 1-3 1-4 1-5 2-3 2-4 2-5 3-4 3-5 4-5')],
  [
    'all of one area',
    { ...ring(20), topics: ring(20).topics.map((topic) => ({ ...topic, area: 'one' })) },
  ],
  [
    'an area that is not listed',
    { ...ring(8), topics: ring(8).topics.map((topic) => ({ ...topic, area: 'x' })) },
  ],
  ['labels wider than the frame', ring(8, () => 'W'.repeat(200))],
  ['labels of 42 wide letters', ring(12, () => 'W'.repeat(42))],
  [
    'hostile labels',
    ring(
      8,
      (node) =>
        ['', ' ', '  a  b ', '<b>&"', '\u202Eabc', '日本語', '\u0301', '__proto__'][node] as string,
    ),
  ],
])('%s: all in the frame, no label overlaps, and the map stays', (_, graph) =>
  expectSoundMap(graph),
)

test('any small graph gives a sound map', () => {
  const graphs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 16 }).map((ends) => {
    const names = new Set(ends.filter(([a, b]) => a < b).map(([a, b]) => `${a}-${b}`))
    return mapGraph(10, [...names].join(' '))
  })
  fc.assert(fc.property(graphs, expectSoundMap), { numRuns: 25 })
})

test('the order of topics, links and areas does not matter to a byte', () => {
  const { topics, links } = ring(24)
  const wanted = JSON.stringify(layOutTopics(topics, links, AREAS))
  for (const seed of [1, 2]) {
    const random = generator(seed)
    const turned = links.map((link) =>
      random() < 0.5
        ? link
        : { ...link, topics: [link.topics[1], link.topics[0]] as [string, string] },
    )
    expect(
      JSON.stringify(
        layOutTopics(shuffled(topics, random), shuffled(turned, random), shuffled(AREAS, random)),
      ),
    ).toBe(wanted)
  }
})

test('linked topics lie nearer than others', () => {
  const graph = ring(24)
  const { topics } = layOut(graph).layouts.landscape
  const at = new Map(topics.map(({ id, x, y }) => [id, { x, y }]))
  const far = (a: string, b: string) =>
    Math.hypot((at.get(a)?.x ?? 0) - (at.get(b)?.x ?? 0), (at.get(a)?.y ?? 0) - (at.get(b)?.y ?? 0))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const linked = mean(graph.links.map(({ topics: [a, b] }) => far(a, b)))
  const all = mean(
    topics.flatMap(({ id }) =>
      topics.flatMap((other) => (other.id < id ? [far(id, other.id)] : [])),
    ),
  )
  expect(linked).toBeLessThan(all / 2)
})

test('a new topic comes in beside its neighbours, and the others hardly move', () => {
  const before = ring(24)
  const known = layOut(before).map
  const after = {
    topics: [...before.topics, { id: 'zz', label: 'New', area: 'one', papers: 3 }],
    links: [...before.links, { topics: ['t03', 'zz'] as [string, string], weight: 1 }],
  }
  const { layouts, moved } = layOut(after, known)
  expect(moved?.topics).toBe(24)
  expect(moved?.mean).toBeLessThan(0.03 * 1200)
  const [neighbour, added] = ['t03', 'zz'].map((id) =>
    layouts.landscape.topics.find((topic) => topic.id === id),
  )
  expect(
    Math.hypot((neighbour?.x ?? 0) - (added?.x ?? 0), (neighbour?.y ?? 0) - (added?.y ?? 0)),
  ).toBeLessThan(300)
})

test('a map that lacks a topic is not taken for whole, though its hash is right', () => {
  const graph = ring(12)
  const { map, layouts } = layOut(graph)
  const torn = { ...map, topics: map.topics.slice(1) }
  const mended = layOut(graph, torn)
  expect(mended.map.topics.map(({ id }) => id)).toEqual(map.topics.map(({ id }) => id))
  expect(mended.moved?.topics).toBe(11)
  expect(layouts.landscape.topics).toHaveLength(12)
})

test('a label of a topic or its papers makes the map another; its places stay near', () => {
  const graph = ring(12)
  const { map } = layOut(graph)
  const [first, ...rest] = graph.topics as [MapTopic, ...MapTopic[]]
  const renamed = layOut({ ...graph, topics: [{ ...first, label: 'Renamed' }, ...rest] }, map)
  expect(renamed.map.graph).not.toBe(map.graph)
  expect(renamed.moved?.mean).toBeLessThan(30)
})

test('a crowded graph shows its most important labels, and hides the others until one zooms in', () => {
  const synthetic = syntheticGraph(160)
  const topics = mapTopics(synthetic)
  const { layouts } = layOutTopics(topics, synthetic.graph.links, synthetic.areas)
  const task = taskOf({ topics, links: synthetic.graph.links })
  const shown = layouts.landscape.topics.filter(({ label }) => label.from <= 1).length
  expect(shown / task.topics.length).toBeGreaterThan(0.45)
  expect(countOverlaps(task, layouts.landscape, synthetic.areas, 1)).toEqual({
    labels: 0,
    marks: 0,
    names: 0,
  })
})
