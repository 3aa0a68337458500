import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRegions } from '../../src/map/regions.ts'

const size = { width: 400, height: 300 }

/** The loops of a path as lists of corners. */
function loopsOf(path: string): [number, number][][] {
  return path
    .split('Z')
    .filter((loop) => loop !== '')
    .map((loop) =>
      loop
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number) as [number, number]),
    )
}

/** Whether a point lies in a ground, a hole being outside. */
function isIn(loops: [number, number][][], x: number, y: number): boolean {
  let inside = false
  for (const loop of loops)
    for (const [at, [ax, ay]] of loop.entries()) {
      const [bx, by] = loop[(at + 1) % loop.length] as [number, number]
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
    }
  return inside
}

const topics = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: size.width }),
    y: fc.integer({ min: 0, max: size.height }),
    group: fc.constantFrom('a', 'b', 'c'),
  }),
  { minLength: 1, maxLength: 12 },
)

test('no point lies in the ground of two groups', () => {
  fc.assert(
    fc.property(topics, (placed) => {
      const grounds = findRegions(placed, size).map(({ path }) => loopsOf(path))
      const shared: string[] = []
      for (let y = -60; y <= 360; y += 5.3)
        for (let x = -60; x <= 460; x += 4.7)
          if (grounds.filter((loops) => isIn(loops, x, y)).length > 1) shared.push(`${x} ${y}`)
      expect(shared).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('a topic away from those of other groups stands on its own ground', () => {
  const placed = [
    { x: 60, y: 60, group: 'a' },
    { x: 90, y: 80, group: 'a' },
    { x: 300, y: 200, group: 'b' },
  ]
  const regions = findRegions(placed, size)
  expect(regions.map(({ group }) => group)).toEqual(['a', 'b'])
  for (const { x, y, group } of placed)
    for (const region of regions)
      expect(isIn(loopsOf(region.path), x, y)).toBe(region.group === group)
  // Two near topics melt into one ground; far ones of a group do not.
  expect(loopsOf(regions[0]?.path ?? '')).toHaveLength(1)
  const apart = findRegions([placed[0], { x: 350, y: 250, group: 'a' }] as typeof placed, size)
  expect(loopsOf(apart[0]?.path ?? '')).toHaveLength(2)
})

test('the order of topics does not matter, and without topics there is no ground', () => {
  const placed = [
    { x: 60, y: 60, group: 'b' },
    { x: 100, y: 90, group: 'a' },
    { x: 200, y: 60, group: 'b' },
  ]
  expect(findRegions([...placed].reverse(), size)).toEqual(findRegions(placed, size))
  expect(findRegions([], size)).toEqual([])
})
