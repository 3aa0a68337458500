import type { Paper } from '../../src/shared/model.ts'
import { hypergeometric, logFactorials, type SharedByChance } from './hypergeometric.ts'

/** One side of a test; both 0 to 1. */
export interface Significance {
  /** Probability of a count as far or farther on this side by chance. */
  p: number
  /** Share of pairs with such a p, or a smaller one, that chance alone would give. */
  q: number
}

/** Two topics against chance, in the order of their ids. */
export interface TestedPair {
  topics: [string, string]
  /** Papers filed under each, in either grade. */
  sizes: [number, number]
  /** Papers filed under both, in either grade. */
  observed: number
  /** Papers expected under both if topics were filed independently. */
  expected: number
  more: Significance
  less: Significance
}

/** A pair with a larger p is no candidate for anything, so its q is 1. */
const P_MOST = 0.25

/** Tests every two topics that have papers, whether they share any or not; by ids. */
export function testPairs(papers: Pick<Paper, 'topics'>[]): TestedPair[] {
  const { sizes, shared } = countFilings(papers)
  const logs = logFactorials(papers.length)
  const bySizes = new Map<string, { chance: SharedByChance; pairs: number }>()
  const ids = [...sizes.keys()].sort()
  const tested = ids.flatMap((a, index) =>
    ids.slice(index + 1).map((b): TestedPair => {
      const [x, y] = [sizes.get(a) ?? 0, sizes.get(b) ?? 0]
      const key = `${Math.min(x, y)} ${Math.max(x, y)}`
      const same = bySizes.get(key) ?? {
        chance: hypergeometric(logs, papers.length, Math.min(x, y), Math.max(x, y)),
        pairs: 0,
      }
      bySizes.set(key, same)
      same.pairs++
      const observed = shared.get(`${a}+${b}`) ?? 0
      const at = observed - same.chance.least
      return {
        topics: [a, b],
        sizes: [x, y],
        observed,
        expected: (x * y) / papers.length,
        more: { p: same.chance.atLeast[at] as number, q: 1 },
        less: { p: same.chance.atMost[at] as number, q: 1 },
      }
    }),
  )
  for (const [side, tail] of [
    ['more', 'atLeast'],
    ['less', 'atMost'],
  ] as const)
    setRates(
      tested.map((pair) => pair[side]),
      [...bySizes.values()].map(({ chance, pairs }) => ({
        p: chance[tail],
        mass: chance.mass,
        pairs,
      })),
    )
  return tested
}

/** Papers of each topic, and of every two that share any, under `a+b` in the order of ids. */
export function countFilings(papers: Pick<Paper, 'topics'>[]) {
  const sizes = new Map<string, number>()
  const shared = new Map<string, number>()
  for (const { topics } of papers) {
    const ids = topics.map(({ id }) => id).sort()
    for (const [index, a] of ids.entries()) {
      sizes.set(a, (sizes.get(a) ?? 0) + 1)
      for (const b of ids.slice(index + 1))
        shared.set(`${a}+${b}`, (shared.get(`${a}+${b}`) ?? 0) + 1)
    }
  }
  return { sizes, shared }
}

/**
 * Sets q: q(p) = min over t ≥ p of (tests that chance alone would put at t or below) / (tests that
 * are there). Benjamini and Hochberg (1995) take `t · tests` for the first; counts as small as these
 * can't reach most values of p, so it is added up from what each test can reach, after Heyse (2011).
 */
function setRates(
  tests: Significance[],
  reachable: { p: Float64Array; mass: Float64Array; pairs: number }[],
): void {
  const low = tests.filter(({ p }) => p <= P_MOST).sort((a, b) => a.p - b.p)
  // Tests that chance alone would put at each p that was seen, or between it and the one before.
  const byChance = new Float64Array(low.length)
  for (const { p, mass, pairs } of reachable)
    for (let at = 0; at < p.length; at++) {
      const place = firstAtLeast(low, p[at] as number)
      if (place < low.length)
        byChance[place] = (byChance[place] as number) + (mass[at] as number) * pairs
    }
  let expected = 0
  for (const [index, test] of low.entries()) {
    expected += byChance[index] as number
    test.q = Math.min(1, expected / (index + 1))
  }
  for (let index = low.length - 2; index >= 0; index--) {
    const [test, next] = [low[index] as Significance, low[index + 1] as Significance]
    // Of equal p, the last has counted them all.
    test.q = test.p === next.p ? next.q : Math.min(test.q, next.q)
  }
}

/** Index of the first test in ascending order whose p is at least this; the number of tests if none is. */
function firstAtLeast(tests: Significance[], p: number): number {
  let [low, high] = [0, tests.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tests[middle] as Significance).p < p) low = middle + 1
    else high = middle
  }
  return low
}
