import { expect, test } from 'vitest'
import { formatDate } from '../../src/shared/dates.ts'
import {
  counted,
  filedPapers,
  groupDigits,
  listingName,
  spelledOut,
} from '../../src/shared/facts.ts'

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

test('says which papers of a topic the map counts', () => {
  expect(filedPapers(1)).toBe('1 paper about or using it')
  expect(filedPapers(51)).toBe('51 papers about or using it')
})

test('sets a date without a locale', () => {
  expect(formatDate('2024-02-09')).toBe('Feb 9, 2024')
})

test('names a listing by the part of its file name that people can say', () => {
  expect(listingName('003_76c8d6c038b90c29')).toBe('003')
  expect(listingName('icse2026')).toBe('icse2026')
})

test('spells kinds of lines as prose does', () => {
  expect(['organization', 'title'].map(spelledOut)).toEqual(['organisation', 'title'])
})
