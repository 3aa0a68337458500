import { formatDate } from './dates.ts'
import { counted, groupDigits } from './facts.ts'
import type { Paper } from './model.ts'

// Apart from facts.ts, of which each page's script has a part, so that paper pages need not load this.

/** `Nov 26, 2024`, and `Nov 26, 2024 (year inferred)` where the source does not print the year. */
export function statedDate(date: string, yearInferred: boolean): string {
  return `${formatDate(date)}${yearInferred ? ' (year inferred)' : ''}`
}

/** The ids of the listings a paper stands in, each once, in order. */
export function listingsOf(paper: Paper): string[] {
  return [...new Set(paper.sightings.map(({ listing }) => listing))].sort()
}

/** `in 2 listings`; `in 2 of 5 listings` if it is said how many there are. */
export function inListings(count: number, all?: number): string {
  return all === undefined
    ? `in ${counted(count, 'listing')}`
    : `in ${groupDigits(count)} of ${counted(all, 'listing')}`
}

/** What a list item says of a paper. */
interface ListedFacts {
  /** ISO date. */
  date: string | null
  yearInferred: boolean
  authorCount: number | null
  organization: string | null
  comments: number | null
  /** Number of listings that it is in. */
  listings: number
}

/** Short facts for a list item, in a fixed order; only what the source states, with inferred years marked. */
export function shortFacts(facts: ListedFacts): string[] {
  const { date, yearInferred, authorCount, organization, comments, listings } = facts
  return [
    date && statedDate(date, yearInferred),
    authorCount === null ? null : counted(authorCount, 'author'),
    organization,
    comments === null ? null : counted(comments, 'comment'),
    listings > 1 ? inListings(listings) : null,
  ].filter((fact) => fact !== null)
}

/** The short facts of a paper. */
export function listFacts(paper: Paper): string[] {
  return shortFacts({
    date: paper.date?.value ?? null,
    yearInferred: paper.date?.yearInferred ?? false,
    authorCount: paper.authorCount,
    organization: paper.organization?.name ?? null,
    comments: paper.comments,
    listings: listingsOf(paper).length,
  })
}
