import { expect, test } from 'vitest'
import { distanceToSegment, nearestLink } from '../../src/map/nearest-link.ts'

const places = [
  { topic: 4, x: 0, y: 0 },
  { topic: 7, x: 100, y: 0 },
  { topic: 9, x: 0, y: 10 },
  { topic: 2, x: 100, y: 10 },
]
const above = { a: 4, b: 7 }
const below = { a: 9, b: 2 }
const offPicture = { a: 4, b: 5 }
const at = (x: number, y: number, reach = 6) =>
  nearestLink({ x, y }, [offPicture, above, below], places, reach)

test('the nearest of the lines within reach is meant', () => {
  expect(at(50, 4)).toBe(above)
  expect(at(50, 6)).toBe(below)
})

test('nothing is meant where no line is within reach', () => {
  expect(at(50, -6)).toBeNull()
  expect(at(50, -5.9)).toBe(above)
  expect(at(50, 4, 4)).toBeNull()
})

test('a line ends at its topics', () => {
  expect(at(107, 0)).toBeNull()
  expect(at(-7, 0)).toBeNull()
  expect(at(-3, -4)).toBe(above)
})

test.each([
  { point: { x: 3, y: 4 }, from: { x: 0, y: 0 }, to: { x: 0, y: 0 }, distance: 5 },
  { point: { x: 5, y: 5 }, from: { x: 0, y: 0 }, to: { x: 10, y: 10 }, distance: 0 },
  { point: { x: 15, y: 27 }, from: { x: 10, y: 20 }, to: { x: 20, y: 30 }, distance: Math.SQRT2 },
  { point: { x: 13, y: 14 }, from: { x: 0, y: 0 }, to: { x: 10, y: 10 }, distance: 5 },
  { point: { x: 10, y: 0 }, from: { x: 0, y: 0 }, to: { x: 10, y: 10 }, distance: Math.sqrt(50) },
])('$point is $distance from the line', ({ point, from, to, distance }) => {
  expect(distanceToSegment(point, from, to)).toBeCloseTo(distance)
})
