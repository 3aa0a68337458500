import { sortKey } from '../shared/alphabet.ts'
import { byCodeUnit } from '../shared/code-unit-order.ts'
import type { Catalogue } from './catalogue.ts'
import { type Entry, READ_STATES, type ReadingList } from './model.ts'

/** The ways a list can be looked at; `own` is the one the reader has given it. */
export const ORDERS = ['own', 'state', 'title', 'newest', 'oldest'] as const
export type Order = (typeof ORDERS)[number]

/** Sorted without changing the reader's own order, which also decides between equals. */
export function inOrder(list: ReadingList, order: Order, { papers }: Catalogue): ReadingList {
  if (order === 'own') return list
  const dateOf = ({ id }: Entry) => papers.get(id)?.date ?? ''
  if (order === 'state') return sortBy(list, ({ state }) => String(READ_STATES.indexOf(state)))
  if (order === 'title') return sortBy(list, ({ title }) => sortKey(title))
  // Papers without a date come last either way: the source does not say where they belong.
  const dated = sortBy(
    list.filter((entry) => dateOf(entry) !== ''),
    dateOf,
    order === 'newest' ? -1 : 1,
  )
  return [...dated, ...list.filter((entry) => dateOf(entry) === '')]
}

function sortBy(list: ReadingList, keyOf: (entry: Entry) => string, direction = 1): Entry[] {
  return list
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => direction * byCodeUnit(a.key, b.key))
    .map(({ entry }) => entry)
}
