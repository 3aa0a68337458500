import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FRAMES } from '../../scripts/pipeline/map-frames.ts'
import {
  type Candidate,
  chooseCandidates,
  describeMark,
  insideFrom,
  isInside,
  type Mark,
  visibleFrom,
} from '../../scripts/pipeline/place-labels.ts'
import type { Box } from '../../src/map/marks.ts'
import { type MarkedPlaces, markedPlaces } from './map-fixtures.ts'

const SCALES = Array.from({ length: 400 }, (_, step) => 0.05 * 1.02 ** step)

function doMeet(dx: number, dy: number, a: Box, b: Box): boolean {
  return (
    dx + b.left < a.right && dx + b.right > a.left && dy + b.top < a.bottom && dy + b.bottom > a.top
  )
}

function shownBoxes({ marks, chosen }: MarkedPlaces, from: number[], scale: number) {
  return marks.flatMap((mark, node) =>
    (from[node] as number) <= scale
      ? [{ node, box: (mark.candidates[chosen[node] as number] as Candidate).box }]
      : [],
  )
}

test('no label that is shown meets another, a mark or a name, at whatever scale', () => {
  const name = { x: 500, y: 300, box: { left: -70, top: -6, right: 70, bottom: 6 } }
  fc.assert(
    fc.property(markedPlaces, (drawn) => {
      const { marks, places, chosen } = drawn
      const from = visibleFrom(marks, places, chosen, [name])
      const at = (a: number, b: number, scale: number) =>
        [
          ((places.x[b] as number) - (places.x[a] as number)) * scale,
          ((places.y[b] as number) - (places.y[a] as number)) * scale,
        ] as const
      const meetings = SCALES.filter((scale) => {
        const shown = shownBoxes(drawn, from, scale)
        return shown.some(({ node, box }) => {
          const toName = [name.x - (places.x[node] as number), name.y - (places.y[node] as number)]
          const [dx, dy] = toName.map((part) => part * scale) as [number, number]
          return (
            shown.some(
              (other) =>
                other.node < node && doMeet(...at(node, other.node, scale), box, other.box),
            ) ||
            marks.some(
              (mark, other) => other !== node && doMeet(...at(node, other, scale), box, mark.box),
            ) ||
            doMeet(dx, dy, box, name.box)
          )
        })
      })
      expect(meetings).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('the most important label is hidden by marks alone', () => {
  const mark = (importance: number) => describeMark('A label', 5, 12, importance)
  const marks = [mark(1), mark(9)]
  const places = { x: Float64Array.of(0, 30), y: Float64Array.of(0, 0) }
  // Both to the right: the first runs into the second mark, the second into nothing.
  expect(visibleFrom(marks, places, [0, 0])[1]).toBe(0)
  expect(visibleFrom(marks, places, [0, 0])[0]).toBeGreaterThan(1)
})

test('very wide labels are seen to meet however far apart their marks are', () => {
  const mark = describeMark('W'.repeat(45), 5, 16, 1)
  const sideOf = (number: number | undefined) => mark.candidates[number as number]?.side
  const right = mark.candidates.findIndex(({ side }) => side === 'right')
  const left = mark.candidates.findIndex(({ side }) => side === 'left')
  const places = { x: Float64Array.of(1000, 2100), y: Float64Array.of(400, 400) }
  const marks = [mark, mark]
  expect(visibleFrom(marks, places, [right, left])[1]).toBeGreaterThan(1)
  // The second would stay with its left side, if the label of the first did not reach that far.
  const chosen = chooseCandidates(marks, places, [1, 1], { width: 3000, height: 800 }, [
    right,
    left,
  ])
  expect(chosen.map(sideOf)).toEqual(['right', 'right'])
})

test('every mark gets a candidate, even where two share a place; with a count only the first', () => {
  const marks = [3, 2, 1].map((importance) => describeMark('Twin', 5, 12, importance))
  const places = { x: Float64Array.of(9, 9, 9), y: Float64Array.of(9, 9, 9) }
  for (const number of chooseCandidates(marks, places, [1, 1, 1], FRAMES.landscape))
    expect((marks[0] as Mark).candidates[number]).toBeDefined()
  expect(chooseCandidates(marks, places, [1, 1, 1], FRAMES.landscape, [], 1).slice(1)).toEqual([
    -1, -1,
  ])
})

test('a label is broken where that saves room, and never within a word', () => {
  const lines = (label: string) =>
    new Set(describeMark(label, 5, 13, 1).candidates.map(({ lines }) => lines.join('|')))
  expect(lines('Bayes')).toEqual(new Set(['Bayes']))
  expect(lines('Probabilistic programs & semantics')).toEqual(
    new Set(['Probabilistic programs & semantics', 'Probabilistic|programs & semantics']),
  )
  expect(lines('W'.repeat(80)).size).toBe(1)
})

test('a label lies within the frame from one scale on', () => {
  const box = { left: 8, top: -8, right: 68, bottom: 8 }
  const frame = { width: 100, height: 100 }
  expect(insideFrom(box, 20, 50, frame)).toBeCloseTo(68 / 80)
  expect(isInside(box, 20, 50, 68 / 80, frame)).toBe(true)
  expect(isInside(box, 20, 50, 0.84, frame)).toBe(false)
  expect(insideFrom(box, 20, 4, frame)).toBe(2)
  expect(insideFrom(box, 100, 50, frame)).toBe(Number.POSITIVE_INFINITY)
})
