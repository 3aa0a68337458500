import { expect, test } from 'vitest'
import { fitAsColumns, metBeside } from '../../src/shared/listing-overlap.ts'

const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${String(at).padStart(3, '0')}_0123456789abcdef`,
  }))

test('ten numbered listings are columns of a table, eleven are not', () => {
  expect(fitAsColumns(numbered(10))).toBe(true)
  expect(fitAsColumns(numbered(11))).toBe(false)
})

test('few listings with long names are no columns either', () => {
  expect(fitAsColumns([{ id: 'conference2025' }, { id: 'conference2026' }])).toBe(true)
  expect(
    fitAsColumns(['conference2024', 'conference2025', 'conference2026'].map((id) => ({ id }))),
  ).toBe(false)
})

test('tells the listings that papers of some stand in besides', () => {
  const intersections = [
    { listings: ['a'], papers: 9 },
    { listings: ['a', 'd'], papers: 4 },
    { listings: ['a', 'b', 'c'], papers: 2 },
    { listings: ['b', 'e'], papers: 1 },
  ]
  expect(metBeside(['a'], intersections)).toEqual(['b', 'c', 'd'])
  expect(metBeside(['a', 'b'], intersections)).toEqual(['c'])
  expect(metBeside(['a', 'd'], intersections)).toEqual([])
})
