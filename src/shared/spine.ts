import { listingsOf } from './facts.ts'
import type { Paper } from './model.ts'

/** Hues in styles/global.css. */
const HUES = 10
const HEIGHTS = 8

/** One band for each listing a paper stands in; a listing's hue is its place among all listings. */
export function listingHues(paper: Paper, listingIds: string[]): number[] {
  return listingsOf(paper).map((id) => (listingIds.indexOf(id) % HUES) + 1)
}

/** Height class of a paper on the shelves, 1 to 8: like books, of many sizes, and always the same. */
export function spineHeight(id: string): number {
  // FNV-1a, 32 bits: spreads similar ids well in a few lines.
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++)
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0
  return (hash % HEIGHTS) + 1
}
