import { expect, test } from 'vitest'
import {
  crossingQuality,
  groupCohesion,
  neighbourhoodPreservation,
  normalisedStress,
} from '../../scripts/pipeline/layout-quality.ts'
import type { Places } from '../../scripts/pipeline/stress-layout.ts'
import { hopDistances, linkDistances } from '../../scripts/pipeline/topic-distances.ts'

function placesOf(...at: [number, number][]): Places {
  return { x: Float64Array.from(at, ([x]) => x), y: Float64Array.from(at, ([, y]) => y) }
}

function linksOf(text: string) {
  return text.split(' ').map((link) => {
    const [a = 0, b = 0] = link.split('-').map(Number)
    return { a, b, weight: 1 }
  })
}

test('a path drawn straight has no stress, at any size', () => {
  const hops = hopDistances(3, linksOf('0-1 1-2'))
  expect(normalisedStress(placesOf([0, 0], [1, 0], [2, 0]), hops)).toBeCloseTo(0, 12)
  expect(normalisedStress(placesOf([0, 0], [0, 70], [0, 140]), hops)).toBeCloseTo(0, 12)
})

test('a path folded back has the stress that arithmetic says', () => {
  const hops = hopDistances(3, linksOf('0-1 1-2'))
  // Ratios 1, 1 and 0: Σ (s · ratio − 1)² is least at s = 1, where the third pair is wholly wrong.
  expect(normalisedStress(placesOf([0, 0], [1, 0], [0, 0]), hops)).toBeCloseTo(1 / 3, 12)
})

test('nodes that no path joins may lie anywhere without stress', () => {
  const hops = hopDistances(3, linksOf('0-1'))
  expect(normalisedStress(placesOf([0, 0], [1, 0], [99, 5]), hops)).toBe(0)
  // They are drawn a hop beyond the longest path apart.
  expect([...linkDistances(3, linksOf('0-1')).values].slice(0, 3)).toEqual([0, 1.25, 2.25])
})

const SQUARE = placesOf([0, 0], [1, 0], [1, 1], [0, 1])

test('diagonals of a square cross, sides do not, links at one node cannot', () => {
  expect(crossingQuality(SQUARE, linksOf('0-2 1-3'))).toBe(0)
  expect(crossingQuality(SQUARE, linksOf('0-1 2-3'))).toBe(1)
  expect(crossingQuality(SQUARE, linksOf('0-1 0-2 0-3'))).toBe(1)
  // Of the 15 pairs of a complete graph's links 3 share no end; the diagonals cross.
  expect(crossingQuality(SQUARE, linksOf('0-1 1-2 2-3 0-3 0-2 1-3'))).toBeCloseTo(2 / 3, 12)
})

test('neighbours that are nearest are preserved, others are not', () => {
  const row = placesOf([0, 0], [1, 0], [10, 0], [11, 0])
  expect(neighbourhoodPreservation(row, linksOf('0-1 2-3'))).toBe(1)
  expect(neighbourhoodPreservation(row, linksOf('0-3 1-2'))).toBe(0)
  expect(neighbourhoodPreservation(row, [])).toBe(1)
})

test('groups that lie together are cohesive', () => {
  const two = placesOf([0, 0], [0, 1], [1, 0], [1, 1], [50, 0], [50, 1], [51, 0], [51, 1])
  expect(groupCohesion(two, [...'aaaabbbb'])).toBe(1)
  expect(groupCohesion(two, [...'abababab'])).toBeCloseTo(1 / 3, 12)
})

test('nothing at all is perfect', () => {
  const none = placesOf()
  expect(normalisedStress(none, hopDistances(0, []))).toBe(0)
  expect(crossingQuality(none, [])).toBe(1)
  expect(neighbourhoodPreservation(none, [])).toBe(1)
})
