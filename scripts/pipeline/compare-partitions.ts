import { hypergeometric, logFactorials } from './hypergeometric.ts'

/**
 * How well two groupings of the same things agree: 1 if they are the same, 0 on average by chance.
 * Adjusted mutual information (Vinh, Epps and Bailey 2010): (I − E I) / (mean entropy − E I), where
 * the expectation is over groupings with the same sizes. Labels only tell groups apart. Groupings
 * that are both trivial in the same way, and empty ones, agree.
 */
export function adjustedMutualInformation<A, B>(a: readonly A[], b: readonly B[]): number {
  const things = a.length
  const [sizesA, sizesB] = [groupSizes(a), groupSizes(b)]
  const groupsA = [...new Set(a)]
  const groupsB = [...new Set(b)]
  const cells = groupSizes(
    a.map((label, at) => groupsA.indexOf(label) * things + groupsB.indexOf(b[at] as B)),
  )
  const same = cells.length === sizesA.length && cells.length === sizesB.length
  if (same) return 1
  const mean = (entropy(sizesA) + entropy(sizesB)) / 2
  const information = 2 * mean - entropy(cells)
  const expected = expectedInformation(sizesA, sizesB, things)
  return mean === expected ? 0 : (information - expected) / (mean - expected)
}

/** Sizes of the groups, in the order the groups are met. */
function groupSizes(labels: readonly unknown[]): number[] {
  const sizes = new Map<unknown, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  return [...sizes.values()]
}

/** In nats. */
function entropy(sizes: number[]): number {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  return sizes.reduce((sum, size) => sum - (size / all) * Math.log(size / all), 0)
}

/** Mutual information that groups of these sizes have by chance, in nats. */
function expectedInformation(sizesA: number[], sizesB: number[], things: number): number {
  const logs = logFactorials(things)
  let sum = 0
  for (const a of sizesA)
    for (const b of sizesB) {
      const { least, mass } = hypergeometric(logs, things, a, b)
      for (const [index, probability] of mass.entries()) {
        const both = least + index
        if (both > 0) sum += probability * (both / things) * Math.log((things * both) / (a * b))
      }
    }
  return sum
}
