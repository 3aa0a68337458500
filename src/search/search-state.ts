import { FACETS, type FacetName, type SearchState, SORTS, type Sort } from './model.ts'

/** Characters of a query; what is longer is cut, as the search fields do. */
export const QUERY_MOST = 500

/** The state that an address says; what it does not say, or says wrongly, is as at first. */
export function readSearchState(search: string): SearchState {
  const params = new URLSearchParams(search)
  const sort = params.get('sort') as Sort
  const page = /^[1-9]\d*$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1
  return {
    q: tidy(params.get('q') ?? ''),
    chosen: Object.fromEntries(
      FACETS.map((facet) => [facet, readValues(params.getAll(facet))]),
    ) as Record<FacetName, string[]>,
    sort: SORTS.includes(sort) ? sort : 'relevance',
    page: page <= PAGE_MOST ? page : 1,
    exact: params.get('exact') === '1',
  }
}

/** Beyond any corpus; keeps numbers out of addresses that print in other ways. */
const PAGE_MOST = 1_000_000

/** The query string of a state, with its `?`, or nothing at first: one form for one state. */
export function writeSearchState({ q, chosen, sort, page, exact }: SearchState): string {
  const pairs = [
    ['q', encode(tidy(q))],
    ...FACETS.map((facet) => [
      facet,
      [...new Set(chosen[facet])].sort().map(encodeValue).join(','),
    ]),
    ['sort', sort === 'relevance' ? '' : sort],
    ['exact', exact ? '1' : ''],
    ['page', page === 1 ? '' : String(page)],
  ].filter(([, value]) => value !== '')
  return pairs.length === 0 ? '' : `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`
}

/** What prints nothing and comes along with copied text: soft hyphens, zero-width blanks, marks of direction. */
const UNPRINTED = /[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

/** As sought: only what prints, single blanks, no longer than a query, trimmed, composed letters. */
function tidy(text: string): string {
  return text
    .replace(UNPRINTED, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .slice(0, QUERY_MOST)
    .trim()
    .toWellFormed()
}

function readValues(lists: string[]): string[] {
  const values = lists
    .flatMap((list) => list.split(','))
    .map(decodeValue)
    .filter(Boolean)
  return [...new Set(values)].sort()
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/%20/g, '+').replace(/%3A/g, ':')
}

/** Commas separate values, so within one they are written twice encoded. */
function encodeValue(value: string): string {
  return encode(value.toWellFormed().replace(/%/g, '%25').replace(/,/g, '%2C'))
}

function decodeValue(value: string): string {
  try {
    return tidy(decodeURIComponent(value))
  } catch {
    return tidy(value)
  }
}
