import type { WordVector } from './word-vectors.ts'

/** Only topics that a paper is rather filed under than not speak for its words. */
const LIKELIHOOD_MIN = 0.3
/** Weight of the corpus's own distribution in that of a word, in papers; keeps rare words from seeming sure. */
const PRIOR = 6

/**
 * How much each term says about a paper's topics: the divergence (Kullback and Leibler, in nats) of the
 * topics of the papers that use it from those of all papers. Words of running text are near 0.
 */
export function termInformation(
  vectors: WordVector[],
  likelihoods: Map<string, number>[],
): Map<string, number> {
  const overall = new Map<string, number>()
  const byTerm = new Map<string, Map<string, number>>()
  for (const [index, vector] of vectors.entries()) {
    const likely = [...(likelihoods[index] ?? [])].filter(([, value]) => value >= LIKELIHOOD_MIN)
    for (const [topic, value] of likely) add(overall, topic, value)
    for (const term of vector.keys()) {
      let counts = byTerm.get(term)
      if (!counts) {
        counts = new Map()
        byTerm.set(term, counts)
      }
      for (const [topic, value] of likely) add(counts, topic, value)
    }
  }
  const total = sum(overall)
  const information = new Map<string, number>()
  for (const [term, counts] of byTerm) {
    const own = sum(counts)
    // Topics the term never meets share one closed form, so only those it meets are visited.
    let divergence = 0
    let unseen = 1
    const shrink = PRIOR / (own + PRIOR)
    for (const [topic, value] of counts) {
      const expected = (overall.get(topic) ?? 0) / total
      const observed = (value + PRIOR * expected) / (own + PRIOR)
      divergence += observed * Math.log(observed / expected)
      unseen -= expected
    }
    information.set(term, divergence + Math.max(unseen, 0) * shrink * Math.log(shrink))
  }
  return information
}

function add(counts: Map<string, number>, key: string, value: number): void {
  counts.set(key, (counts.get(key) ?? 0) + value)
}

function sum(counts: Map<string, number>): number {
  let total = 0
  for (const value of counts.values()) total += value
  return total
}
