import { expect, test } from 'vitest'
import { comparisonLabel, readComparedIds } from '../../src/compare/compared-ids.ts'
import { comparePath } from '../../src/shared/paths.ts'

test('an address names its papers in order', () => {
  const ids = ['b-2', 'a', 'c-4-d']
  const path = comparePath(ids)
  expect(path).toBe('/compare/?papers=b-2,a,c-4-d')
  expect(readComparedIds(new URL(path, 'https://site.example').search)).toEqual(ids)
  expect(comparePath([])).toBe('/compare/')
})

test.each([
  ['', []],
  ['?papers=', []],
  ['?papers=a,b,a', ['a', 'b']],
  ['?papers=a%2Cb%2c', ['a', 'b']],
  ['?papers=A-One,+two.', ['a-one', 'two']],
  ['?papers=../../etc,<b>', ['etc', 'b']],
  ['?then=1&papers=a', ['a']],
])('%j is read as %j', (search, ids) => {
  expect(readComparedIds(search)).toEqual(ids)
})

test('an address may name any number of papers', () => {
  const ids = Array.from({ length: 300 }, (_, at) => `paper-${at}`)
  expect(readComparedIds(`?papers=${ids}`)).toEqual(ids)
})

test.each([
  [2, 'Compare the two'],
  [4, 'Compare the four'],
  [5, 'Compare the first four'],
])('a link to compare %i papers says so', (papers, label) => {
  expect(comparisonLabel(papers)).toBe(label)
})
