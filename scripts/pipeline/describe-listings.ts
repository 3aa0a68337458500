import { byCodeUnit } from '../../src/shared/code-unit-order.ts'
import type { Listing, ListingIntersection, Paper } from '../../src/shared/model.ts'
import { listingPath } from '../../src/shared/paths.ts'
import type { ListingYear } from './infer-years.ts'
import type { ParsedListing } from './parse-listing.ts'
import { isoDate } from './printed-date.ts'

/** A parsed listing with what was found out about it and the file it came from. */
export interface DatedListing {
  parsed: ParsedListing
  year: ListingYear
  bytes: number
  sha256: string
}

/** ISO date of the listing's header, null when it prints none or its year is unknown. */
export function listingDate({ parsed, year }: DatedListing): string | null {
  if (!parsed.date) return null
  const stated = parsed.date.year ?? year.year
  return stated === null ? null : isoDate(stated, parsed.date.month, parsed.date.day)
}

export function describeListings(listings: DatedListing[], papers: Paper[]): Listing[] {
  const ids = listings.map(({ parsed }) => parsed.id)
  const standing = papers.map(standsIn)
  return listings.map((listing) => {
    const { id, entries, date, spans } = listing.parsed
    const here = standing.filter((listed) => listed.has(id))
    return {
      id,
      url: listingPath(id),
      datePrinted: date?.text ?? null,
      date: listingDate(listing),
      year: listing.year.year,
      yearReason: listing.year.reason,
      records: entries.length,
      onlyHere: here.filter((listed) => listed.size === 1).length,
      overlap: ids
        .filter((other) => other !== id)
        .map((other) => ({
          listing: other,
          papers: here.filter((listed) => listed.has(other)).length,
        })),
      lines: countLines(spans),
      bytes: listing.bytes,
      sha256: listing.sha256,
    }
  })
}

/** Which combinations of listings papers stand in: largest first, then by the ids of the listings. */
export function intersectListings(papers: Paper[]): ListingIntersection[] {
  const counts = new Map<string, number>()
  for (const paper of papers) {
    const key = [...standsIn(paper)].sort().join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts]
    .sort(([keyA, a], [keyB, b]) => b - a || byCodeUnit(keyA, keyB))
    .map(([key, count]) => ({ listings: key.split(' '), papers: count }))
}

function standsIn(paper: Paper): Set<string> {
  return new Set(paper.sightings.map((sighting) => sighting.listing))
}

/** A line counts once; the one whose header is glued to the first title counts as that title. */
function countLines(spans: ParsedListing['spans']): Record<string, number> {
  const kindByLine = new Map(spans.map((span) => [span.line, span.kind]))
  const counts: Record<string, number> = {}
  for (const kind of kindByLine.values()) counts[kind] = (counts[kind] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => byCodeUnit(a, b)))
}
