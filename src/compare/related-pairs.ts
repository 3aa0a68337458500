import type { Paper } from '../shared/model.ts'

/** Two of the papers, one of which is among the related papers of the other. */
export interface RelatedPair {
  /** From 0, ascending. */
  places: [a: number, b: number]
  /** Rank of the second among the related papers of the first, from 1, and the other way round; null if not there. */
  ranks: [ofB: number | null, ofA: number | null]
  /** Ids of the topics that both have. */
  topics: string[]
  /** The words told as the reason. */
  terms: string[]
}

/** The pairs of papers that the site relates, best rank first. */
export function relatedPairs(papers: Pick<Paper, 'id' | 'related'>[]): RelatedPair[] {
  const pairs: RelatedPair[] = []
  for (const [a, paper] of papers.entries())
    for (const [b, other] of papers.entries()) {
      if (b <= a) continue
      const ranks: RelatedPair['ranks'] = [rankIn(paper, other), rankIn(other, paper)]
      const reason =
        paper.related.find(({ id }) => id === other.id) ??
        other.related.find(({ id }) => id === paper.id)
      if (reason) pairs.push({ places: [a, b], ranks, topics: reason.topics, terms: reason.terms })
    }
  return pairs.sort((x, y) => best(x) - best(y))
}

function rankIn(
  { related }: Pick<Paper, 'related'>,
  { id: wanted }: Pick<Paper, 'id'>,
): number | null {
  const place = related.findIndex(({ id }) => id === wanted)
  return place === -1 ? null : place + 1
}

function best({ ranks }: RelatedPair): number {
  return Math.min(...ranks.map((rank) => rank ?? Number.POSITIVE_INFINITY))
}
