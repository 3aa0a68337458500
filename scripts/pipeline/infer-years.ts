import type { PaperDate } from '../../src/shared/model.ts'
import type { ListingEntry, ParsedListing } from './parse-listing.ts'
import { isCalendarDay, isoDate, type PrintedDate } from './printed-date.ts'

/** Dates that must carry the latest printed year, so that a year skipped by chance is implausible. */
const LATEST_YEAR_MIN = 3

/** The year in which a listing was saved, and the argument for it. */
export interface ListingYear {
  year: number | null
  reason: string
}

/**
 * The source prints a year on a date only when it is not the current one. So the year
 * of saving is later than the latest year printed, and the earliest such year is taken.
 * Null when nothing in the listing bounds it.
 */
export function inferListingYear(listing: ParsedListing): ListingYear {
  const dates = listing.entries.flatMap((entry) => entry.date ?? [])
  if (dates.length === 0)
    return {
      year: null,
      reason: 'The listing prints no date on any record, so nothing bounds its year.',
    }
  const years = dates.flatMap((date) => date.year ?? [])
  const withoutYear = dates.length - years.length
  if (withoutYear === 0)
    return {
      year: null,
      reason: 'Every date in the listing states its year, so none has to be inferred.',
    }
  const latest = years.reduce((high, year) => Math.max(high, year), 0)
  const inLatest = years.filter((year) => year === latest).length
  if (inLatest < LATEST_YEAR_MIN)
    return {
      year: null,
      reason: `Only ${inLatest} dates carry the latest printed year, too few to bound the year of the others.`,
    }
  return {
    year: latest + 1,
    reason:
      `The source leaves out only the current year. ${years.length} dates state a year, the latest ` +
      `${latest} (${inLatest} times); ${withoutYear} state none, so they are of a later year, ` +
      `and ${latest + 1} is the earliest one.`,
  }
}

/**
 * The full date of a record. Null when it prints none, when its year can't be inferred, or when the
 * inferred day would lie after the listing's own date.
 */
export function resolveDate(
  entry: ListingEntry,
  listing: ParsedListing,
  year: number | null,
): PaperDate | null {
  const { date } = entry
  if (!date) return null
  if (date.year !== null)
    return { value: isoDate(date.year, date.month, date.day), yearInferred: false }
  if (year === null || !isCalendarDay(year, date.month, date.day)) return null
  if (listing.date && isLater(date, listing.date)) return null
  return { value: isoDate(year, date.month, date.day), yearInferred: true }
}

/** Whether `date` falls later in the calendar year than `other`. */
function isLater(date: PrintedDate, other: PrintedDate): boolean {
  return date.month > other.month || (date.month === other.month && date.day > other.day)
}
