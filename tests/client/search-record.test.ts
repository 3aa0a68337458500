import { expect, test } from 'vitest'
import { formatSearchRecord, type SearchRecord } from '../../src/client/search-record.ts'
import type { SearchState } from '../../src/search/model.ts'

const state: SearchState = {
  q: 'pruning',
  chosen: { topic: [], area: [], year: ['2024'], listing: [], resource: [], org: [] },
  sort: 'relevance',
  page: 1,
  exact: false,
}
const record: SearchRecord = {
  state,
  meant: null,
  filters: ['Year: 2024'],
  sort: 'Relevance',
  corpusHash: '0123456789ab',
  corpusPapers: 465,
  searchFolder: '/lectern/search-index/ba9876543210/',
  ids: ['first', 'second'],
  isQuestion: false,
  partly: 0,
  link: 'https://lectern.example/search/?q=pruning&year=2024&then=2',
}

test('names query, filters, data, count, link and ids', () => {
  expect(formatSearchRecord(record).split('\n')).toEqual([
    'Search record, Lectern',
    'Query: pruning',
    'Filters: Year: 2024',
    'Words: with other forms, synonyms, paraphrases and near spellings',
    'Sort: Relevance',
    'Data version: 0123456789ab (465 papers)',
    'Search index: ba9876543210',
    'Result: 2 papers',
    'Repeat: https://lectern.example/search/?q=pruning&year=2024&then=2',
    'Papers:',
    '1. first',
    '2. second',
    '',
  ])
})

test('says what a misspelt query was understood as', () => {
  const slip = { ...record, state: { ...state, q: 'prunning' }, meant: 'pruning' }
  expect(formatSearchRecord(slip)).toContain('Query: prunning\nUnderstood as: pruning\nFilters:')
})

test('tells papers with some of the words apart', () => {
  const text = formatSearchRecord({ ...record, partly: 1 })
  expect(text).toContain(
    'Result: 1 paper with all words\nFurther: 1 paper with some of the words\n',
  )
  expect(text).toContain('Papers:\n1. first\nPapers with some of the words:\n2. second\n')
  const none = formatSearchRecord({ ...record, partly: 2 })
  expect(none).toContain('Result: 0 papers with all words\nFurther: 2 papers')
  expect(none).not.toContain('Papers:\n')
})

test('a question has one list, by how much is answered', () => {
  const text = formatSearchRecord({ ...record, isQuestion: true, partly: 1 })
  expect(text).toContain('Result: 2 papers, by how much of the question they answer\n')
  expect(text).toContain('Papers:\n1. first\n2. second\n')
})

test('says what is not there', () => {
  const text = formatSearchRecord({
    ...record,
    state: { ...state, q: '', exact: true },
    filters: [],
    ids: [],
  })
  expect(text).toContain('Query: (none)\nFilters: (none)\nWords: only as typed\n')
  expect(text).toContain('Result: 0 papers')
  expect(text).not.toContain('Papers:')
})
