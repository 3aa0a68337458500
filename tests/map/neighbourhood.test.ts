import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from '../../src/map/marks.ts'
import type { MapLink, MapTopic } from '../../src/map/model.ts'
import {
  boxesOf,
  layOutNeighbourhood,
  NEIGHBOURS_MOST,
  type Neighbourhood,
  TARGET,
} from '../../src/map/neighbourhood.ts'
import { textWidth } from '../../src/map/text-width.ts'
import type { GraphFile, TopicsFile } from '../../src/shared/model.ts'

const measure = (text: string, size: number) => textWidth('topic', text, size)
const WIDTHS = [320, 340, 640]

function read<T>(name: string): T {
  return JSON.parse(readFileSync(`data/generated/${name}`, 'utf8')) as T
}

/** The graph of the real corpus, as far as a neighbourhood needs it. */
function realGraph(): { topics: MapTopic[]; links: MapLink[] } {
  const { topics: nodes, links } = read<GraphFile>('graph.json')
  const { topics } = read<TopicsFile>('topics.json')
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]))
  return {
    topics: nodes.map(({ id, community, papers }) => ({
      id,
      label: topics.find((topic) => topic.id === id)!.label,
      area: 0,
      community,
      papers,
    })),
    links: links.map(({ topics: [a, b], ...counts }) => ({
      a: placeOf.get(a)!,
      b: placeOf.get(b)!,
      ...counts,
    })),
  }
}

/** A topic in the middle of others with these labels, all linked with it, the first strongest. */
function star(labels: string[], papers = labels.map(() => 20)) {
  return {
    topics: labels.map(
      (label, place): MapTopic => ({
        id: `t${place}`,
        label,
        area: 0,
        community: 0,
        papers: papers[place]!,
      }),
    ),
    links: labels.slice(1).map((_, place): MapLink => link(0, place + 1, labels.length - place)),
  }
}

function link(a: number, b: number, strength = 2): MapLink {
  return { a, b, observed: 4, expected: 1, strength }
}

/** What overlaps, and what reaches beyond the frame. */
function faultsOf(drawn: Neighbourhood): string[] {
  const boxes = [drawn.centre, ...drawn.neighbours].flatMap((mark) =>
    boxesOf(mark).map((box, kind) => ({
      mark,
      box,
      name: `${kind ? 'label' : 'mark'} ${mark.topic}`,
    })),
  )
  const outside = boxes
    .filter(
      ({ box }) =>
        box.left < 0 || box.right > drawn.width || box.top < 0 || box.bottom > drawn.height,
    )
    .map(({ name }) => `${name} outside`)
  const overlaps = boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter((other) => other.mark !== one.mark && meet(one.box, other.box))
      .map((other) => `${one.name} on ${other.name}`),
  )
  return [...outside, ...overlaps]
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}

describe('the real topics', () => {
  const graph = realGraph()

  test.each(WIDTHS)('stand clear of each other in %i pixels', (width) => {
    const faults = graph.topics.flatMap(({ label }, topic) => {
      const drawn = layOutNeighbourhood(graph, topic, width, measure)
      return drawn ? faultsOf(drawn).map((fault) => `${label}: ${fault}`) : []
    })
    expect(faults).toEqual([])
  })

  test('have a neighbourhood if and only if they have a link', () => {
    for (const [topic, { community }] of graph.topics.entries())
      expect(layOutNeighbourhood(graph, topic, 320, measure) === null).toBe(community === null)
  })
})

test('any labels stand clear of each other, if no word is wider than the room for it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'm', 'W', 'i'), minLength: 1, maxLength: 7 })
  const label = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
  const topic = fc.record({ label, papers: fc.integer({ min: 1, max: 400 }) })
  fc.assert(
    fc.property(
      fc.array(topic, { minLength: 2, maxLength: 15 }),
      fc.constantFrom(340, 640),
      (topics, width) => {
        const graph = star(
          topics.map((one) => one.label),
          topics.map((one) => one.papers),
        )
        expect(faultsOf(layOutNeighbourhood(graph, 0, width, measure)!)).toEqual([])
      },
    ),
  )
})

test('the strongest neighbour comes first, and only so many are drawn', () => {
  const graph = star(Array.from({ length: 20 }, (_, place) => `Topic ${place}`))
  const drawn = layOutNeighbourhood(graph, 0, 340, measure)!
  expect(drawn.neighbours.map(({ topic }) => topic)).toEqual(
    Array.from({ length: NEIGHBOURS_MOST }, (_, place) => place + 1),
  )
  expect(drawn.links).toHaveLength(NEIGHBOURS_MOST)
})

test('linked neighbours stand side by side, and their link is drawn', () => {
  const { topics, links } = star(['Middle', 'One', 'Two', 'Three', 'Four'])
  const drawn = layOutNeighbourhood({ topics, links: [...links, link(1, 4)] }, 0, 340, measure)!
  expect(drawn.neighbours.map(({ topic }) => topic)).toEqual([1, 4, 2, 3])
  expect(drawn.links.filter(({ isOuter }) => isOuter)).toHaveLength(1)
})

test('neighbours of one side are so far apart that a finger hits one', () => {
  const graph = star(Array.from({ length: 13 }, () => 'x'))
  const { neighbours } = layOutNeighbourhood(graph, 0, 340, measure)!
  const right = neighbours.slice(0, 6).map(({ y }) => y)
  for (const [at, y] of right.slice(1).entries())
    expect(y - right[at]!).toBeGreaterThanOrEqual(TARGET - 0.1)
})
