import { adjustedMutualInformation } from './compare-partitions.ts'
import { generator, shuffled } from './seeded-random.ts'

/** A link between two nodes; the weight is above 0. */
export interface WeightedLink {
  topics: [string, string]
  weight: number
}

export interface Communities {
  /** Community of each node, from 0. */
  communityOf: Map<string, number>
  /** Newman's Q, −.5 to below 1. */
  modularity: number
  /** Mean adjusted mutual information of the other runs with this one; at most 1. */
  stability: number
}

/** Nodes are numbers; each link stands at both ends, one of a node to itself once with double weight. */
interface Network {
  neighbours: Map<number, number>[]
  /** Sum of the weights at each node. */
  strengths: number[]
  /** Sum of all strengths: twice the weight of all links. */
  total: number
}

const RUNS = 10
const ROUNDS_MOST = 10
const SEED = 5
/** A gain below this is rounding. */
const GAIN_LEAST = 1e-10

/**
 * Groups linked nodes so that modularity is high: the Louvain method (Blondel et al. 2008), best of
 * 10 runs that visit nodes in seeded random orders and go on from their own result while that gains.
 * Louvain may leave a community in pieces (Traag et al. 2019), so pieces are set apart, which only
 * raises modularity. The order of links and of their ends does not matter. Communities are numbered
 * by size, largest first, then by first id.
 */
export function findCommunities(links: WeightedLink[]): Communities {
  const ids = [...new Set(links.flatMap(({ topics }) => topics))].sort()
  if (ids.length === 0) return { communityOf: new Map(), modularity: 0, stability: 1 }
  const network = networkOf(ids, links)
  const random = generator(SEED)
  const runs = Array.from({ length: RUNS }, () => {
    let run = { labels: network.neighbours.map((_, node) => node), modularity: -1 }
    for (let round = 0; round < ROUNDS_MOST; round++) {
      const labels = separatePieces(network, louvain(network, run.labels, random))
      const next = { labels, modularity: modularity(network, labels) }
      if (next.modularity <= run.modularity + GAIN_LEAST) break
      run = next
    }
    return run
  })
  const best = runs.reduce((a, b) => (b.modularity > a.modularity + GAIN_LEAST ? b : a))
  const others = runs.filter((run) => run !== best)
  const agreement = others.map(({ labels }) => adjustedMutualInformation(labels, best.labels))
  const numbers = bySize(best.labels)
  return {
    communityOf: new Map(ids.map((id, node) => [id, numbers[node] as number])),
    modularity: best.modularity,
    stability: agreement.reduce((sum, value) => sum + value, 0) / agreement.length,
  }
}

function networkOf(ids: string[], links: WeightedLink[]): Network {
  const nodeOf = new Map(ids.map((id, node) => [id, node]))
  const ends = links
    .map(({ topics, weight }) => {
      const [a, b] = topics.map((id) => nodeOf.get(id) as number) as [number, number]
      return { a: Math.min(a, b), b: Math.max(a, b), weight }
    })
    // Sums of fractions depend on their order.
    .sort((x, y) => x.a - y.a || x.b - y.b)
  const neighbours = ids.map(() => new Map<number, number>())
  for (const { a, b, weight } of ends) {
    neighbours[a]?.set(b, weight)
    neighbours[b]?.set(a, weight)
  }
  return measured(neighbours)
}

function measured(neighbours: Map<number, number>[]): Network {
  const strengths = neighbours.map((own) => sum(own.values()))
  return { neighbours, strengths, total: sum(strengths) }
}

/** The community of each node: moves nodes while that gains, then does the same with communities as nodes. */
function louvain(network: Network, start: number[], random: () => number): number[] {
  const labels = moveNodes(network, start, random)
  const count = Math.max(...labels) + 1
  if (count === network.neighbours.length) return labels
  const merged = Array.from({ length: count }, () => new Map<number, number>())
  for (const [node, own] of network.neighbours.entries())
    for (const [other, weight] of own) {
      const [from, to] = [merged[labels[node] as number], labels[other] as number]
      from?.set(to, (from.get(to) ?? 0) + weight)
    }
  const above = louvain(measured(merged), [...merged.keys()], random)
  return labels.map((label) => above[label] as number)
}

function moveNodes(
  { neighbours, strengths, total }: Network,
  start: number[],
  random: () => number,
): number[] {
  const labels = [...start]
  const totals: number[] = neighbours.map(() => 0)
  for (const [node, label] of labels.entries())
    totals[label] = (totals[label] as number) + (strengths[node] as number)
  const order = shuffled([...neighbours.keys()], random)
  for (let moved = true; moved; ) {
    moved = false
    for (const node of order) {
      const own = labels[node] as number
      const strength = strengths[node] as number
      totals[own] = (totals[own] as number) - strength
      const weights = new Map([[own, 0]])
      for (const [other, weight] of neighbours[node] ?? [])
        if (other !== node) {
          const label = labels[other] as number
          weights.set(label, (weights.get(label) ?? 0) + weight)
        }
      const gain = (label: number) =>
        (weights.get(label) ?? 0) - (strength * (totals[label] as number)) / total
      let best = own
      for (const label of weights.keys()) if (gain(label) > gain(best) + GAIN_LEAST) best = label
      labels[node] = best
      totals[best] = (totals[best] as number) + strength
      if (best !== own) moved = true
    }
  }
  return renumbered(labels)
}

/** Labels that tell apart the connected pieces of each community. */
function separatePieces({ neighbours }: Network, labels: number[]): number[] {
  const pieces: number[] = labels.map(() => -1)
  for (const start of labels.keys()) {
    if (pieces[start] !== -1) continue
    pieces[start] = start
    const open = [start]
    for (let node = open.pop(); node !== undefined; node = open.pop())
      for (const other of neighbours[node]?.keys() ?? [])
        if (labels[other] === labels[start] && pieces[other] === -1) {
          pieces[other] = start
          open.push(other)
        }
  }
  return renumbered(pieces)
}

/** Weight inside communities less what chance would put there, as a share of all weight. */
function modularity({ neighbours, strengths, total }: Network, labels: number[]): number {
  const inside = neighbours.map((own, node) =>
    sum([...own].map(([other, weight]) => (labels[other] === labels[node] ? weight : 0))),
  )
  const totals: number[] = []
  for (const [node, label] of labels.entries())
    totals[label] = (totals[label] ?? 0) + (strengths[node] as number)
  return sum(inside) / total - sum(totals.map((value) => (value / total) ** 2))
}

/** The same groups, numbered from 0 in the order they are met. */
function renumbered(labels: number[]): number[] {
  const numbers = new Map<number, number>()
  for (const label of labels) if (!numbers.has(label)) numbers.set(label, numbers.size)
  return labels.map((label) => numbers.get(label) as number)
}

/** The same groups, the largest 0; of equal ones the one met first. */
function bySize(labels: number[]): number[] {
  const sizes: number[] = []
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1
  const order = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
  return labels.map((label) => order.indexOf(label))
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
