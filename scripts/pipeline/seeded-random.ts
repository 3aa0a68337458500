/** 0 to below 1; the linear congruential generator of Numerical Recipes, modulo 2³². */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** The values in a random order (Fisher and Yates), in a new array. */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const order = [...values]
  for (let last = order.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    ;[order[last], order[at]] = [order[at] as T, order[last] as T]
  }
  return order
}
