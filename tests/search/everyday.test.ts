import { expect, test } from 'vitest'
import { unpackNames } from '../../src/search/index-files.ts'
import { indexOf } from './search-fixtures.ts'

test('everyday words are packed by what they lead to, and come apart as names', () => {
  const { rows } = indexOf({
    papers: [{ title: 'Pruning of trees', main: ['pruning'] }],
    topics: [{ id: 'pruning', label: 'Pruning', aliases: [] }],
    synonyms: [{ say: ['trim', 'cut away'], mean: ['pruning'] }],
  })
  expect(rows.everyday).toEqual([[['trim', 'cut away'], [['pruning', '#pruning']]]])
  expect(unpackNames(rows)).toEqual([
    { words: 'cut away', term: '#pruning', label: 'pruning' },
    { words: 'cut away', term: '~pruning', label: 'pruning' },
    { words: 'pruning', term: '#pruning', label: 'Pruning' },
    { words: 'trim', term: '#pruning', label: 'pruning' },
    { words: 'trim', term: '~pruning', label: 'pruning' },
  ])
})
