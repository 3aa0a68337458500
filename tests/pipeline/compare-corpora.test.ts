import { expect, test } from 'vitest'
import { compareCorpora, type PublishedState } from '../../scripts/pipeline/compare-corpora.ts'
import { formatCorpusChanges } from '../../scripts/pipeline/format-corpus-changes.ts'

function registered(...ids: string[]): PublishedState {
  const permalinks = ids.map((id) => ({ id, state: 'live' as const, into: null }))
  return { papers: [], topics: [], permalinks, map: null }
}

test('ids that are registered no more are told, with what to do', () => {
  const changes = compareCorpora(registered('b', 'c', 'a'), registered('c', 'd'))
  expect(changes.lost).toEqual(['a', 'b'])
  expect(formatCorpusChanges(changes)).toEqual([
    'papers: 0 before, 0 after',
    'lost, so that their addresses lead nowhere; bring data/permalinks.json back: 2',
    '  a',
    '  b',
  ])
})

test('an id that is added is not lost', () => {
  expect(compareCorpora(registered('a'), registered('a', 'b')).lost).toEqual([])
})
