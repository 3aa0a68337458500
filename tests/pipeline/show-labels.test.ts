import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  describeLayout,
  namesOf,
  SIGHTS,
  shownFrom,
} from '../../scripts/pipeline/describe-layout.ts'
import { FRAMES } from '../../scripts/pipeline/map-frames.ts'
import { chooseCandidates } from '../../scripts/pipeline/place-labels.ts'
import type { Draft } from '../../scripts/pipeline/place-topics.ts'
import { generator } from '../../scripts/pipeline/seeded-random.ts'
import { showMoreLabels } from '../../scripts/pipeline/show-labels.ts'
import { AREAS, mapGraph, ring, taskOf } from './map-fixtures.ts'

const shown = (task: ReturnType<typeof taskOf>, draft: Draft) =>
  describeLayout(task, draft, AREAS, 'landscape').topics.filter(({ label }) => label.from <= 1)
    .length

const draftOf = (points: [number, number][], chosen = points.map(() => 0)): Draft => ({
  places: {
    x: Float64Array.from(points, ([x]) => x),
    y: Float64Array.from(points, ([, y]) => y),
  },
  chosen,
})

test('labels that meet go to other sides of their marks, and those in their way give way', () => {
  const task = taskOf(mapGraph(7, '0-1 1-2 2-3 3-4 4-5 5-6'))
  const corners: [number, number][] = [
    [200, 150],
    [1000, 150],
    [200, 650],
    [1000, 650],
  ]
  const draft = draftOf([...corners, [560, 400], [600, 400], [640, 400]])
  expect(shown(task, draft)).toBe(5)
  const better = showMoreLabels(task, draft, AREAS, 'landscape')
  expect(shown(task, better)).toBe(7)
  expect(better.places).toEqual(draft.places)
})

test('never fewer labels show than before, whatever the places', () => {
  const task = taskOf(ring(20))
  const places = fc.array(
    fc.tuple(fc.integer({ min: 300, max: 800 }), fc.integer({ min: 250, max: 550 })),
    { minLength: 20, maxLength: 20 },
  )
  fc.assert(
    fc.property(places, (points) => {
      const draft = draftOf(points)
      const better = showMoreLabels(task, draft, AREAS, 'landscape')
      expect(shown(task, better)).toBeGreaterThanOrEqual(shown(task, draft))
    }),
    { numRuns: 20 },
  )
})

test('names of areas give way where too few labels would show', () => {
  const task = taskOf(ring(40))
  const random = generator(24)
  const x = Float64Array.from(task.marks, () => 350 + 500 * random())
  const y = Float64Array.from(task.marks, () => 250 + 300 * random())
  const chosen = chooseCandidates(
    task.marks,
    { x, y },
    task.marks.map(() => 1),
    FRAMES.landscape,
  )
  const draft: Draft = { places: { x, y }, chosen }
  const usual = namesOf(task, draft, AREAS, 'landscape', SIGHTS[0])
  const beside = shownFrom(task, draft, usual, 'landscape').filter((from) => from <= 1).length
  expect(shown(task, draft)).toBeGreaterThan(beside)
})
