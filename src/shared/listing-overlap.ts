import { listingName } from './facts.ts'
import type { Listing, ListingIntersection } from './model.ts'

/** Letters of the names of listings that a phone has room for, side by side. */
const COLUMN_LETTERS = 30

/** Whether a table can have a column for each listing. */
export function fitAsColumns(listings: readonly Pick<Listing, 'id'>[]): boolean {
  return listings.map(({ id }) => listingName(id)).join('').length <= COLUMN_LETTERS
}

/** The listings, in the order of their ids, that any paper in each of `inEach` stands in besides. */
export function metBeside(
  inEach: readonly string[],
  intersections: readonly ListingIntersection[],
): string[] {
  const met = intersections
    .filter(({ listings }) => inEach.every((id) => listings.includes(id)))
    .flatMap(({ listings }) => listings.filter((id) => !inEach.includes(id)))
  return [...new Set(met)].sort()
}
