import type MiniSearch from 'minisearch'
import type { IndexedPaper, IndexField } from './index-files.ts'
import { type SoughtTerm, WEIGHTS } from './match.ts'
import type { TextClause } from './model.ts'

/** So many lookups are remembered, which hold a paper each at least and all papers at most. */
const FOUND_KEPT = 100

/** The terms that a paper has, and the fields they stand in. A record, as MiniSearch makes one for each paper. */
export type FoundTerms = Readonly<Record<string, IndexField[]>>

/** What one paper has of what was sought. */
export interface Hit {
  score: number
  terms: FoundTerms
}

/** What was found before: while a reader types, all words but the last stay. */
const found = new WeakMap<MiniSearch<IndexedPaper>, Map<string, ReadonlyMap<number, Hit>>>()

/** The papers that have any of the terms, by number. */
export function lookUp(
  search: MiniSearch<IndexedPaper>,
  sought: SoughtTerm[],
  scope: TextClause['scope'],
): ReadonlyMap<number, Hit> {
  if (sought.length === 0) return new Map()
  const known = found.get(search) ?? new Map<string, ReadonlyMap<number, Hit>>()
  found.set(search, known)
  const asked = `${scope} ${sought.map(({ term, weight }) => `${term} ${weight}`).join(' ')}`
  const before = known.get(asked)
  if (before) return before
  const hits = findHits(search, sought, scope)
  if (known.size >= FOUND_KEPT) known.clear()
  known.set(asked, hits)
  return hits
}

function findHits(
  search: MiniSearch<IndexedPaper>,
  sought: SoughtTerm[],
  scope: TextClause['scope'],
): Map<number, Hit> {
  const hits = new Map<number, Hit>()
  const weights = new Map(sought.map(({ term, weight }) => [term, weight]))
  const found = search.search(sought.map(({ term }) => term).join(' '), {
    boost: WEIGHTS.boost,
    boostTerm: (term) => weights.get(term) ?? 1,
    combineWith: 'OR',
    prefix: false,
    fuzzy: false,
    ...(scope ? { fields: [scope] } : {}),
  })
  for (const { id, score, queryTerms, match } of found)
    hits.set(id as number, {
      // MiniSearch multiplies by the number of terms met, which is right for words, not for forms.
      score: score / queryTerms.length,
      terms: match as FoundTerms,
    })
  return hits
}
