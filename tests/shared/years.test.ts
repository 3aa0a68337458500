import { expect, test } from 'vitest'
import { groupByYear } from '../../src/shared/years.ts'
import { citable } from '../formats/citation-fixtures.ts'

const paper = (id: string, value: string | null) =>
  citable({ id, date: value === null ? null : { value, yearInferred: false } }).paper
const papers = [paper('a', '2023-05-01'), paper('b', null), paper('c', '2025-01-01')]
const told = (kept?: string[]) =>
  groupByYear(papers, kept).map(({ key, items }) => [key, items.map(({ id }) => id).join()])

test('newest years come first, undated papers last', () => {
  expect(told()).toEqual([
    ['2025', 'c'],
    ['2023', 'a'],
    ['undated', 'b'],
  ])
})

test('a year that is kept has its place without papers', () => {
  expect(told(['undated', '2024', '2023'])).toEqual([
    ['2025', 'c'],
    ['2024', ''],
    ['2023', 'a'],
    ['undated', 'b'],
  ])
})
