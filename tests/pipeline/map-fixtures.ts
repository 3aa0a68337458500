import fc from 'fast-check'
import { FRAMES } from '../../scripts/pipeline/map-frames.ts'
import { type MapLink, type MapTopic, prepareMap } from '../../scripts/pipeline/map-task.ts'
import { chooseCandidates, describeMark, type Mark } from '../../scripts/pipeline/place-labels.ts'
import type { Places } from '../../scripts/pipeline/stress-layout.ts'
import { labelSize, markRadius } from '../../src/map/marks.ts'

export const AREAS = ['one', 'two', 'three'].map((id) => ({ id, label: `Area ${id}` }))

/** Topics `t00`, `t01`, … and links between them; `a-b:2` has weight 2. */
export function mapGraph(
  count: number,
  links: string,
  label = (node: number) => `Topic number ${node}`,
): { topics: MapTopic[]; links: MapLink[] } {
  const idOf = (node: number) => `t${String(node).padStart(2, '0')}`
  return {
    topics: Array.from({ length: count }, (_, node) => ({
      id: idOf(node),
      label: label(node),
      area: (AREAS[node % AREAS.length] as { id: string }).id,
      papers: 1 + ((node * 7) % 40),
    })),
    links: links
      .split(' ')
      .filter((link) => link !== '')
      .map((link) => {
        const [a, b, weight = '1'] = link.split(/[-:]/)
        return { topics: [idOf(Number(a)), idOf(Number(b))], weight: Number(weight) }
      }),
  }
}

/** A ring of topics with a few chords. */
export function ring(count: number, label?: (node: number) => string) {
  const links = Array.from({ length: count }, (_, node) => {
    const chord = node % 5 === 0 ? ` ${node}-${(node + 7) % count}:3` : ''
    return `${node}-${(node + 1) % count}:${1 + (node % 3)}${chord}`
  })
  return mapGraph(count, links.join(' '), label)
}

export function taskOf({ topics, links }: { topics: MapTopic[]; links: MapLink[] }) {
  return prepareMap(topics, links)
}

export interface MarkedPlaces {
  marks: Mark[]
  places: Places
  chosen: number[]
}

const words = fc
  .array(fc.constantFrom('graph', 'of', 'inference', 'learning', 'a', 'W'.repeat(9)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(' '))

/** Marks at random places of the landscape with candidates for their labels. */
export const markedPlaces: fc.Arbitrary<MarkedPlaces> = fc
  .array(
    fc.record({
      label: words,
      papers: fc.integer({ min: 1, max: 200 }),
      x: fc.integer({ min: 0, max: 1200 }),
      y: fc.integer({ min: 0, max: 800 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((topics) => {
    const marks = topics.map(({ label, papers }) =>
      describeMark(label, markRadius(papers), labelSize(papers), papers),
    )
    const places = {
      x: Float64Array.from(topics, ({ x }) => x),
      y: Float64Array.from(topics, ({ y }) => y),
    }
    const scales = marks.map(() => 0.8)
    return { marks, places, chosen: chooseCandidates(marks, places, scales, FRAMES.landscape) }
  })
