import { createHash } from 'node:crypto'
import { labelSize, markRadius } from '../../src/map/marks.ts'
import { byId } from '../../src/shared/code-unit-order.ts'
import type { Topic, TopicGraph } from '../../src/shared/model.ts'
import { describeMark, type Mark } from './place-labels.ts'
import type { Distances } from './stress-layout.ts'
import { hopDistances, linkDistances, type NodeLink } from './topic-distances.ts'

/** A topic as the map draws it; the label is untrusted text. */
export interface MapTopic {
  id: string
  label: string
  area: string
  /** In either grade. */
  papers: number
}

/** Two linked topics; the weight is above 0. */
export interface MapLink {
  topics: [string, string]
  weight: number
}

/** A topic graph made ready to be laid out; nodes are numbers of topics. */
export interface MapTask {
  /** 12 hexadecimal digits of SHA-256 of the topics and links as they are here. */
  hash: string
  /** Those with links, by id. */
  topics: MapTopic[]
  marks: Mark[]
  links: NodeLink[]
  hops: Distances
  /** Path lengths, with topics of one area drawn together. */
  ideal: Distances
}

/** Topics of one area are this part of their distance apart. */
const TOGETHER = 0.55

/** The topics of a graph with what the map needs of the vocabulary. */
export function mapTopics({
  graph,
  topics,
}: {
  graph: Pick<TopicGraph, 'topics'>
  topics: Pick<Topic, 'id' | 'label' | 'area'>[]
}): MapTopic[] {
  const papers = new Map(graph.topics.map((topic) => [topic.id, topic.papers]))
  return topics.map(({ id, label, area }) => ({ id, label, area, papers: papers.get(id) ?? 0 }))
}

/** The same for any order of topics, of links and of their ends. Every link joins two of the topics. */
export function prepareMap(topics: MapTopic[], links: MapLink[]): MapTask {
  const linked = new Set(links.flatMap((link) => link.topics))
  const drawn = topics.filter(({ id }) => linked.has(id)).sort(byId)
  const nodeOf = new Map(drawn.map(({ id }, node) => [id, node]))
  const nodeLinks = links
    .map(({ topics: ends, weight }) => {
      const [a, b] = ends.map((id) => nodeOf.get(id) as number) as [number, number]
      return { a: Math.min(a, b), b: Math.max(a, b), weight }
    })
    .sort((p, q) => p.a - q.a || p.b - q.b)
  return {
    hash: hashOf(drawn, nodeLinks),
    topics: drawn,
    marks: drawn.map(({ label, papers }) =>
      describeMark(label, markRadius(papers), labelSize(papers), papers),
    ),
    links: nodeLinks,
    hops: hopDistances(drawn.length, nodeLinks),
    ideal: idealDistances(drawn, nodeLinks),
  }
}

function hashOf(topics: MapTopic[], links: NodeLink[]): string {
  const nodes = topics.map(({ id, label, area, papers }) => [id, label, area, papers])
  return createHash('sha256')
    .update(JSON.stringify([nodes, links]))
    .digest('hex')
    .slice(0, 12)
}

function idealDistances(topics: MapTopic[], links: NodeLink[]): Distances {
  const { nodes, values } = linkDistances(topics.length, links)
  for (const [a, topic] of topics.entries())
    for (const [b, other] of topics.entries())
      if (topic.area === other.area) {
        const at = a * nodes + b
        values[at] = (values[at] as number) * TOGETHER
      }
  return { nodes, values }
}
