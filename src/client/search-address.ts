import type { SearchState } from '../search/model.ts'
import { queryPath, searchPath } from '../search/search-path.ts'
import { readSearchState } from '../search/search-state.ts'
import { siteHref } from './site-href.ts'

/** Key of a number that a search record puts in its link; it is no part of the state. */
const THEN = 'then'

/** The state that an address of the results page says. */
export function stateAt(address: string): SearchState {
  return readSearchState(new URL(address, location.href).search)
}

/** A query as its address says it: without superfluous blanks. */
export function tidyQuery(text: string): string {
  return stateAt(queryPath(text)).q
}

/** The one address of a state, below the origin. */
export function addressOf(state: SearchState): string {
  return siteHref(searchPath(state))
}

/** The address of a state that remembers how many papers it gave. */
export function addressWithCount(state: SearchState, count: number): string {
  const address = addressOf(state)
  return `${address}${address.includes('?') ? '&' : '?'}${THEN}=${count}`
}

/** The number of papers that a search record's link remembers. */
export function countThen(address: string): number | null {
  const value = new URL(address, location.href).searchParams.get(THEN) ?? ''
  return /^\d{1,9}$/.test(value) ? Number(value) : null
}
