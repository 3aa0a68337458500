import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meet } from '../../src/map/labels.ts'
import { type OverviewMark, setOverviewNames } from '../../src/map/overview-names.ts'

const bounds = { left: 0, top: 0, right: 300, bottom: 200 }
const AREAS = ['a', 'b', 'c', 'd']
const nameOf = (id: string) => ({
  id,
  shapes: [
    { lines: ['ONE LINE'], width: 70, height: 8 },
    { lines: ['ONE', 'LINE'], width: 36, height: 16 },
  ],
})

const marksOf: fc.Arbitrary<OverviewMark[]> = fc.array(
  fc.record({
    x: fc.integer({ min: 10, max: 290 }),
    y: fc.integer({ min: 10, max: 190 }),
    radius: fc.integer({ min: 2, max: 6 }),
    area: fc.constantFrom(...AREAS),
  }),
  { minLength: 1, maxLength: 30 },
)

test('names of the small map never meet, and lie within it', () => {
  fc.assert(
    fc.property(marksOf, (marks) => {
      const areas = AREAS.filter((id) => marks.some(({ area }) => area === id))
      const set = setOverviewNames(areas.map(nameOf), marks, bounds)
      for (const [at, { box }] of set.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(bounds.left)
        expect(box.right).toBeLessThanOrEqual(bounds.right)
        for (const other of set.slice(at + 1)) expect(meet(box, other.box)).toBe(false)
      }
    }),
    { numRuns: 30 },
  )
})

test('a name goes beside its marks, and not over them', () => {
  const marks = [130, 150, 170].map((x) => ({ x, y: 100, radius: 5, area: 'a' }))
  const [name] = setOverviewNames([nameOf('a')], marks, bounds)
  for (const { x, y, radius } of marks)
    expect(
      meet(name!.box, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }),
    ).toBe(false)
  expect(Math.abs(name!.y - 100)).toBeLessThan(30)
})

test('a name stays on the ground of its area', () => {
  const marks = [
    { x: 100, y: 100, radius: 5, area: 'a' },
    { x: 140, y: 100, radius: 5, area: 'a' },
    { x: 120, y: 90, radius: 5, area: 'b' },
  ]
  const [name] = setOverviewNames([nameOf('a')], marks, bounds)
  const [toFirst, toSecond, toOther] = marks.map(({ x, y }) => Math.hypot(x - name!.x, y - name!.y))
  expect(Math.min(toFirst!, toSecond!)).toBeLessThanOrEqual(toOther!)
})

test('a name stands at the place where most of its area is', () => {
  const marks = [40, 50, 60, 120, 170, 220, 270].map((x) => ({ x, y: 100, radius: 5, area: 'a' }))
  const [name] = setOverviewNames([nameOf('a')], marks, bounds)
  expect(Math.abs(name!.x - 50)).toBeLessThan(30)
})
