import { expect, test } from 'vitest'
import {
  compareValues,
  type SortDirection,
  type SortKind,
} from '../../src/client/sortable-table.ts'

function sorted(values: string[], kind: SortKind, direction: SortDirection): string[] {
  return [...values].sort((a, b) => compareValues(a, b, kind, direction))
}

test('texts go by code point', () => {
  const labels = ['a', 'Z', 'é', 'B', '3D']
  expect(sorted(labels, 'text', 'ascending')).toEqual(['3D', 'B', 'Z', 'a', 'é'])
  expect(sorted(labels, 'text', 'descending')).toEqual(['é', 'a', 'Z', 'B', '3D'])
})

test('numbers go by value', () => {
  expect(sorted(['10', '9', '0.5', '2'], 'number', 'ascending')).toEqual(['0.5', '2', '9', '10'])
  expect(sorted(['10', '9', '0.5', '2'], 'number', 'descending')).toEqual(['10', '9', '2', '0.5'])
})

test('what is no number stands last in both directions', () => {
  expect(sorted(['', '3', '1'], 'number', 'ascending')).toEqual(['1', '3', ''])
  expect(sorted(['', '3', '1'], 'number', 'descending')).toEqual(['3', '1', ''])
})

test('equal values are told to be equal, so that a stable sort keeps their order', () => {
  expect(compareValues('7', '7.0', 'number', 'descending')).toBeCloseTo(0)
  expect(compareValues('same', 'same', 'text', 'descending')).toBeCloseTo(0)
  expect(compareValues('', '', 'number', 'ascending')).toBe(0)
})
