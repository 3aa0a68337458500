import { expect, test } from 'vitest'
import { groupTopics, sharedPairs } from '../../src/compare/topics-told-apart.ts'
import { filedPaper } from '../pipeline/topic-fixtures.ts'

const papers = [
  filedPaper('tides', 'moon', '(salt)'),
  filedPaper('tides', '(moon)', 'wind'),
  filedPaper('(tides)', 'wind', 'sand'),
]

test('topics come by how many papers have them, then by how many are about them', () => {
  expect(groupTopics(papers)).toEqual([
    { papers: 3, topics: [{ id: 'tides', grades: ['main', 'main', 'also'] }] },
    {
      papers: 2,
      topics: [
        { id: 'wind', grades: [null, 'main', 'main'] },
        { id: 'moon', grades: ['main', 'also', null] },
      ],
    },
    {
      papers: 1,
      topics: [
        { id: 'sand', grades: [null, null, 'main'] },
        { id: 'salt', grades: ['also', null, null] },
      ],
    },
  ])
})

test('of topics that equally many are about, those of the first paper come first', () => {
  const [group] = groupTopics([
    filedPaper('(salt)'),
    filedPaper('wind', 'sand'),
    filedPaper('moon'),
  ])
  expect(group?.topics.map(({ id }) => id)).toEqual(['wind', 'sand', 'moon', 'salt'])
})

test('papers without topics have no groups', () => {
  expect(groupTopics([{ topics: [] }, { topics: [] }])).toEqual([])
})

test('of pairs with a page, those that at least two papers are filed under are told, that of most first', () => {
  const groups = groupTopics([...papers, filedPaper('tides', 'wind')])
  const pairs: [string, string, number][] = [
    ['moon', 'salt', 9],
    ['moon', 'tides', 5],
    ['tides', 'wind', 4],
    ['stars', 'tides', 8],
    ['tides', 'waves', 7],
  ]
  expect(sharedPairs(groups, pairs, 3)).toEqual([
    ['tides', 'wind', 4],
    ['moon', 'tides', 5],
  ])
  expect(sharedPairs(groups, pairs, 1)).toHaveLength(1)
})
