import { expect, test } from 'vitest'
import { wasJudged } from '../../scripts/gold.ts'
import { graphTopics } from '../../scripts/pipeline/graph-topics.ts'
import { realCorpus } from './real-corpus.ts'

const { graph, pairs, papers, topics, quality } = realCorpus
/** Of the papers that the figures were chosen for; later listings may bring fields with other figures. */
const first = graphTopics(topics, papers.filter(wasJudged))

test('at least 60 topics are connected, by 120 to 250 links', () => {
  const linked = new Set(first.graph.links.flatMap((link) => link.topics))
  expect(linked.size).toBeGreaterThanOrEqual(60)
  expect(first.graph.links.length).toBeGreaterThanOrEqual(120)
  expect(first.graph.links.length).toBeLessThanOrEqual(250)
  expect(first.worth).toMatchObject({ links: first.graph.links.length, linkedTopics: linked.size })
})

test('the quality report counts the links and the topics that they join', () => {
  const linked = new Set(graph.links.flatMap((link) => link.topics))
  expect(quality.topicGraph).toMatchObject({
    links: graph.links.length,
    linkedTopics: linked.size,
  })
})

test('every link counts what the pair of topics counts', () => {
  const pairByTopics = new Map(pairs.map((pair) => [pair.topics.join('+'), pair]))
  for (const { topics: both, observed, expected, p, q } of graph.links) {
    const pair = pairByTopics.get(both.join('+'))
    expect(pair?.papers).toBe(observed)
    expect(pair?.expected).toBeCloseTo(expected, 1)
    expect(p).toBeLessThanOrEqual(0.05)
    expect(q).toBeGreaterThanOrEqual(0)
    expect(q).toBeLessThanOrEqual(1)
  }
})

test('communities hold the linked topics, each once', () => {
  const members = graph.communities.flatMap((community) => community.topics)
  expect([...members].sort()).toEqual(
    [...new Set(graph.links.flatMap((link) => link.topics))].sort(),
  )
  for (const { id, community } of graph.topics)
    expect(community).toBe(
      members.includes(id) ? graph.communities.findIndex((one) => one.topics.includes(id)) : null,
    )
})

test('communities stand out clearly', () => {
  const { communities } = first.graph
  const { worth } = first
  expect(communities.length).toBeGreaterThanOrEqual(5)
  // More than there are hues could not be told apart.
  expect(communities.length).toBeLessThanOrEqual(10)
  expect(worth.modularity).toBeGreaterThanOrEqual(0.5)
  expect(worth.stability).toBeGreaterThanOrEqual(0.85)
  // Clearly not chance, and clearly not the areas over again.
  expect(worth.areaAgreement).toBeGreaterThan(0.2)
  expect(worth.areaAgreement).toBeLessThan(0.8)
})

test('surprises lie above chance with their whole interval, and gaps below with their count', () => {
  const kin = topics.flatMap(({ id, broader }) => broader.map((other) => [id, other].sort().join()))
  expect(first.graph.surprises).toHaveLength(8)
  expect(first.graph.gaps.length).toBeGreaterThanOrEqual(5)
  for (const { topics: both, low, ratio, high, q } of graph.surprises) {
    expect(low).toBeGreaterThan(1)
    expect(ratio).toBeGreaterThan(low)
    expect(high).toBeGreaterThan(ratio)
    expect(q).toBeLessThanOrEqual(0.05)
    expect(kin).not.toContain(both.join())
  }
  for (const { observed, expected } of graph.gaps) expect(observed).toBeLessThan(expected)
})
