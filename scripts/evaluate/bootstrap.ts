/** A figure with its 95 % percentile interval; NaN where it has no meaning, a share of nothing for instance. */
export interface Measured {
  value: number
  low: number
  high: number
}

const RESAMPLES = 1000
const SEED = 20240229

/**
 * Figures of the items, each with the interval in which 95 % of the same figure lie when as many
 * items are drawn with replacement. The same items in the same order give the same intervals. A
 * figure without meaning in a resample is left out of that resample.
 */
export function measure<Item, Name extends string>(
  items: Item[],
  figures: (sample: Item[]) => Record<Name, number>,
): Record<Name, Measured> {
  const values = figures(items)
  const names = Object.keys(values) as Name[]
  const drawn = new Map<Name, number[]>(names.map((name) => [name, []]))
  const random = generator()
  for (let round = 0; round < RESAMPLES; round++) {
    const sample = items.map(() => items[Math.floor(random() * items.length)] as Item)
    const resampled = figures(sample)
    for (const name of names)
      if (!Number.isNaN(resampled[name])) drawn.get(name)?.push(resampled[name])
  }
  return Object.fromEntries(
    names.map((name) => [name, { value: values[name], ...interval(drawn.get(name) ?? []) }]),
  ) as Record<Name, Measured>
}

function interval(values: number[]): { low: number; high: number } {
  const sorted = values.sort((a, b) => a - b)
  return {
    low: sorted[Math.floor(sorted.length * 0.025)] ?? Number.NaN,
    high: sorted[Math.ceil(sorted.length * 0.975) - 1] ?? Number.NaN,
  }
}

/** 0 to below 1; the linear congruential generator of Numerical Recipes, modulo 2³². */
function generator(): () => number {
  let state = SEED
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
