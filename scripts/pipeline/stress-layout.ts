import { generator } from './seeded-random.ts'

/** Places of nodes in a plane, by number of the node. */
export interface Places {
  x: Float64Array
  y: Float64Array
}

/** Ideal distances between all nodes, row by row; above 0 off the diagonal. */
export interface Distances {
  nodes: number
  values: Float64Array
}

/** Every pair of nodes, to be visited in a random order. */
interface Pairs {
  first: Uint16Array
  second: Uint16Array
}

const PASSES = 60
const STEP_LAST = 0.1

/**
 * Places whose distances come near to the ideal ones: stress by stochastic gradient descent (Zheng, Pawar and Goodman
 * 2019), 60 passes over all pairs from seeded random places. A pair weighs one by its squared distance.
 */
export function layOutByStress(distances: Distances, seed: number): Places {
  const random = generator(seed)
  const { nodes, values } = distances
  const places = { x: new Float64Array(nodes), y: new Float64Array(nodes) }
  for (let node = 0; node < nodes; node++) {
    places.x[node] = random()
    places.y[node] = random()
  }
  let longest = 0
  for (const value of values) longest = Math.max(longest, value)
  const pairs = allPairs(nodes)
  for (let pass = 0; pass < PASSES; pass++) {
    const step = longest ** 2 * (STEP_LAST / longest ** 2) ** (pass / (PASSES - 1))
    relaxStress(places, distances, pairs, step, random)
  }
  return places
}

/**
 * One pass over all pairs in a random order, each moved towards its ideal distance times `unit`, by at most the whole
 * difference. `step` is in squared ideal distances.
 */
export function relaxStress(
  { x, y }: Places,
  { nodes, values }: Distances,
  pairs: Pairs,
  step: number,
  random: () => number,
  unit = 1,
): void {
  shufflePairs(pairs, random)
  for (let at = 0; at < pairs.first.length; at++) {
    const a = pairs.first[at] as number
    const b = pairs.second[at] as number
    const ideal = values[a * nodes + b] as number
    const dx = (x[a] as number) - (x[b] as number)
    const dy = (y[a] as number) - (y[b] as number)
    const length = Math.sqrt(dx * dx + dy * dy) || 1e-6
    const share = (Math.min(1, step / (ideal * ideal)) * (length - ideal * unit)) / (2 * length)
    x[a] = (x[a] as number) - share * dx
    y[a] = (y[a] as number) - share * dy
    x[b] = (x[b] as number) + share * dx
    y[b] = (y[b] as number) + share * dy
  }
}

export function allPairs(nodes: number): Pairs {
  const count = (nodes * (nodes - 1)) / 2
  const pairs = { first: new Uint16Array(count), second: new Uint16Array(count) }
  let at = 0
  for (let a = 1; a < nodes; a++)
    for (let b = 0; b < a; b++, at++) {
      pairs.first[at] = a
      pairs.second[at] = b
    }
  return pairs
}

function shufflePairs({ first, second }: Pairs, random: () => number): void {
  for (let last = first.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    const [a, b] = [first[last] as number, second[last] as number]
    first[last] = first[at] as number
    second[last] = second[at] as number
    first[at] = a
    second[at] = b
  }
}
