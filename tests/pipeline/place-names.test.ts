import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Frame } from '../../scripts/pipeline/place-labels.ts'
import { type GroundName, placeNames } from '../../scripts/pipeline/place-names.ts'
import { lastMeeting } from '../../src/map/meeting-scales.ts'

const FRAME: Frame = { width: 1200, height: 800 }
const APART = 0.65

const place = (names: GroundName[], frame = FRAME) =>
  placeNames(names, [], frame, { scale: 0.45, apart: APART, sight: 1.2 })

const namesOf: fc.Arbitrary<GroundName[]> = fc
  .array(
    fc.record({
      width: fc.integer({ min: 60, max: 260 }),
      topics: fc.array(
        fc.record({
          x: fc.integer({ min: 550, max: 650 }),
          y: fc.integer({ min: 380, max: 420 }),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    }),
    { minLength: 2, maxLength: 10 },
  )
  .map((names) => names.map((name, at) => ({ ...name, id: `area-${at}`, height: 20 })))

test('no two names meet where all topics lie in one place, and none is left out', () => {
  fc.assert(
    fc.property(namesOf, (names) => {
      const placed = place(names)
      expect(placed).toHaveLength(names.length)
      for (const [at, one] of placed.entries())
        for (const other of placed.slice(0, at))
          expect(
            lastMeeting(one.x - other.x, one.y - other.y, other.box, one.box),
          ).toBeLessThanOrEqual(APART)
    }),
    { numRuns: 30 },
  )
})

test('a frame without room for all names shows those with more topics', () => {
  const names = [1, 2, 3, 4].map((count) => ({
    id: `area-${count}`,
    width: 100,
    height: 20,
    topics: Array.from({ length: count }, () => ({ x: 150, y: 50 })),
  }))
  const placed = place(names, { width: 300, height: 112 })
  expect(placed.map(({ id }) => id)).toEqual(['area-3', 'area-4'])
})
