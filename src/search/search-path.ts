import { listingName } from '../shared/facts.ts'
import { FACETS, type FacetName, type SearchState } from './model.ts'
import { writeSearchState } from './search-state.ts'

/** The site path of a state of the results page. */
export function searchPath(state: SearchState): string {
  return `/search/${writeSearchState(state)}`
}

/** The site path of the results of a query, without filters. */
export function queryPath(q: string): string {
  const chosen = Object.fromEntries(FACETS.map((name) => [name, []])) as unknown as Record<
    FacetName,
    string[]
  >
  return searchPath({ q, chosen, sort: 'relevance', page: 1, exact: false })
}

/** The site path of a search for the papers that stand in each of some listings, and in none of others. */
export function listingsPath(inEach: readonly string[], inNone: readonly string[]): string {
  return queryPath(
    [
      ...inEach.map((id) => `listing:${listingName(id)}`),
      ...inNone.map((id) => `-listing:${listingName(id)}`),
    ].join(' '),
  )
}
