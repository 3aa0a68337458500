import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FRAMES } from '../../scripts/pipeline/map-frames.ts'
import {
  type Candidate,
  describeMark,
  isInside,
  type Mark,
} from '../../scripts/pipeline/place-labels.ts'
import { spreadMarks } from '../../scripts/pipeline/spread-marks.ts'
import type { Places } from '../../scripts/pipeline/stress-layout.ts'
import type { Box } from '../../src/map/marks.ts'
import { markedPlaces } from './map-fixtures.ts'

const SCALE = 0.8
const room = { markScale: 0.45, passes: 400, strength: 0.6 }
const scalesOf = (marks: Mark[]) => marks.map(() => SCALE)

/** Labels that lie over a mark or another label at the scale of the room, by the numbers of both topics. */
function meetingLabels(marks: Mark[], { x, y }: Places, chosen: number[]): [number, number][] {
  const moved = ({ left, right, top, bottom }: Box, node: number): Box => {
    const [atX, atY] = [(x[node] as number) * SCALE, (y[node] as number) * SCALE]
    return { left: left + atX, right: right + atX, top: top + atY, bottom: bottom + atY }
  }
  const labels = marks.map(({ candidates }, node) =>
    moved((candidates[chosen[node] as number] as Candidate).box, node),
  )
  return labels.flatMap((label, a) =>
    marks.flatMap(({ box }, b): [number, number][] =>
      a !== b && [moved(box, b), labels[b] as Box].some((other) => meets(label, other))
        ? [[a, b]]
        : [],
    ),
  )
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

test.each([false, true])('few marks part until nothing meets; as discs: %s', (discs) => {
  fc.assert(
    fc.property(markedPlaces, ({ marks, places, chosen }) => {
      const meetings = spreadMarks(marks, places, chosen, FRAMES.landscape, {
        ...room,
        discs,
        scales: scalesOf(marks),
      })
      if (meetings > 0) return
      for (let a = 1; a < marks.length; a++)
        for (let b = 0; b < a; b++) {
          const distance = Math.hypot(
            (places.x[a] as number) - (places.x[b] as number),
            (places.y[a] as number) - (places.y[b] as number),
          )
          const radii = (marks[a]?.radius ?? 0) + (marks[b]?.radius ?? 0)
          expect(distance * room.markScale).toBeGreaterThan(radii)
        }
      expect(meetingLabels(marks, places, chosen)).toEqual([])
      for (const [node, { box }] of marks.entries())
        expect(
          isInside(box, places.x[node] as number, places.y[node] as number, 0.8, FRAMES.landscape),
        ).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('marks that are clear stay where they are', () => {
  const marks = [1, 2].map((importance) => describeMark('Far', 6, 12, importance))
  const places = { x: Float64Array.of(200, 900), y: Float64Array.of(200, 600) }
  expect(
    spreadMarks(marks, places, [0, 0], FRAMES.landscape, { ...room, scales: scalesOf(marks) }),
  ).toBe(0)
  expect([...places.x, ...places.y]).toEqual([200, 900, 200, 600])
})

test.each([false, true])('marks at one place part; as discs: %s', (discs) => {
  const marks = [1, 2, 3].map((importance) => describeMark('Same', 6, 12, importance))
  const places = { x: Float64Array.of(600, 600, 600), y: Float64Array.of(400, 400, 400) }
  expect(
    spreadMarks(marks, places, [0, 0, 0], FRAMES.landscape, {
      ...room,
      discs,
      scales: scalesOf(marks),
    }),
  ).toBe(0)
})

test('a label too wide for the frame leaves its mark within', () => {
  const mark = describeMark('W'.repeat(120), 6, 17, 1)
  for (const [number] of mark.candidates.entries()) {
    const places = { x: Float64Array.of(600), y: Float64Array.of(400) }
    spreadMarks([mark], places, [number], FRAMES.landscape, { ...room, scales: [SCALE] })
    expect(
      isInside(mark.box, places.x[0] as number, places.y[0] as number, 1, FRAMES.landscape),
    ).toBe(true)
  }
})
