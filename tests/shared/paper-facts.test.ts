import { expect, test } from 'vitest'
import { inListings, listFacts } from '../../src/shared/paper-facts.ts'
import { paperOf } from '../search/search-fixtures.ts'

test.each([
  [inListings(1), 'in 1 listing'],
  [inListings(2), 'in 2 listings'],
  [inListings(1, 5), 'in 1 of 5 listings'],
])('says in how many listings a paper is: %s', (said, expected) => {
  expect(said).toBe(expected)
})

test('marks a year that the source does not state', () => {
  const paper = paperOf({ title: 'Anything', date: '2025-02-10' })
  const inferred = { ...paper, date: { value: '2025-02-10', yearInferred: true } }
  expect(listFacts(paper)).toContain('Feb 10, 2025')
  expect(listFacts(inferred)).toContain('Feb 10, 2025 (year inferred)')
})
