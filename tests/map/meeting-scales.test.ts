import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Box } from '../../src/map/marks.ts'
import { AIR, lastMeeting, meetingScales } from '../../src/map/meeting-scales.ts'

const SCALES = Array.from({ length: 400 }, (_, step) => 0.05 * 1.02 ** step)

function doMeet(dx: number, dy: number, a: Box, b: Box, air: number): boolean {
  return (
    dx + b.left < a.right + air &&
    dx + b.right > a.left - air &&
    dy + b.top < a.bottom + air &&
    dy + b.bottom > a.top - air
  )
}

const boxes = fc
  .record({
    left: fc.integer({ min: -60, max: 60 }),
    top: fc.integer({ min: -30, max: 30 }),
    width: fc.integer({ min: 1, max: 120 }),
    height: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }))
const offset = fc.integer({ min: -200, max: 200 })

test('two boxes last meet at the scale that trying scales finds', () => {
  fc.assert(
    fc.property(offset, offset, boxes, boxes, (dx, dy, a, b) => {
      const last = lastMeeting(dx, dy, a, b)
      const tried = SCALES.filter((scale) => doMeet(dx * scale, dy * scale, a, b, AIR)).at(-1) ?? 0
      expect(last).toBeGreaterThanOrEqual(tried)
      // Just below it they do meet.
      if (last > 0 && Number.isFinite(last)) {
        const scale = last * (1 - 1e-9)
        expect(doMeet(dx * scale, dy * scale, a, b, AIR + 1e-6)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('boxes at one place meet at every scale or at none', () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 }
  expect(lastMeeting(0, 0, box, box)).toBe(Number.POSITIVE_INFINITY)
  expect(lastMeeting(0, 0, box, { left: 20, top: 0, right: 30, bottom: 10 })).toBe(0)
})

test('two boxes first meet at the scale that trying scales finds', () => {
  fc.assert(
    fc.property(offset, offset, boxes, boxes, (dx, dy, a, b) => {
      const met = meetingScales(dx, dy, a, b)
      for (const scale of SCALES)
        expect(doMeet(dx * scale, dy * scale, a, b, AIR)).toBe(
          met !== null && met.first < scale && scale < met.last,
        )
    }),
  )
})
