import { byCodeUnit } from './code-unit-order.ts'

/** What leads to a page; of papers the ids alone, since their titles would double it. */
export interface KnownAddresses {
  papers: string[]
  /** Other site paths with the names of their pages. */
  pages: Record<string, string>
}

/** Likeness, from 0 to 1, below which a page is no guess worth showing. */
const LIKENESS_MIN = 0.5
/** What a name cut short counts: less than the whole name, more than most likenesses. */
const CUT_SHORT = 0.9
/** Letters that a name cut short must have left. */
const CUT_MIN = 6

const KINDS: ReadonlyMap<string, string> = new Map([
  ['papers', 'Paper'],
  ['topics', 'Topic'],
  ['areas', 'Area'],
  ['years', 'Year'],
])

/**
 * The site paths whose names are most like that of a path which leads nowhere, best first: the last
 * part of each, without an extension, by the pairs of neighbouring letters they share (Dice's
 * coefficient), or the names that it is the beginning of. Empty if none is at least half alike.
 */
export function nearestPaths(path: string, known: readonly string[], count: number): string[] {
  const name = nameOf(path)
  if (name === '') return []
  const pairs = letterPairs(name)
  return known
    .map((candidate) => ({ candidate, likeness: likenessOf(name, pairs, nameOf(candidate)) }))
    .filter(({ likeness }) => likeness >= LIKENESS_MIN)
    .sort((a, b) => b.likeness - a.likeness || byCodeUnit(a.candidate, b.candidate))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

function nameOf(path: string): string {
  const last = path.split('/').findLast((part) => part !== '') ?? ''
  return last
    .toLowerCase()
    .replace(/\.[a-z.]+$/, '')
    .replaceAll(/[^a-z0-9+]+/g, '-')
}

function likenessOf(name: string, pairs: ReadonlyMap<string, number>, other: string): number {
  const isCutShort = name.length >= CUT_MIN && other.startsWith(name) && other !== name
  const otherPairs = letterPairs(other)
  let shared = 0
  for (const [pair, count] of otherPairs) shared += Math.min(count, pairs.get(pair) ?? 0)
  const dice = (2 * shared) / (name.length + 1 + other.length + 1)
  return isCutShort ? Math.max(dice, CUT_SHORT) : dice
}

/** Pairs of neighbouring letters with how often each occurs; the ends count as letters. */
function letterPairs(name: string): Map<string, number> {
  const pairs = new Map<string, number>()
  const letters = ` ${name} `
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = letters.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** What a reader calls the page at a site path, by the folder it is in; empty for pages that are the only one of their kind. */
export function kindOfPage(path: string): string {
  if (/^\/topics\/[^/]+\+[^/]+\/$/.test(path)) return 'Two topics'
  const [, folder = ''] = /^\/([^/]+)\/[^/]+\/$/.exec(path) ?? []
  return KINDS.get(folder) ?? ''
}
