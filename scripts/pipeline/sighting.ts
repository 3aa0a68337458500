import type { PaperDate, Sighting } from '../../src/shared/model.ts'
import type { ListingEntry } from './parse-listing.ts'

/** A record as it is published with its paper, with its date as far as it is known. */
export function sightingOf(entry: ListingEntry, date: PaperDate | null): Sighting {
  return {
    listing: entry.listing,
    rank: entry.rank,
    lines: entry.lines,
    title: entry.title,
    datePrinted: entry.date?.text ?? null,
    date,
    authorCount: entry.authorCount,
    organization: entry.organization,
    comments: entry.comments,
  }
}
