import type { Distances } from './stress-layout.ts'

/** Links between nodes by number; the weight is above 0. */
export interface NodeLink {
  a: number
  b: number
  weight: number
}

/** A link of the greatest weight is this long, one of the least weight 1.25, in hops. */
const LENGTH_LEAST = 0.75
const LENGTH_RANGE = 0.5

/** Pieces of the graph that no path joins keep this distance beyond the longest path, in hops. */
const APART = 1

/** Hops from node to node over links; infinite where there is no path. */
export function hopDistances(nodes: number, links: NodeLink[]): Distances {
  return shortestPaths(nodes, links, () => 1)
}

/**
 * Lengths of the shortest paths over links, in hops; strong links are short ones. Where there is no path, a hop more
 * than the longest.
 */
export function linkDistances(nodes: number, links: NodeLink[]): Distances {
  const logs = links.map(({ weight }) => Math.log1p(weight))
  const least = Math.min(...logs)
  const range = Math.max(...logs) - least || 1
  const { values } = shortestPaths(
    nodes,
    links,
    ({ weight }) => LENGTH_LEAST + LENGTH_RANGE * (1 - (Math.log1p(weight) - least) / range),
  )
  let longest = 0
  for (const value of values) if (Number.isFinite(value)) longest = Math.max(longest, value)
  return { nodes, values: values.map((value) => Math.min(value, longest + APART)) }
}

/** Dijkstra's shortest paths from each node. */
function shortestPaths(
  nodes: number,
  links: NodeLink[],
  lengthOf: (link: NodeLink) => number,
): Distances {
  const neighbours: { node: number; length: number }[][] = Array.from({ length: nodes }, () => [])
  for (const link of links) {
    const length = lengthOf(link)
    neighbours[link.a]?.push({ node: link.b, length })
    neighbours[link.b]?.push({ node: link.a, length })
  }
  const values = new Float64Array(nodes * nodes).fill(Number.POSITIVE_INFINITY)
  for (let start = 0; start < nodes; start++) {
    const row = values.subarray(start * nodes, (start + 1) * nodes)
    row[start] = 0
    const open = new Set([start])
    while (open.size > 0) {
      let nearest = -1
      for (const node of open)
        if (nearest === -1 || (row[node] as number) < (row[nearest] as number)) nearest = node
      open.delete(nearest)
      for (const { node, length } of neighbours[nearest] ?? []) {
        const through = (row[nearest] as number) + length
        if (through < (row[node] as number)) {
          row[node] = through
          open.add(node)
        }
      }
    }
  }
  return { nodes, values }
}
