import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignPlaces } from '../../scripts/pipeline/align-places.ts'
import type { Places } from '../../scripts/pipeline/stress-layout.ts'

const points = fc.array(
  fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })),
  {
    minLength: 3,
    maxLength: 9,
  },
)

function placesOf(at: readonly (readonly [number, number])[]): Places {
  return { x: Float64Array.from(at, ([x]) => x), y: Float64Array.from(at, ([, y]) => y) }
}

function gap({ x, y }: Places, to: readonly (readonly [number, number] | undefined)[]): number {
  return to.reduce(
    (sum, target, node) =>
      target
        ? sum + ((x[node] as number) - target[0]) ** 2 + ((y[node] as number) - target[1]) ** 2
        : sum,
    0,
  )
}

test('a map that was turned, mirrored and shifted comes back', () => {
  fc.assert(
    fc.property(
      points,
      fc.double({ min: 0, max: 6, noNaN: true }),
      fc.boolean(),
      (at, angle, mirrored) => {
        const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
        const places = placesOf(
          at.map(([x, y]) => {
            const across = mirrored ? -x : x
            return [cosine * across - sine * y + 40, sine * across + cosine * y - 7]
          }),
        )
        alignPlaces(places, at)
        expect(gap(places, at)).toBeCloseTo(0, 6)
      },
    ),
  )
})

test('no turn, mirrored or not, brings places nearer, and distances stay', () => {
  fc.assert(
    fc.property(points, points, (at, to) => {
      const targets = at.map((_, node) => to[node])
      const places = placesOf(at)
      alignPlaces(places, targets)
      const reached = gap(places, targets)
      for (let step = 0; step < 72; step++)
        for (const flip of [1, -1]) {
          const [cosine, sine] = [Math.cos((step * Math.PI) / 36), Math.sin((step * Math.PI) / 36)]
          const other = placesOf(
            at.map(([x, y]) => [cosine * x * flip - sine * y, sine * x * flip + cosine * y]),
          )
          const common = targets.flatMap((target, node) => (target ? [{ node, target }] : []))
          const shift = (of: 'x' | 'y', axis: 0 | 1) =>
            common.reduce(
              (sum, { node, target }) => sum + target[axis] - (other[of][node] as number),
              0,
            ) / common.length
          const [shiftX, shiftY] = [shift('x', 0), shift('y', 1)]
          const moved = { x: other.x.map((x) => x + shiftX), y: other.y.map((y) => y + shiftY) }
          expect(reached).toBeLessThanOrEqual(gap(moved, targets) + 1e-6)
        }
      const far = (from: Places) =>
        Math.hypot(
          (from.x[0] as number) - (from.x[1] as number),
          (from.y[0] as number) - (from.y[1] as number),
        )
      expect(far(places)).toBeCloseTo(far(placesOf(at)), 6)
    }),
  )
})

test('with fewer than two common nodes nothing moves', () => {
  const places = placesOf([
    [1, 2],
    [3, 4],
  ])
  alignPlaces(places, [[9, 9], undefined])
  expect(places).toEqual(
    placesOf([
      [1, 2],
      [3, 4],
    ]),
  )
})
