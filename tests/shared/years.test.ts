import { expect, test } from 'vitest'
import { PAGE_MAX } from '../../src/shared/page-max.ts'
import { groupByYear, listYearPages, yearName } from '../../src/shared/years.ts'
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

/** As many papers of a day, or without one, from a number on. */
const many = (count: number, value: string | null, from = 0) =>
  Array.from({ length: count }, (_, at) => paper(`p${from + at}`, value))
const sizes = (all: typeof papers, kept?: string[]) =>
  Object.fromEntries(listYearPages(all, kept).map(({ key, items }) => [key, items.length]))

test('a year has one page for as many papers as it has room for', () => {
  expect(sizes(many(PAGE_MAX, '2025-06-01'))).toEqual({ 2025: PAGE_MAX })
})

test('a year of more papers has pages of months, newest first, that hold each paper once', () => {
  const all = [...many(PAGE_MAX, '2025-06-01'), ...many(2, '2025-11-30', PAGE_MAX), ...papers]
  const pages = listYearPages(all)
  expect(pages.map(({ key }) => key)).toEqual([
    '2025',
    '2023',
    'undated',
    '2025/11',
    '2025/06',
    '2025/01',
  ])
  const [year] = pages
  expect(year?.parts.map(({ key, items }) => [key, items.length])).toEqual([
    ['2025/11', 2],
    ['2025/06', PAGE_MAX],
    ['2025/01', 1],
  ])
  expect(pages.find(({ key }) => key === '2025/06')).toMatchObject({
    later: '2025/11',
    earlier: '2025/01',
    parts: [],
  })
})

test('many papers without a date have pages of letters, A to Z', () => {
  const all = many(PAGE_MAX + 1, null).map((one, at) => ({
    ...one,
    title: `${['A tenth', '2nd', 'Zebra'][at % 3]} ${at}`,
  }))
  const third = (PAGE_MAX + 2) / 3
  expect(listYearPages(all).map(({ key, items }) => [key, items.length])).toEqual([
    ['undated', PAGE_MAX + 1],
    ['undated/signs', Math.floor(third)],
    ['undated/t', Math.floor(third)],
    ['undated/z', Math.floor(third) - 1],
  ])
})

test('parts once published stay, with papers or without, and so does the division', () => {
  const all = papers.map((one) => ({ ...one, title: 'Zebra' }))
  expect(sizes(all, ['2025', '2025/01', '2025/02', 'undated/q'])).toEqual({
    2025: 1,
    2023: 1,
    undated: 1,
    '2025/02': 0,
    '2025/01': 1,
    'undated/z': 1,
    'undated/q': 0,
  })
})

test('years and their parts have names', () => {
  expect(['2025', '2025/06', 'undated', 'undated/s', 'undated/signs'].map(yearName)).toEqual([
    '2025',
    'Jun 2025',
    'Not dated in the source',
    'Not dated, S',
    'Not dated, #',
  ])
})
