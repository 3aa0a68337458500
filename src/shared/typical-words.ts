import type { Paper } from './model.ts'
import { tokenize } from './tokens.ts'

/** Papers of the group that must use a word. */
const PAPERS_MIN = 2

/**
 * Words that a group of papers uses more often than all papers do, most typical first: by Dunning's
 * log-likelihood ratio (1993) of document counts. In the spelling of their first occurrence, in lower case.
 */
export function typicalWords(group: Paper[], all: Paper[], most: number): string[] {
  const inAll = documentCounts(all)
  const inGroup = documentCounts(group)
  return [...inGroup]
    .filter(([term, { papers }]) => papers >= PAPERS_MIN && term.length > 2 && !/^\d/.test(term))
    .map(([term, { papers, spelling }]) => ({
      spelling,
      term,
      ratio: surprise(papers, group.length, inAll.get(term)?.papers ?? papers, all.length),
    }))
    .filter(({ ratio }) => ratio > 0)
    .sort((a, b) => b.ratio - a.ratio || (a.term < b.term ? -1 : 1))
    .slice(0, most)
    .map(({ spelling }) => spelling)
}

const counted = new WeakMap<Paper[], Map<string, { papers: number; spelling: string }>>()

function documentCounts(papers: Paper[]): Map<string, { papers: number; spelling: string }> {
  const known = counted.get(papers)
  if (known) return known
  const counts = new Map<string, { papers: number; spelling: string }>()
  for (const { title, abstract } of papers) {
    const seen = new Set<string>()
    for (const text of [title, abstract])
      for (const { term, start, end } of tokenize(text)) {
        if (seen.has(term)) continue
        seen.add(term)
        const entry = counts.get(term) ?? {
          papers: 0,
          spelling: text.slice(start, end).toLowerCase(),
        }
        entry.papers++
        counts.set(term, entry)
      }
  }
  counted.set(papers, counts)
  return counts
}

/** 2 · k · ln(k / expected) + the same for the rest; 0 when the word is not over-represented. */
function surprise(inGroup: number, group: number, inAll: number, all: number): number {
  const expected = (inAll * group) / all
  if (inGroup <= expected) return 0
  const rest = inAll - inGroup
  const expectedRest = inAll - expected
  return (
    2 *
    (inGroup * Math.log(inGroup / expected) + (rest > 0 ? rest * Math.log(rest / expectedRest) : 0))
  )
}
