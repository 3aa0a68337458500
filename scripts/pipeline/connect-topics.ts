import { byCodeUnit, byId } from '../../src/shared/code-unit-order.ts'
import type { Grade, Paper } from '../../src/shared/model.ts'
import type { TestedPair } from './test-pairs.ts'

/** A pair that the graph draws as a link. */
export interface LinkedPair extends TestedPair {
  /** Association strength, above 1. */
  strength: number
  /** Strength after the discount for small counts, above 0. */
  weight: number
}

/** A paper is half as much about what it uses or treats. Powers of 2, so that sums are exact in any order. */
const GRADE_WEIGHT: Record<Grade, number> = { main: 1, also: 0.5 }
/** One shared paper is an accident, whatever p says. */
const SHARED_LEAST = 2
const P_MOST = 0.05
/** Pairs with at most this q are links whether or not they are among the strongest of a topic. */
const Q_SURE = 0.05
/** Links that each topic may choose; others may choose it too. */
const CHOSEN = 4
/** Of more links than this per topic one sees nothing. */
const LINKS_PER_TOPIC = 2.25

/**
 * The backbone of the graph, strongest first, then by ids. Candidates share at least two papers,
 * with p ≤ .05 and a strength above 1. Each topic chooses its four with the smallest p; a link needs
 * one choice, or a q of at most .05. Above 2.25 links per topic, those go first that no topic
 * ranks high.
 */
export function connectTopics(papers: Pick<Paper, 'topics'>[], tested: TestedPair[]): LinkedPair[] {
  const candidates = measureStrength(
    papers,
    tested.filter(({ observed, more }) => observed >= SHARED_LEAST && more.p <= P_MOST),
  )
    .filter(({ strength }) => strength > 1)
    .sort((a, b) => a.more.p - b.more.p)
  const candidatesOf = new Map<string, number>()
  const ranked = candidates.map((pair) => {
    const ranks = pair.topics.map((topic) => {
      const rank = candidatesOf.get(topic) ?? 0
      candidatesOf.set(topic, rank + 1)
      return rank
    })
    return { pair, rank: Math.min(...ranks) }
  })
  const topics = new Set(tested.flatMap((pair) => pair.topics)).size
  return ranked
    .filter(({ pair, rank }) => rank < CHOSEN || pair.more.q <= Q_SURE)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.floor(topics * LINKS_PER_TOPIC))
    .map(({ pair }) => pair)
    .sort((a, b) => b.weight - a.weight || byTopics(a, b))
}

/**
 * Association strength (van Eck and Waltman 2009) is the weighted count of shared papers, a product
 * of two grades each, by the one expected: Σ gₐ·g_b / (Σ gₐ · Σ g_b / papers). It favours accidents
 * among small topics, so c shared papers of at most m discount it by c/(c+2) · m/(m+4), after
 * Pantel and Lin (2002).
 */
function measureStrength(papers: Pick<Paper, 'topics'>[], pairs: TestedPair[]): LinkedPair[] {
  const sums = new Map<string, number>()
  const together = new Map<string, number>()
  const add = (to: Map<string, number>, key: string, value: number) =>
    to.set(key, (to.get(key) ?? 0) + value)
  for (const { topics } of papers) {
    const filed = [...topics].sort(byId)
    for (const [index, a] of filed.entries()) {
      add(sums, a.id, GRADE_WEIGHT[a.grade])
      for (const b of filed.slice(index + 1))
        add(together, `${a.id}+${b.id}`, GRADE_WEIGHT[a.grade] * GRADE_WEIGHT[b.grade])
    }
  }
  return pairs.map((pair) => {
    const [a, b] = pair.topics
    const expected = ((sums.get(a) ?? 0) * (sums.get(b) ?? 0)) / papers.length
    const strength = (together.get(`${a}+${b}`) ?? 0) / expected
    const smaller = Math.min(...pair.sizes)
    const { observed } = pair
    return {
      ...pair,
      strength,
      weight: strength * (observed / (observed + 2)) * (smaller / (smaller + 4)),
    }
  })
}

function byTopics({ topics: [a, b] }: TestedPair, { topics: [x, y] }: TestedPair): number {
  return byCodeUnit(a, x) || byCodeUnit(b, y)
}
