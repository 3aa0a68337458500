import { FACETS, type Facet, type FacetName, type SearchState } from '../search/model.ts'
import { element } from './elements.ts'
import { FACET_LABELS } from './facet-list.ts'
import { stateLink } from './state-link.ts'

/** A chosen value of a facet, as a reader knows it. */
interface ChosenFilter {
  name: FacetName
  value: string
  /** `Topic: Speculative decoding`. */
  text: string
}

/** The chosen filters in the order of facets; a value that no facet lists is named by itself. */
export function chosenFilters({ chosen }: SearchState, facets: Facet[]): ChosenFilter[] {
  return FACETS.flatMap((name) =>
    chosen[name].map((value) => {
      const known = facets
        .find((facet) => facet.name === name)
        ?.values.find((shown) => shown.value === value)
      return { name, value, text: `${FACET_LABELS[name]}: ${known?.label ?? value}` }
    }),
  )
}

/** The state with one value of a facet chosen or not, from its first page. */
export function withFilter(
  state: SearchState,
  name: FacetName,
  value: string,
  isChosen: boolean,
): SearchState {
  const others = state.chosen[name].filter((other) => other !== value)
  const values = isChosen ? [...others, value].sort() : others
  return { ...state, chosen: { ...state.chosen, [name]: values }, page: 1 }
}

export function hasFilters({ chosen }: SearchState): boolean {
  return FACETS.some((name) => chosen[name].length > 0)
}

export function withoutFilters(state: SearchState): SearchState {
  const none = Object.fromEntries(FACETS.map((name) => [name, []])) as unknown as Record<
    FacetName,
    string[]
  >
  return { ...state, chosen: none, page: 1 }
}

/** Each chosen filter as a link to the state without it. */
export function filterItems(state: SearchState, filters: ChosenFilter[]): HTMLElement[] {
  const items = filters.map(({ name, value, text }) =>
    stateLink(
      withFilter(state, name, value, false),
      element('span', { class: 'sr-only' }, 'Remove filter '),
      text,
      element('span', { 'aria-hidden': 'true', class: 'cross' }, '×'),
    ),
  )
  if (filters.length > 1) items.push(stateLink(withoutFilters(state), 'Clear all filters'))
  return items.map((link) => element('li', {}, link))
}
