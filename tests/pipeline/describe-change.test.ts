import { expect, test } from 'vitest'
import type { PublishedState } from '../../scripts/pipeline/compare-corpora.ts'
import { describeChange } from '../../scripts/pipeline/describe-change.ts'
import type { Paper } from '../../src/shared/model.ts'
import { citable } from '../formats/citation-fixtures.ts'
import { filedPaper } from './topic-fixtures.ts'

function stateOf(...papers: Paper[]): PublishedState {
  return { papers, topics: [], permalinks: [], map: null }
}

const paper = (id: string, known: Partial<Paper> = {}) => citable({ id, ...known }).paper

test('a paper is refiled that gains, loses, raises or lowers a topic, and is told once', () => {
  const filed = (id: string, ...topics: string[]) => paper(id, filedPaper(...topics))
  const { refiled } = describeChange(
    stateOf(
      filed('same', 'tides', '(moon)'),
      filed('raised', '(tides)'),
      filed('lowered', 'tides'),
      filed('gained'),
      filed('both', 'tides'),
    ),
    stateOf(
      filed('same', 'tides', '(moon)'),
      filed('raised', 'tides'),
      filed('lowered', '(tides)'),
      filed('gained', '(moon)'),
      filed('both', 'moon'),
      filed('new', 'moon'),
    ),
  )
  expect(refiled).toEqual({ papers: 4, ids: ['both', 'gained', 'lowered', 'raised'] })
})

test('of more than fifty papers only the number is told', () => {
  const all = (count: number, topic: string) =>
    stateOf(...Array.from({ length: count }, (_, at) => paper(`${at}`, filedPaper(topic))))
  const refiledOf = (count: number) =>
    describeChange(all(count, 'tides'), all(count, 'moon')).refiled
  expect(refiledOf(50).ids).toHaveLength(50)
  expect(refiledOf(51)).toEqual({ papers: 51, ids: null })
})

test('titles are told with both texts, abstracts and facts by the papers', () => {
  const change = describeChange(
    stateOf(paper('a', { title: 'Old' }), paper('b'), paper('c', { comments: 1 })),
    stateOf(paper('a', { title: 'New' }), paper('b', { abstract: 'New.' }), paper('c')),
  )
  expect(change).toMatchObject({
    titles: [{ id: 'a', before: 'Old', after: 'New' }],
    abstracts: ['b'],
    facts: [{ field: 'comments', papers: 1, ids: ['c'] }],
  })
})

test('moves on the map are told in hundredths of its width', () => {
  const mapOf = (...places: [id: string, x: number][]) => ({
    ...stateOf(),
    map: {
      schema: 1 as const,
      graph: '0'.repeat(12),
      topics: places.map(([id, x]) => ({
        id,
        landscape: [x, 0, 'right', 1] as [number, number, 'right', 1],
        portrait: [0, 0, 'right', 1] as [number, number, 'right', 1],
      })),
    },
  })
  const before = mapOf(['stays', 1], ['moves', 0], ['goes', 0])
  const { map } = describeChange(before, mapOf(['stays', 1], ['moves', 30], ['comes', 0]))
  expect(map).toEqual({ added: 1, removed: 1, moved: 1, mean: 2.5 })
})
