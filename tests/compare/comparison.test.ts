import { expect, test } from 'vitest'
import { type Found, gatherComparison, nameSet } from '../../src/compare/comparison.ts'
import { citable } from '../formats/citation-fixtures.ts'

function found(id: string): Found {
  return { kind: 'paper', paper: citable({ id, title: `The ${id}` }).paper }
}

function gather(answers: [string, Found][]) {
  return gatherComparison(
    answers.map(([id]) => id),
    new Map(answers),
  )
}

test('papers are shown in the order of the address', () => {
  const { papers, ids, notes, failed } = gather([
    ['b', found('b')],
    ['a', found('a')],
  ])
  expect(papers.map(({ id }) => id)).toEqual(['b', 'a'])
  expect({ ids, notes, failed }).toEqual({ ids: ['b', 'a'], notes: [], failed: [] })
})

test('a merged id gives way to its paper, which is shown once', () => {
  const { papers, ids, notes } = gather([
    ['old', found('a')],
    ['b', found('b')],
    ['a', found('a')],
  ])
  expect(papers.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(ids).toEqual(['a', 'b'])
  expect(notes).toEqual(['“old” is now part of “The a”.'])
})

test('what is not there is said and leaves the address, what could not be loaded keeps its place', () => {
  const { papers, ids, notes, failed } = gather([
    ['late', { kind: 'failed' }],
    ['gone', { kind: 'withdrawn' }],
    ['a', found('a')],
    ['never', { kind: 'unknown' }],
  ])
  expect(papers.map(({ id }) => id)).toEqual(['a'])
  expect(ids).toEqual(['late', 'a'])
  expect(failed).toEqual(['late'])
  expect(notes).toEqual(['“gone” was withdrawn.', 'There is no paper “never” here.'])
})

test('of more than four the first four are shown', () => {
  const { papers, notes } = gather([...'abcdef'].map((id) => [id, found(id)]))
  expect(papers.map(({ id }) => id).join('')).toBe('abcd')
  expect(notes).toEqual(['The link names 6 papers; the first four are shown.'])
})

test('sets of papers are named by letters', () => {
  expect([[0], [0, 2], [0, 1, 3]].map(nameSet)).toEqual(['A', 'A and C', 'A, B and D'])
})
