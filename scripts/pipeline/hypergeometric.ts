/** How many papers two topics share by chance: a count k ≥ `least`, kept at index k − `least`. */
export interface SharedByChance {
  least: number
  /** Probability of exactly k; the sum is 1. */
  mass: Float64Array
  /** Probability of k or fewer. */
  atMost: Float64Array
  /** Probability of k or more. */
  atLeast: Float64Array
}

/** Natural logarithms of 0! to `most`!. */
export function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1)
  for (let n = 2; n <= most; n++) logs[n] = (logs[n - 1] as number) + Math.log(n)
  return logs
}

/**
 * The hypergeometric distribution: `a` and `b` of `papers` papers, 0 ≤ a, b ≤ papers, are drawn
 * independently; how many are in both? P(k) = C(a, k) · C(papers − a, b − k) / C(papers, b). Its
 * tails are the one-sided tests of Fisher (1935). `logs` are log factorials up to `papers`.
 */
export function hypergeometric(
  logs: Float64Array,
  papers: number,
  a: number,
  b: number,
): SharedByChance {
  const log = (n: number) => logs[n] as number
  const least = Math.max(0, a + b - papers)
  const length = Math.min(a, b) - least + 1
  const constant = log(a) + log(papers - a) + log(b) + log(papers - b) - log(papers)
  const mass = Float64Array.from({ length }, (_, index) => {
    const k = least + index
    return Math.exp(constant - log(k) - log(a - k) - log(b - k) - log(papers - a - b + k))
  })
  const atMost = new Float64Array(length)
  const atLeast = new Float64Array(length)
  // Each tail is added up from its thin end, where a difference from 1 would lose all digits.
  let sum = 0
  for (let index = 0; index < length; index++) {
    sum += mass[index] as number
    atMost[index] = Math.min(1, sum)
  }
  sum = 0
  for (let index = length - 1; index >= 0; index--) {
    sum += mass[index] as number
    atLeast[index] = Math.min(1, sum)
  }
  return { least, mass, atMost, atLeast }
}
