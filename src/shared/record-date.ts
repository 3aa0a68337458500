import type { Listing, Paper } from './model.ts'

/**
 * The ISO date as of which a paper's record here is known: that of the newest dated listing it stands
 * in, or its own if that is later. Null if the source dates neither.
 */
export function recordDate(paper: Paper, listings: readonly Listing[]): string | null {
  const standsIn = new Set(paper.sightings.map(({ listing }) => listing))
  return latest([
    paper.date?.value ?? null,
    ...listings.filter(({ id }) => standsIn.has(id)).map(({ date }) => date),
  ])
}

/** The latest of ISO dates; null if there is none. */
export function latest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((last, date) => (date !== null && date > (last ?? '') ? date : last), null)
}
