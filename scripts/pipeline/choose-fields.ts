import { byCodeUnit } from '../../src/shared/code-unit-order.ts'
import type { PaperDate, Sighting } from '../../src/shared/model.ts'

/**
 * The written rule for fields that several sightings state: the newest listing that states the
 * field decides; for comments, which only grow, the largest count. Listings of unknown date come
 * after all others, in the order of their ids. What the others say stays in their sightings.
 */
export function newestFirst<T extends { listing: string }>(
  sightings: T[],
  listingDates: Map<string, string | null>,
): T[] {
  return [...sightings].sort((a, b) => {
    const [dateA, dateB] = [listingDates.get(a.listing) ?? '', listingDates.get(b.listing) ?? '']
    return byCodeUnit(dateB, dateA) || byCodeUnit(a.listing, b.listing)
  })
}

/** The first value stated, in the given order; a date whose year is printed goes before an inferred one. */
export function chooseDate(newest: Sighting[]): PaperDate | null {
  const stated = newest.flatMap((sighting) => sighting.date ?? [])
  return stated.find((date) => !date.yearInferred) ?? stated[0] ?? null
}

export function chooseFirst<T>(
  newest: Sighting[],
  field: (sighting: Sighting) => T | null,
): T | null {
  for (const sighting of newest) {
    const value = field(sighting)
    if (value !== null) return value
  }
  return null
}

export function largestComments(sightings: Sighting[]): number | null {
  return sightings.reduce<number | null>(
    (high, { comments }) => (comments === null ? high : Math.max(high ?? 0, comments)),
    null,
  )
}
