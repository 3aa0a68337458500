/** Probability left outside on each side: 95 % are inside. */
const TAIL = 0.025

/**
 * The means that a count ≥ 0 is compatible with: the exact 95 % interval of Garwood (1936). Below
 * its low end so large a count has a probability under .025, above its high end so small a one.
 */
export function poissonInterval(count: number): { low: number; high: number } {
  // 95 % of means lie within 4 √(count + 1) + 4, for 0 as for large counts.
  const most = count + 4 * Math.sqrt(count + 1) + 4
  return {
    low: count === 0 ? 0 : crossing(count, (mean) => 1 - atMost(count - 1, mean) < TAIL),
    high: crossing(most, (mean) => atMost(count, mean) > TAIL),
  }
}

/** Where `isBelow` turns false between 0 and `most`, by bisection to the last digit. */
function crossing(most: number, isBelow: (mean: number) => boolean): number {
  let [low, high] = [0, most]
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2)
    if (isBelow(middle)) low = middle
    else high = middle
  return low
}

/** Probability of `count` or fewer events; logarithms, because powers of large means overflow. */
function atMost(count: number, mean: number): number {
  let log = -mean
  let sum = Math.exp(log)
  for (let k = 1; k <= count; k++) {
    log += Math.log(mean / k)
    sum += Math.exp(log)
  }
  return Math.min(1, sum)
}
