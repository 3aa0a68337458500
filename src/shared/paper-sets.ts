import { byId } from './code-unit-order.ts'
import type { Listing, Paper, PermalinksFile } from './model.ts'

/** Pairs of topics that share this many papers have a page of their own. */
export const PAIR_PAGE_MIN = 3

export interface FiledPapers {
  main: Paper[]
  also: Paper[]
}

/** Papers filed under each of the topics by grade, in the given order. */
export function groupByTopic(
  papers: Paper[],
  topics: readonly { id: string }[],
): ReadonlyMap<string, FiledPapers> {
  const groups = new Map<string, FiledPapers>(topics.map(({ id }) => [id, { main: [], also: [] }]))
  for (const paper of papers)
    for (const { id, grade } of paper.topics) groups.get(id)?.[grade].push(paper)
  return groups
}

/** Those of the papers that are filed under both topics in either grade, those about both first, then by id. */
export function papersOnBoth(papers: Paper[], a: string, b: string): Paper[] {
  const mains = (paper: Paper) =>
    paper.topics.filter(({ id, grade }) => grade === 'main' && (id === a || id === b)).length
  return papers
    .filter((paper) => [a, b].every((topic) => paper.topics.some(({ id }) => id === topic)))
    .sort((x, y) => mains(y) - mains(x) || byId(x, y))
}

/** Papers of each listing in printed order, with their rank. Ranks of withdrawn papers are missing. */
export function groupByListing(
  papers: Paper[],
  listings: readonly Pick<Listing, 'id'>[],
): ReadonlyMap<string, { rank: number; paper: Paper }[]> {
  const groups = new Map<string, { rank: number; paper: Paper }[]>(
    listings.map(({ id }) => [id, []]),
  )
  for (const paper of papers)
    for (const { listing, rank } of paper.sightings) groups.get(listing)?.push({ rank, paper })
  for (const entries of groups.values()) entries.sort((a, b) => a.rank - b.rank)
  return groups
}

/** The id that each id ever published leads to by now; that of a withdrawn paper leads to itself. */
export function resolvePermalinks(
  permalinks: PermalinksFile['permalinks'],
): ReadonlyMap<string, string> {
  const into = new Map(permalinks.map((permalink) => [permalink.id, permalink.into]))
  const resolve = (id: string): string => {
    const next = into.get(id) ?? null
    return next === null ? id : resolve(next)
  }
  return new Map(permalinks.map(({ id }) => [id, resolve(id)]))
}
