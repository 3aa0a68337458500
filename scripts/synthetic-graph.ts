import type { Paper, TopicGraph } from '../src/shared/model.ts'
import { graphTopics } from './pipeline/graph-topics.ts'
import { generator } from './pipeline/seeded-random.ts'

/** A made-up corpus: what the map needs of it. */
interface SyntheticGraph {
  areas: { id: string; label: string }[]
  topics: { id: string; label: string; area: string; broader: string[] }[]
  papers: (Pick<Paper, 'topics'> & { id: string })[]
  graph: TopicGraph
}

const WORDS = [
  'Sparse Causal Latent Robust Neural Federated Bayesian Visual Private Online',
  'graph language policy image speech token kernel reward memory code',
  'models learning search inference planning alignment compression retrieval bounds agents',
].map((words) => words.split(' '))
const AREAS = [
  'Architectures',
  'Training',
  'Reasoning',
  'Evaluation',
  'Trust & privacy',
  'Statistics',
  'Generation',
  'Vision',
  'Theory',
  'Applications',
]
const PAPERS_BY_TOPIC = 5
const SEED = 11

/**
 * A topic graph of at most so many topics (up to 1,000) as a larger corpus would have it, always the same. Topics lie
 * around the ten areas on a hidden plane, some much more common than others; a paper has a topic and one to three of
 * those near it, now and then any other. The links are found as those of the real corpus are.
 */
export function syntheticGraph(count: number): SyntheticGraph {
  const random = generator(SEED)
  const areas = AREAS.map((label, number) => ({ id: `area-${number}`, label }))
  const spots = Array.from({ length: count }, (_, number) => {
    const area = number % areas.length
    const turn = (2 * Math.PI * area) / areas.length
    return {
      x: 3 * Math.cos(turn) + random() + random() + random(),
      y: 2 * Math.sin(turn) + random() + random() + random(),
    }
  })
  const topics = spots.map((_, number) => ({
    id: `topic-${String(number).padStart(4, '0')}`,
    label: labelOf(number),
    area: (areas[number % areas.length] as { id: string }).id,
    broader: [],
  }))
  const nearest = spots.map(({ x, y }, node) =>
    spots
      .map((other, at) => ({ at, far: (other.x - x) ** 2 + (other.y - y) ** 2 }))
      .filter(({ at }) => at !== node)
      .sort((a, b) => a.far - b.far || a.at - b.at)
      .slice(0, 8)
      .map(({ at }) => at),
  )
  const papers = Array.from({ length: count * PAPERS_BY_TOPIC }, (_, number) => {
    // Squared, so that a few topics are common and many rare.
    const first = Math.floor(random() ** 2 * count)
    const filed = new Set([first])
    const more = 1 + Math.floor(random() * 3)
    for (let pick = 0; pick < more; pick++) {
      const near = nearest[first] as number[]
      filed.add(
        random() < 0.1
          ? Math.floor(random() * count)
          : (near[Math.floor(random() ** 2 * near.length)] as number),
      )
    }
    return {
      id: `paper-${number}`,
      topics: [...filed].map((topic, at) => ({
        id: (topics[topic] as { id: string }).id,
        grade: at < 2 ? ('main' as const) : ('also' as const),
        basis: 'name' as const,
        evidence: [],
      })),
    }
  })
  return { areas, topics, papers, graph: graphTopics(topics, papers).graph }
}

/** Three words, in a combination of its own for each number below 1,000. */
function labelOf(number: number): string {
  return WORDS.map((words, place) => words[Math.floor(number / 10 ** place) % 10]).join(' ')
}
