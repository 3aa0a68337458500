import { byId } from '../../src/shared/code-unit-order.ts'
import type { GraphWorth, Paper, TopicGraph, TopicLink } from '../../src/shared/model.ts'
import { adjustedMutualInformation } from './compare-partitions.ts'
import { connectTopics, type LinkedPair } from './connect-topics.ts'
import { contrastPairs, toThreeDigits } from './contrast-pairs.ts'
import { type Communities, findCommunities } from './find-communities.ts'
import { type TestedPair, testPairs } from './test-pairs.ts'

/** More than about one in twenty of such links would be chance. */
const Q_SURE = 0.05

/**
 * The graph of the vocabulary's topics, and what can be said of its worth. The order of papers and
 * of topics does not matter. Without filings there are topics but no links.
 */
export function graphTopics(
  topics: { id: string; area: string; broader: string[] }[],
  papers: Pick<Paper, 'topics'>[],
): { graph: TopicGraph; worth: GraphWorth } {
  const tested = testPairs(papers)
  const links = connectTopics(papers, tested)
  // Weights span two orders of magnitude; as they are, single links would found communities of their own.
  const found = findCommunities(
    links.map(({ topics: ends, weight }) => ({ topics: ends, weight: Math.log1p(weight) })),
  )
  return {
    graph: {
      ...describeNodes(topics, papers, found),
      links: links.map(describeLink),
      ...contrastPairs(topics, tested),
    },
    worth: describeWorth(topics, tested, links, found),
  }
}

function describeNodes(
  topics: { id: string }[],
  papers: Pick<Paper, 'topics'>[],
  { communityOf }: Communities,
): Pick<TopicGraph, 'topics' | 'communities'> {
  const sizes = new Map<string, number>()
  for (const { topics: filed } of papers)
    for (const { id } of filed) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  const nodes = topics
    .map(({ id }) => ({
      id,
      papers: sizes.get(id) ?? 0,
      community: communityOf.get(id) ?? null,
    }))
    .sort(byId)
  const communities = Array.from({ length: new Set(communityOf.values()).size }, (_, number) => ({
    topics: nodes
      .filter(({ community }) => community === number)
      .sort((a, b) => b.papers - a.papers)
      .map(({ id }) => id),
  }))
  return { topics: nodes, communities }
}

function describeLink({
  topics,
  observed,
  expected,
  strength,
  weight,
  more,
}: LinkedPair): TopicLink {
  return {
    topics,
    observed,
    expected: toThreeDigits(expected),
    strength: toThreeDigits(strength),
    weight: toThreeDigits(weight),
    p: toThreeDigits(more.p),
    q: toThreeDigits(more.q),
  }
}

function describeWorth(
  topics: { id: string; area: string }[],
  tested: TestedPair[],
  links: LinkedPair[],
  { communityOf, modularity, stability }: Communities,
): GraphWorth {
  const connected = topics.filter(({ id }) => communityOf.has(id)).sort(byId)
  const areas = connected.map(({ area }) => area)
  const communities = connected.map(({ id }) => communityOf.get(id))
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  const expected = sum(tested.map((pair) => pair.expected))
  return {
    pairs: tested.length,
    observedByExpected:
      expected > 0 ? toThreeDigits(sum(tested.map(({ observed }) => observed)) / expected) : null,
    links: links.length,
    sureLinks: links.filter(({ more }) => more.q <= Q_SURE).length,
    linkedTopics: connected.length,
    communities: new Set(communities).size,
    modularity: toThreeDigits(modularity),
    stability: toThreeDigits(stability),
    areaAgreement: toThreeDigits(adjustedMutualInformation(communities, areas)),
  }
}
