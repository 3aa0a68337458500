import { byCodeUnit } from '../shared/code-unit-order.ts'
import type { MapLink, MapPaper, MapScriptData } from './model.ts'
import type { MapState } from './state.ts'

/** What of the map a state shows: topics and links by their places in the data. */
export interface Scene {
  /** Papers of each topic within the years shown. */
  counts: number[]
  /** Whether the filters leave a topic in. */
  isShown: boolean[]
  links: MapLink[]
  /** Papers within the years that two topics share, by `pairKey`; null for all years, of which the links tell. */
  together: ReadonlyMap<string, number> | null
  /** Papers within the years, and those that no year can be told of, which a range of years leaves out. */
  papers: MapScriptData['papers']
  undated: number
}

/** Applies the filters of a state. */
export function sceneOf(data: MapScriptData, state: MapState): Scene {
  const { years } = state
  const undated = years ? data.papers.filter(({ year }) => year === null).length : 0
  const papers = years
    ? data.papers.filter(({ year }) => year !== null && year >= years[0] && year <= years[1])
    : data.papers
  const counts = data.topics.map(() => 0)
  for (const { topics } of papers)
    for (const topic of topics) counts[topic] = (counts[topic] as number) + 1
  const isShown = data.topics.map(
    ({ area, community }, topic) =>
      (state.areas.length === 0 || state.areas.includes(data.areas[area]?.id ?? '')) &&
      (state.communities.length === 0 ||
        (community !== null && state.communities.includes(String(community + 1)))) &&
      (years === null || (counts[topic] as number) > 0),
  )
  const together = years ? countPairs(papers) : null
  return {
    counts,
    isShown,
    papers,
    undated,
    together,
    links: data.links.filter(
      ({ a, b, strength }) =>
        strength >= state.strength &&
        isShown[a] &&
        isShown[b] &&
        (together === null || together.has(pairKey(a, b))),
    ),
  }
}

function countPairs(papers: readonly MapPaper[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { topics } of papers)
    for (const [at, a] of topics.entries())
      for (const b of topics.slice(at + 1)) {
        const key = pairKey(a, b)
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  return counts
}

export function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Papers within the years shown that have both ends of a link. */
export function papersOfLink({ together }: Scene, { a, b, observed }: MapLink): number {
  return together ? (together.get(pairKey(a, b)) ?? 0) : observed
}

/** Whether a topic has links; only those are on the map. */
export function isLinked({ topics }: MapScriptData, topic: number): boolean {
  return topics[topic]?.community != null
}

/** The other ends of a topic's links with the links, strongest first. */
export function neighboursOf(
  links: readonly MapLink[],
  topic: number,
): { topic: number; link: MapLink }[] {
  return links
    .filter(({ a, b }) => a === topic || b === topic)
    .map((link) => ({ topic: link.a === topic ? link.b : link.a, link }))
    .sort((x, y) => y.link.strength - x.link.strength)
}

/** The papers filed under all of these topics: those about more of them first, then as they were. */
export function papersOfAll<P extends MapPaper>(
  papers: readonly P[],
  topics: readonly number[],
): P[] {
  // Topics that a paper is about stand first in it.
  const rank = (paper: MapPaper) =>
    topics.reduce((sum, topic) => sum + paper.topics.indexOf(topic), 0)
  return papers
    .filter((paper) => topics.every((topic) => paper.topics.includes(topic)))
    .sort((a, b) => rank(a) - rank(b))
}

/**
 * The largest sets of the topics that do share papers, each with its papers; of sets of one size those with most
 * papers first. Empty if not even two of them share one.
 */
export function nearestSets(
  papers: readonly MapPaper[],
  topics: readonly number[],
): { topics: number[]; papers: number }[] {
  const counts = new Map<string, { topics: number[]; papers: number }>()
  for (const paper of papers) {
    const both = topics.filter((topic) => paper.topics.includes(topic))
    if (both.length < 2) continue
    const key = both.join(' ')
    const set = counts.get(key) ?? { topics: both, papers: 0 }
    set.papers++
    counts.set(key, set)
  }
  const sets = [...counts.values()]
  const size = Math.max(0, ...sets.map((set) => set.topics.length))
  return sets
    .filter((set) => set.topics.length === size)
    .sort((a, b) => b.papers - a.papers || byCodeUnit(a.topics.join(), b.topics.join()))
}

/** How many papers would have both topics if topics were filed independently. */
export function expectedPapers(data: MapScriptData, a: number, b: number): number {
  const size = (topic: number) => data.topics[topic]?.papers ?? 0
  return data.papers.length === 0 ? 0 : (size(a) * size(b)) / data.papers.length
}
