import { byId } from './code-unit-order.ts'
import type { TopicLink, TopicPair } from './model.ts'

interface TopicNeighbour {
  id: string
  /** Papers filed under both, and how many chance would predict. */
  shared: number
  expected: number
  hasPage: boolean
  /** Whether the map has a link for it, so that it is hardly chance. */
  isLinked: boolean
}

/** Topics that share a paper with the given one are many; from so many papers on they may belong to it. */
const PAPERS_MIN = 2

/** The topics that go with one: those that the map joins to it first, then by how far they exceed chance. */
export function rankNeighbours(
  topic: string,
  pairs: readonly TopicPair[],
  links: readonly Pick<TopicLink, 'topics'>[],
): TopicNeighbour[] {
  const linked = new Set(links.flatMap(({ topics }) => (topics.includes(topic) ? topics : [])))
  return pairs
    .filter(({ topics, papers }) => topics.includes(topic) && papers >= PAPERS_MIN)
    .map(({ topics: [a, b], papers, expected, hasPage }) => {
      const id = a === topic ? b : a
      return { id, shared: papers, expected, hasPage, isLinked: linked.has(id) }
    })
    .sort(
      (a, b) =>
        Number(b.isLinked) - Number(a.isLinked) ||
        b.shared - b.expected - (a.shared - a.expected) ||
        byId(a, b),
    )
}
