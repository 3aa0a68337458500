import { expect, test } from 'vitest'
import { formatDate } from '../../src/shared/dates.ts'
import { counted, groupDigits, listFacts, listingName } from '../../src/shared/facts.ts'
import { paperOf } from '../search/search-fixtures.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [10013, '10,013'],
  [1234567, '1,234,567'],
])('groups the digits of %d', (count, text) => {
  expect(groupDigits(count)).toBe(text)
})

test('counts one author and several', () => {
  expect(counted(1, 'author')).toBe('1 author')
  expect(counted(6, 'author')).toBe('6 authors')
})

test('sets a date without a locale', () => {
  expect(formatDate('2024-02-09')).toBe('Feb 9, 2024')
})

test('names a listing by the part of its file name that people can say', () => {
  expect(listingName('003_76c8d6c038b90c29')).toBe('003')
  expect(listingName('icse2026')).toBe('icse2026')
})

test('marks a year that the source does not state', () => {
  const paper = paperOf({ title: 'Anything', date: '2025-02-10' })
  const inferred = { ...paper, date: { value: '2025-02-10', yearInferred: true } }
  expect(listFacts(paper)).toContain('Feb 10, 2025')
  expect(listFacts(inferred)).toContain('Feb 10, 2025, year inferred')
})
