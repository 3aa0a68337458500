import { expect, test } from 'vitest'
import {
  describeAreas,
  describeTopics,
  pairTopics,
} from '../../scripts/pipeline/describe-topics.ts'
import { filedPaper as paper, topic } from './topic-fixtures.ts'

const vocabulary = {
  areas: [
    { id: 'sea', label: 'Sea', scope: 'Salt water and what moves it.', formerly: ['water'] },
    { id: 'sky', label: 'Sky', scope: 'Whatever is overhead at night.', formerly: [] },
  ],
  field: [],
  topics: [
    topic('tide', {
      area: 'sea',
      formerly: ['ebb'],
      broader: ['wave'],
      aliases: ['high tide'],
      acronyms: ['HT'],
    }),
    topic('wave', { area: 'sea' }),
    topic('moon', { area: 'sky' }),
  ],
}

const papers = [paper('tide', 'moon'), paper('wave', 'tide', '(moon)'), paper('(tide)'), paper()]

test('counts for each topic the papers about it and the further ones', () => {
  expect(describeTopics(vocabulary, papers).map(({ id, main, also }) => [id, main, also])).toEqual([
    ['tide', 2, 1],
    ['wave', 1, 0],
    ['moon', 1, 1],
  ])
})

test('tells of a topic what the vocabulary says, but neither context nor exclusions', () => {
  expect(describeTopics(vocabulary, [])[0]).toEqual({
    id: 'tide',
    label: 'tide',
    scope: 'All about tide and its kin.',
    area: 'sea',
    url: '/topics/tide/',
    formerly: ['ebb'],
    broader: ['wave'],
    aliases: ['high tide'],
    acronyms: ['HT'],
    main: 0,
    also: 0,
  })
})

test('counts a paper once for an area, and only by its main topics', () => {
  expect(
    describeAreas(vocabulary, papers).map(({ id, url, formerly, papers: n }) => [
      id,
      url,
      formerly,
      n,
    ]),
  ).toEqual([
    ['sea', '/areas/sea/', ['water'], 2],
    ['sky', '/areas/sky/', [], 1],
  ])
})

test('pairs topics by shared papers of either grade, most first, then by ids', () => {
  expect(pairTopics(papers)).toEqual([
    { topics: ['moon', 'tide'], papers: 2, expected: 1.5, hasPage: false },
    { topics: ['moon', 'wave'], papers: 1, expected: 0.5, hasPage: false },
    { topics: ['tide', 'wave'], papers: 1, expected: 0.75, hasPage: false },
  ])
})

test('a pair that has had a page keeps it, however few papers it shares by now', () => {
  const pairs = pairTopics(papers, ['moon+tide', 'sand+tide'])
  expect(pairs.map(({ topics: [a, b], papers, hasPage }) => [a, b, papers, hasPage])).toEqual([
    ['moon', 'tide', 2, true],
    ['moon', 'wave', 1, false],
    ['tide', 'wave', 1, false],
    ['sand', 'tide', 0, true],
  ])
})

test('without papers there are no pairs', () => {
  expect(pairTopics([])).toEqual([])
})
