import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Direction, nearestInDirection } from '../../src/map/directions.ts'

const here = { x: 0, y: 0 }
const point = fc.record({
  x: fc.integer({ min: -99, max: 99 }),
  y: fc.integer({ min: -99, max: 99 }),
})
const direction = fc.constantFrom<Direction>('left', 'right', 'up', 'down')

test('an arrow goes to what lies in its direction', () => {
  fc.assert(
    fc.property(fc.array(point), direction, (points, way) => {
      const found = nearestInDirection(points, here, way)
      const isAhead = ({ x, y }: { x: number; y: number }) =>
        ({ left: x < 0, right: x > 0, up: y < 0, down: y > 0 })[way]
      if (found) expect(isAhead(found)).toBe(true)
      else expect(points.filter(isAhead)).toEqual([])
    }),
  )
})

test('the nearer of two goes first, and what lies ahead before what lies beside', () => {
  expect(
    nearestInDirection(
      [
        { x: 9, y: 0 },
        { x: 5, y: 1 },
      ],
      here,
      'right',
    ),
  ).toEqual({ x: 5, y: 1 })
  expect(
    nearestInDirection(
      [
        { x: 40, y: 0 },
        { x: 2, y: 6 },
      ],
      here,
      'right',
    ),
  ).toEqual({ x: 40, y: 0 })
})
