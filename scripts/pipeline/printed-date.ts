import { MONTHS } from '../../src/shared/dates.ts'

/** A date as a listing prints it: the year is left out for the year in which the page was saved. */
export interface PrintedDate {
  /** Without the comment count: `Aug 7` or `Nov 26, 2024`. */
  text: string
  year: number | null
  /** 1 to 12. */
  month: number
  /** 1 to 31. */
  day: number
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const PATTERN = /^(([A-Z][a-z]{2}) (\d{1,2})(?:, (\d{4}))?)(?: (\d{1,6}))?$/

/**
 * Reads `Aug 7 2` (August 7, 2 comments) or `Nov 26, 2024` (no comment count).
 * Null when the line is no such date or names a day that no calendar has.
 */
export function readPrintedDate(
  text: string,
): { date: PrintedDate; comments: number | null } | null {
  const read = matchDate(text)
  return read && isCalendarDay(read.date.year, read.date.month, read.date.day) ? read : null
}

/** Whether the line has the form of a date, whatever the calendar says. */
export function hasDateForm(text: string): boolean {
  return matchDate(text) !== null
}

function matchDate(text: string): { date: PrintedDate; comments: number | null } | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  const month = MONTHS.indexOf(match[2] ?? '') + 1
  if (month === 0) return null
  const year = match[4] ? Number(match[4]) : null
  return {
    date: { text: match[1] ?? '', year, month, day: Number(match[3]) },
    comments: match[5] ? Number(match[5]) : null,
  }
}

/** Whether the day exists; without a year, February 29 does. */
export function isCalendarDay(year: number | null, month: number, day: number): boolean {
  if (day < 1 || day > (DAYS[month - 1] ?? 0)) return false
  return !(month === 2 && day === 29 && year !== null && !isLeapYear(year))
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** `YYYY-MM-DD`. */
export function isoDate(year: number, month: number, day: number): string {
  return [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-')
}
