/** Grades of the relevant papers of a query by paper id: 2 its subject, 1 treats or uses it. */
export type Relevance = Record<string, number>

/** Paper ids as ranked for one query, best first, and what the judge finds relevant. */
interface JudgedRanking {
  ranked: string[]
  relevant: Relevance
}

/** Results that count. */
const DEPTH = 10

export type RankingFigure = keyof ReturnType<typeof rankingScores>

/** All scores of one query, which needs a relevant paper. What is not judged relevant is wrong. */
export function rankingScores(ranking: JudgedRanking) {
  return {
    ndcg: ndcg(ranking),
    success: success(ranking),
    reciprocalRank: reciprocalRank(ranking),
    recall: recall(ranking),
  }
}

/**
 * nDCG@10: the discounted cumulative gain Σ (2^grade − 1) / log₂(rank + 1) of the first ten, over that
 * of the best order of all relevant papers. Järvelin & Kekäläinen 2002 (doi:10.1145/582415.582418),
 * with the exponential gain of Burges et al. 2005 (doi:10.1145/1102351.1102363).
 */
export function ndcg({ ranked, relevant }: JudgedRanking): number {
  const best = Object.values(relevant).sort((a, b) => b - a)
  return discountedGain(ranked.map((id) => relevant[id] ?? 0)) / discountedGain(best)
}

function discountedGain(grades: number[]): number {
  return grades
    .slice(0, DEPTH)
    .reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
}

/** Success@1: 1 when the first result is relevant in any grade, else 0. */
export function success({ ranked, relevant }: JudgedRanking): number {
  return isRelevant(ranked[0], relevant) ? 1 : 0
}

/** One over the rank of the first relevant result among the first ten, else 0; its mean is MRR@10. */
export function reciprocalRank({ ranked, relevant }: JudgedRanking): number {
  const index = ranked.slice(0, DEPTH).findIndex((id) => isRelevant(id, relevant))
  return index < 0 ? 0 : 1 / (index + 1)
}

/** Recall@10: the share of all relevant papers among the first ten; below 1 where there are more than ten. */
export function recall({ ranked, relevant }: JudgedRanking): number {
  const found = ranked.slice(0, DEPTH).filter((id) => isRelevant(id, relevant))
  return found.length / Object.keys(relevant).length
}

function isRelevant(id: string | undefined, relevant: Relevance): boolean {
  return id !== undefined && (relevant[id] ?? 0) > 0
}

/** NaN for no values. */
export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
