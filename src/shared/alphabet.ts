import { byCodeUnit } from './code-unit-order.ts'
/** A group of a list with its heading. */
export interface Group<T> {
  key: string
  items: T[]
}

/** An article that begins a title, as `A` in `A*` or `A-NeSI` is none. */
const LEADING_ARTICLE = /^[^\p{L}\p{N}]*(?:an?|the)\s+(?=.)/iu

/** A title as libraries file it: without a leading article, accents, case and signs. */
export function sortKey(title: string): string {
  return title
    .replace(LEADING_ARTICLE, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
}

/** Under what titles are filed. */
export const LETTERS: readonly string[] = [...'#ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The id that a letter's heading has on its page, and its part of an address. */
export function letterAnchor(letter: string): string {
  return letter === '#' ? 'signs' : letter.toLowerCase()
}

/** What names of pages call a letter. */
export function letterName(letter: string): string {
  return letter === '#' ? 'figures, signs and other scripts' : letter
}

/** The letter that an anchor stands for. */
export function anchorLetter(anchor: string): string {
  return anchor === letterAnchor('#') ? '#' : anchor.toUpperCase()
}

/** Sorted A to Z; titles that begin with no Latin letter come first, under `#`. Ties keep their order. */
export function groupAlphabetically<T>(items: T[], title: (item: T) => string): Group<T>[] {
  const keyed = items.map((item) => ({ item, key: sortKey(title(item)) }))
  keyed.sort((a, b) => byCodeUnit(a.key, b.key))
  const groups = new Map<string, T[]>()
  for (const { item, key } of keyed) {
    const letter = /^[a-z]/.test(key) ? key.charAt(0).toUpperCase() : '#'
    groups.set(letter, [...(groups.get(letter) ?? []), item])
  }
  return [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, members]) => ({ key, items: members }))
}
