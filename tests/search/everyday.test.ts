import { expect, test } from 'vitest'
import { unpackNames } from '../../src/search/index-files.ts'
import { readSearchState } from '../../src/search/search-state.ts'
import { engineOf, indexOf } from './search-fixtures.ts'

const titles = async (corpus: Parameters<typeof engineOf>[0], q: string) =>
  (await engineOf(corpus).answer({ ...readSearchState(''), q })).answer.results.map(
    ({ title }) => title,
  )

test('an everyday phrase of small words alone must be met', async () => {
  const corpus = {
    papers: [{ title: 'Colours of parrots' }, { title: 'Hallucination of parrots' }],
    synonyms: [{ say: ['make up'], mean: ['hallucination'] }],
  }
  expect((await titles(corpus, 'why do parrots make up '))[0]).toBe('Hallucination of parrots')
  expect(await titles(corpus, 'why do parrots do it ')).toHaveLength(2)
})

test('everyday words are packed by what they lead to, and come apart as names', () => {
  const { rows, full } = indexOf({
    papers: [{ title: 'Pruning of trees', main: ['pruning'] }],
    topics: [{ id: 'pruning', label: 'Pruning', aliases: [] }],
    synonyms: [{ say: ['trim', 'cut away'], mean: ['pruning'] }],
  })
  expect(full.everyday).toEqual([[['trim', 'cut away'], [['pruning', '#pruning']]]])
  expect(unpackNames(rows, full)).toEqual([
    { words: 'pruning', term: '#pruning', label: 'Pruning' },
    { words: 'trim', term: '~pruning', label: 'pruning' },
    { words: 'trim', term: '#pruning', label: 'pruning' },
    { words: 'cut away', term: '~pruning', label: 'pruning' },
    { words: 'cut away', term: '#pruning', label: 'pruning' },
  ])
})
