import { expect, test } from 'vitest'
import {
  compareTopics,
  formatTopicChanges,
  readFiling,
} from '../../scripts/pipeline/compare-topics.ts'

/** Papers as `id: main (also)`. */
function filing(lines: Record<string, string>) {
  return Object.entries(lines).map(([id, names]) => ({
    id,
    topics: names
      .split(' ')
      .filter(Boolean)
      .map((name) => ({
        id: name.replace(/[()]/g, ''),
        grade: name.startsWith('(') ? ('also' as const) : ('main' as const),
      })),
  }))
}

test('says which papers gained or lost a topic, and which changed its grade', () => {
  const before = filing({ a: 'tide (moon)', b: 'tide', c: 'moon' })
  const after = filing({ b: 'tide moon', a: 'moon', c: '(moon)', d: 'sun tide' })
  expect(compareTopics(before, after)).toEqual([
    { topic: 'moon', gained: ['b'], lost: [], raised: ['a'], lowered: ['c'] },
    { topic: 'sun', gained: ['d'], lost: [], raised: [], lowered: [] },
    { topic: 'tide', gained: ['d'], lost: ['a'], raised: [], lowered: [] },
  ])
})

test('the same filing in another order is no change', () => {
  const before = filing({ a: 'tide moon', b: 'tide' })
  const after = filing({ b: 'tide', a: 'moon tide' })
  expect(compareTopics(before, after)).toEqual([])
  expect(formatTopicChanges([])).toEqual([])
})

test('a topic that left the vocabulary is lost by all its papers', () => {
  expect(compareTopics(filing({ a: 'tide' }), filing({ a: '' }))).toMatchObject([
    { topic: 'tide', lost: ['a'] },
  ])
})

test('prints one line a topic and one a paper, five papers of a kind at most', () => {
  const many = Object.fromEntries([...'abcdefg'].map((id) => [id, 'tide']))
  const before = filing({ x: 'tide', y: 'tide', z: '(tide)' })
  const lines = formatTopicChanges(
    compareTopics(before, filing({ ...many, y: '(tide)', z: 'tide' })),
  )
  expect(lines).toEqual([
    'topic tide: +7 −1 1 to main 1 to also',
    '  + a',
    '  + b',
    '  + c',
    '  + d',
    '  + e',
    '  + 2 more',
    '  − x',
    '  to main z',
    '  to also y',
  ])
})

test.each([
  ['no file', null],
  ['a file that is no JSON', '{'],
  ['a file without papers', '{}'],
  ['a file in which no paper has a topic', '{"papers":[{"id":"a","topics":[]}]}'],
])('%s leaves nothing to compare with', (_, text) => {
  expect(readFiling(text)).toBeNull()
})

test('reads the papers of an earlier output', () => {
  const papers = filing({ a: 'tide' })
  expect(readFiling(JSON.stringify({ schema: 1, papers }))).toEqual(papers)
})
