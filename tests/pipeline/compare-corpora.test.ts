import { expect, test } from 'vitest'
import {
  compareCorpora,
  isUnchanged,
  type PublishedState,
} from '../../scripts/pipeline/compare-corpora.ts'
import { formatCorpusChanges } from '../../scripts/pipeline/format-corpus-changes.ts'
import type { KnownMap } from '../../scripts/pipeline/map-file.ts'
import type { Paper, Topic } from '../../src/shared/model.ts'
import { emptyTopic, paperOf } from '../search/search-fixtures.ts'

const nothing: PublishedState = { papers: [], topics: [], permalinks: [], map: null }

function registered(...ids: string[]): PublishedState {
  const permalinks = ids.map((id) => ({ id, state: 'live' as const, into: null }))
  return { ...nothing, permalinks }
}

/** The paper with the id `a`, and what is said of it. */
function paper(said: Partial<Paper> = {}, id = 'a'): Paper {
  return { ...paperOf({ title: id.toUpperCase(), main: ['pruning'] }), id, ...said }
}

const changesOf = (before: Partial<PublishedState>, after: Partial<PublishedState>) =>
  compareCorpora({ ...nothing, ...before }, { ...nothing, ...after })

const ofPapers = (before: Paper[], after: Paper[]) =>
  changesOf({ papers: before }, { papers: after })

const topic = (id: string, said: Partial<Topic> = {}): Topic => ({
  ...emptyTopic,
  id,
  label: id.toUpperCase(),
  ...said,
})

const mapOf = (places: Record<string, [number, number]>): KnownMap => ({
  schema: 1,
  graph: '',
  topics: Object.entries(places).map(([id, [x, y]]) => ({
    id,
    landscape: [x, y, 'right', 1],
    portrait: [0, 0, 'right', 1],
  })),
})

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

test('ids that now redirect or are withdrawn are told, but not those that were before or are new', () => {
  const permalinks: PublishedState['permalinks'] = [
    { id: 'd', state: 'merged', into: 'a' },
    { id: 'c', state: 'withdrawn', into: null },
    { id: 'b', state: 'merged', into: 'a' },
    { id: 'a', state: 'live', into: null },
    { id: 'new-and-gone', state: 'withdrawn', into: null },
  ]
  const { moved, withdrawn } = changesOf(registered('a', 'b', 'c', 'd'), { permalinks })
  expect({ moved, withdrawn }).toEqual({
    moved: [
      { id: 'b', into: 'a' },
      { id: 'd', into: 'a' },
    ],
    withdrawn: ['c'],
  })
  expect(changesOf({ permalinks }, { permalinks })).toMatchObject({ moved: [], withdrawn: [] })
  // One that is back leads to its own page again.
  expect(changesOf({ permalinks }, registered('a', 'b', 'c', 'd', 'new-and-gone'))).toMatchObject({
    moved: [],
    withdrawn: [],
  })
})

test('papers that are new are told with their topics, and are in no other list', () => {
  const unfiled = (id: string) => paper({ topics: [] }, id)
  const changes = ofPapers([paper()], [unfiled('d'), paper({}, 'c'), paper(), unfiled('b')])
  expect(changes.papers).toEqual({ before: 1, after: 4 })
  expect(changes.added).toEqual([
    { id: 'b', title: 'B', topics: [] },
    { id: 'c', title: 'C', topics: ['pruning'] },
    { id: 'd', title: 'D', topics: [] },
  ])
  expect(changes).toMatchObject({ seenAgain: [], texts: [], facts: [], filings: [], related: 0 })
  expect(changes.unfiled).toEqual(['b', 'd'])
})

test('a paper in listings that it was not in is told with these, each once', () => {
  const { sightings } = paperOf({ title: 'A', listings: ['old', 'new', 'new'] })
  const known = paperOf({ title: 'A', listings: ['old'] }).sightings
  const again = ofPapers([paper({ sightings: known })], [paper({ sightings })]).seenAgain
  expect(again).toEqual([{ id: 'a', title: 'A', listings: ['new'] }])
})

test('texts and facts that changed are told by field', () => {
  const changes = ofPapers(
    [paper({ abstract: 'One', comments: 1 })],
    [
      paper({
        abstract: 'Two',
        comments: 2,
        authorCount: 3,
        date: { value: '2025-01-02', yearInferred: false },
        organization: { account: 'a', name: 'A' },
      }),
    ],
  )
  expect(changes.texts).toEqual([{ id: 'a', field: 'abstract', before: 'One', after: 'Two' }])
  expect(changes.facts).toEqual([
    { id: 'a', fields: ['date', 'authorCount', 'organization', 'comments'] },
  ])
})

