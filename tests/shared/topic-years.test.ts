import { expect, test } from 'vitest'
import { explainCounts, yearSpan } from '../../src/shared/topic-years.ts'
import { citable } from '../formats/citation-fixtures.ts'

const paper = (value: string | null) =>
  citable({ date: value === null ? null : { value, yearInferred: false } }).paper

test.each([
  [['2025-08-07', null, '2021-01-02', '2023-03-04'], 'by year, 2021 to 2025, all to one scale.'],
  [['2025-08-07', '2025-01-02'], 'by year, 2025, all to one scale.'],
  [[null], 'none of them is dated in the source.'],
])('of papers dated %j a list of topics says what its bars show', (dates, end) => {
  expect(explainCounts(yearSpan(dates.map(paper))).endsWith(end)).toBe(true)
})
