import { type VectorSpace, vectorSpace, type WordVector } from './word-vectors.ts'

/** Only topics that a paper is rather filed under than not speak for its words. */
const LIKELIHOOD_MIN = 0.3
/** Weight of the corpus's own distribution in that of a word, in papers; keeps rare words from seeming sure. */
const PRIOR = 6

/**
 * How much each term of a lexicon says about a paper's topics: the divergence (Kullback and Leibler, in
 * nats) of the topics of the papers that use it from those of all papers. Words of running text are near 0.
 */
export function termInformation(
  { lexicon, vectors }: VectorSpace,
  likelihoods: Map<string, number>[],
): Float64Array {
  const topics = vectorSpace(
    likelihoods.map(
      (own) => new Map([...own].filter(([, likelihood]) => likelihood >= LIKELIHOOD_MIN)),
    ),
  )
  const overall = new Float64Array(topics.lexicon.length)
  for (const vector of topics.vectors) add(overall, vector)
  const total = sum(overall)
  const counts = new Float64Array(topics.lexicon.length)
  return Float64Array.from(papersByTerm(lexicon.length, vectors), (papers) => {
    counts.fill(0)
    for (const paper of papers) add(counts, topics.vectors[paper] as WordVector)
    const own = sum(counts)
    // Topics the term never meets share one closed form, so only those it meets are visited.
    let divergence = 0
    let unseen = 1
    const shrink = PRIOR / (own + PRIOR)
    for (let topic = 0; topic < counts.length; topic++) {
      const value = counts[topic] as number
      if (value === 0) continue
      const expected = (overall[topic] as number) / total
      const observed = (value + PRIOR * expected) / (own + PRIOR)
      divergence += observed * Math.log(observed / expected)
      unseen -= expected
    }
    return divergence + Math.max(unseen, 0) * shrink * Math.log(shrink)
  })
}

/** For each term, the indexes of the papers whose vectors hold it. */
function papersByTerm(terms: number, vectors: WordVector[]): number[][] {
  const papers: number[][] = Array.from({ length: terms }, () => [])
  for (const [paper, vector] of vectors.entries())
    for (const term of vector.terms) papers[term]?.push(paper)
  return papers
}

function add(sums: Float64Array, { terms, weights }: WordVector): void {
  for (let part = 0; part < terms.length; part++) {
    const term = terms[part] as number
    sums[term] = (sums[term] as number) + (weights[part] as number)
  }
}

function sum(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}