test('changes are told in the order of ids', () => {
  const titled = (title: string) => ['c', 'a', 'b'].map((id) => paper({ title }, id))
  const { texts } = ofPapers(titled('Before'), titled('After'))
  expect(texts.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('filings are compared for papers of both states only', () => {
  const main = (id: string) => paperOf({ title: 'A', main: [id] }).topics
  const changes = ofPapers(
    [paper(), paper({}, 'left')],
    [paper({ topics: main('quantization') }), paper({}, 'came')],
  )
  const none = { raised: [], lowered: [] }
  expect(changes.filings).toEqual([
    { topic: 'pruning', gained: [], lost: ['a'], ...none },
    { topic: 'quantization', gained: ['a'], lost: [], ...none },
  ])
})

test('a paper without a topic is told once, when it loses the last', () => {
  const unfiled = paper({ topics: [] })
  expect(ofPapers([paper()], [unfiled]).unfiled).toEqual(['a'])
  expect(ofPapers([unfiled], [unfiled]).unfiled).toEqual([])
  expect(ofPapers([unfiled], [paper()]).unfiled).toEqual([])
  const told = formatCorpusChanges(ofPapers([paper()], [unfiled, paper({ topics: [] }, 'new')]))
  expect(told.filter((line) => /topic/.test(line))).toEqual([
    'new: 1, 1 of them without a topic',
    '    no topic',
    'without a topic any more: 1',
    'topic pruning: −1',
  ])
})

test('papers whose related ones or their order changed are counted', () => {
  const related = (...ids: string[]) => ids.map((id) => ({ id, score: 1, topics: [], terms: [] }))
  const before = ['x', 'y', 'z'].map((id) => paper({ related: related('b', 'c') }, id))
  const after = [
    paper({ related: related('c', 'b') }, 'x'),
    paper({ related: related('b') }, 'y'),
    paper({ related: related('b', 'c').map((one) => ({ ...one, score: 2 })) }, 'z'),
  ]
  expect(ofPapers(before, after).related).toBe(2)
})

test('topics are told that came, went, were renamed or revised', () => {
  const { vocabulary } = changesOf(
    {
      topics: [
        topic('d'),
        topic('lost'),
        topic('gone'),
        topic('a'),
        topic('b'),
        topic('c'),
        topic('same'),
      ],
    },
    {
      topics: [
        topic('same', { main: 7 }),
        topic('d', { broader: ['a'] }),
        topic('new'),
        topic('at-last'),
        topic('c', { area: 'another' }),
        topic('b', { scope: 'More' }),
        topic('a', { label: 'Other' }),
      ],
    },
  )
  expect(vocabulary).toEqual({
    added: ['at-last', 'new'],
    removed: ['gone', 'lost'],
    renamed: [{ id: 'a', before: 'A', after: 'Other' }],
    revised: ['b', 'c', 'd'],
  })
})

test('topics on the map are told that came and went, and how far the others moved', () => {
  const before = mapOf({ left: [0, 0], gone: [1, 1], far: [10, 10], near: [0, 0], stays: [5, 5] })
  const after = mapOf({ stays: [5, 5], near: [3, 4], far: [10, 20.46], z: [1, 1], b: [1, 1] })
  expect(changesOf({ map: before }, { map: after }).map).toEqual({
    added: ['b', 'z'],
    removed: ['gone', 'left'],
    moved: 2,
    mean: 7.7,
    most: 10.5,
  })
  expect(changesOf({ map: before }, { map: before }).map).toEqual({
    added: [],
    removed: [],
    moved: 0,
    mean: 0,
    most: 0,
  })
  expect(changesOf({}, { map: mapOf({ b: [1, 1] }) }).map).toMatchObject({ added: ['b'], moved: 0 })
})

test('readers see no difference where nothing is told, and one where anything is', () => {
  const state: PublishedState = {
    papers: [paper()],
    topics: [topic('pruning')],
    permalinks: registered('a').permalinks,
    map: mapOf({ pruning: [1, 1] }),
  }
  expect(isUnchanged(compareCorpora(state, state))).toBe(true)
  const others: Partial<PublishedState>[] = [
    { papers: [] },
    { papers: [paper({ abstract: 'Other' })] },
    { papers: [paper({ related: [{ id: 'b', score: 1, topics: [], terms: [] }] })] },
    { topics: [topic('pruning', { label: 'Other' })] },
    { permalinks: [] },
    { map: mapOf({ pruning: [2, 1] }) },
    { map: mapOf({ pruning: [1, 1], other: [2, 2] }) },
    { map: null },
  ]
  for (const other of others)
    expect(isUnchanged(compareCorpora(state, { ...state, ...other }))).toBe(false)
})
