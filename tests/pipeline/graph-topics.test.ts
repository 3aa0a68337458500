import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphTopics } from '../../scripts/pipeline/graph-topics.ts'
import { filedPaper, topic } from './topic-fixtures.ts'

const ids = ['algae', 'brine', 'coral', 'delta', 'eddy', 'fjord', 'gulf']
const topics = ids.map((id, index) => topic(id, { area: index < 4 ? 'life' : 'land' }))

function times(count: number, ...names: string[]) {
  return Array.from({ length: count }, () => filedPaper(...names))
}

const papers = [
  ...times(4, 'algae', 'brine', '(coral)'),
  ...times(3, 'coral', 'algae'),
  ...times(4, 'eddy', 'fjord'),
  ...times(1, 'delta'),
  ...times(30),
]

test('gives every topic, linked or not, with its community', () => {
  const { graph, worth } = graphTopics(topics, papers)
  expect(graph.topics).toEqual([
    { id: 'algae', papers: 7, community: 0 },
    { id: 'brine', papers: 4, community: 0 },
    { id: 'coral', papers: 7, community: 0 },
    { id: 'delta', papers: 1, community: null },
    { id: 'eddy', papers: 4, community: 1 },
    { id: 'fjord', papers: 4, community: 1 },
    { id: 'gulf', papers: 0, community: null },
  ])
  expect(graph.communities).toEqual([
    { topics: ['algae', 'coral', 'brine'] },
    { topics: ['eddy', 'fjord'] },
  ])
  // Of seven topics one has no paper: 6 · 5 / 2 pairs.
  expect(worth).toMatchObject({ pairs: 15, links: 4, linkedTopics: 5, communities: 2 })
  expect(worth.areaAgreement).toBe(1)
})

test('without filings there are topics but no links', () => {
  const { graph, worth } = graphTopics(topics, times(3))
  expect(graph.topics).toHaveLength(7)
  expect(graph).toMatchObject({ links: [], communities: [], surprises: [], gaps: [] })
  expect(worth).toMatchObject({ pairs: 0, observedByExpected: null, links: 0 })
})

const corpora = fc.array(
  fc.shuffledSubarray(ids, { maxLength: 4 }).map((names) => filedPaper(...names)),
  { minLength: 10, maxLength: 60 },
)

test('shuffled papers and topics give the same bytes', () => {
  fc.assert(
    fc.property(
      corpora.chain((some) =>
        fc.tuple(
          fc.constant(some),
          fc.shuffledSubarray(some, { minLength: some.length }),
          fc.shuffledSubarray(topics, { minLength: topics.length }),
        ),
      ),
      ([some, shuffled, shuffledTopics]) => {
        const turned = shuffled.map((paper) => ({ topics: [...paper.topics].reverse() }))
        expect(JSON.stringify(graphTopics(shuffledTopics, turned))).toBe(
          JSON.stringify(graphTopics(topics, some)),
        )
      },
    ),
  )
})
