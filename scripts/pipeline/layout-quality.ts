import type { Distances, Places } from './stress-layout.ts'
import type { NodeLink } from './topic-distances.ts'

/**
 * How far distances on the map are from distances in the graph: mean squared relative error over all pairs that
 * a path joins, with the map scaled to its least (stress normalised by the ideal distances, as in Gansner, Koren and North 2004). 0 is perfect.
 */
export function normalisedStress({ x, y }: Places, { nodes, values }: Distances): number {
  let linear = 0
  let squared = 0
  let pairs = 0
  for (let a = 1; a < nodes; a++)
    for (let b = 0; b < a; b++) {
      const ideal = values[a * nodes + b] as number
      if (ideal === Number.POSITIVE_INFINITY) continue
      const ratio = distance(x, y, a, b) / ideal
      linear += ratio
      squared += ratio * ratio
      pairs++
    }
  // Least squares give the scale linear ÷ squared, and with it this remains of the sum.
  return pairs === 0 || squared === 0 ? 0 : 1 - linear ** 2 / squared / pairs
}

/**
 * 1 less the crossings of links as a share of those possible: of all pairs of links that share no end (Purchase 2002,
 * Dunne and Shneiderman 2009). 1 is without crossings.
 */
export function crossingQuality({ x, y }: Places, links: NodeLink[]): number {
  const side = (from: number, to: number, node: number) =>
    ((x[to] as number) - (x[from] as number)) * ((y[node] as number) - (y[from] as number)) -
    ((y[to] as number) - (y[from] as number)) * ((x[node] as number) - (x[from] as number))
  let crossings = 0
  let possible = 0
  for (const [at, p] of links.entries())
    for (let before = 0; before < at; before++) {
      const q = links[before] as NodeLink
      if (p.a === q.a || p.a === q.b || p.b === q.a || p.b === q.b) continue
      possible++
      if (
        side(p.a, p.b, q.a) * side(p.a, p.b, q.b) < 0 &&
        side(q.a, q.b, p.a) * side(q.a, q.b, p.b) < 0
      )
        crossings++
    }
  return possible === 0 ? 1 : 1 - crossings / possible
}

/**
 * Share of a node's neighbours in the graph that are among as many nearest nodes on the map, in the mean over nodes
 * with neighbours; 0 to 1.
 */
export function neighbourhoodPreservation(places: Places, links: NodeLink[]): number {
  const neighbours: Set<number>[] = Array.from(places.x, () => new Set())
  for (const { a, b } of links) {
    neighbours[a]?.add(b)
    neighbours[b]?.add(a)
  }
  let total = 0
  let counted = 0
  for (const [node, own] of neighbours.entries()) {
    if (own.size === 0) continue
    total += nearest(places, node, own.size).filter((other) => own.has(other)).length / own.size
    counted++
  }
  return counted === 0 ? 1 : total / counted
}

/** Share of the three nearest nodes that are of the node's own group, in the mean over nodes; 0 to 1. */
export function groupCohesion(places: Places, groups: readonly unknown[]): number {
  const shares = groups.map((group, node) => {
    const near = nearest(places, node, 3)
    return near.length === 0
      ? 1
      : near.filter((other) => groups[other] === group).length / near.length
  })
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
}

function nearest({ x, y }: Places, node: number, count: number): number[] {
  const far = Array.from(x, (_, other) => distance(x, y, node, other))
  return [...far.keys()]
    .filter((other) => other !== node)
    .sort((a, b) => (far[a] as number) - (far[b] as number) || a - b)
    .slice(0, count)
}

function distance(x: Float64Array, y: Float64Array, a: number, b: number): number {
  const dx = (x[a] as number) - (x[b] as number)
  const dy = (y[a] as number) - (y[b] as number)
  return Math.sqrt(dx * dx + dy * dy)
}
