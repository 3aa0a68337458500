import { splitLines } from './listing-lines.ts'
import type { ParsedListing } from './parse-listing.ts'
import type { Problem } from './problem.ts'

/** No paper of the source is as old. */
const EARLIEST_YEAR = 1990
const REPLACEMENT = '\ufffd'

/**
 * What in a listing can hardly be right but may be what the page shows, so that it is no problem: lost characters, and
 * years before 1990 or more than one after all others. `year` is that of the listing, if it is known.
 */
export function doubtListing(
  file: string,
  text: string,
  { entries }: ParsedListing,
  year: number | null,
): Problem[] {
  const lost = splitLines(text).flatMap((line): Problem[] =>
    line.text.includes(REPLACEMENT)
      ? [
          {
            file,
            line: line.number,
            message: `has ${REPLACEMENT} where a character was lost; if the page shows it right, save the page again, else see to it with a correction`,
          },
        ]
      : [],
  )
  const printed = entries.flatMap(({ date, lines }) =>
    date?.year ? { text: date.text, year: date.year, line: lines[1] } : [],
  )
  const years = printed.map((date) => date.year).filter((stated) => stated >= EARLIEST_YEAR)
  // Only the latest can be later than the others.
  const [, second = 0] = years.sort((a, b) => b - a)
  const newest = Math.max(second, year ?? 0)
  const odd = printed
    .filter((date) => date.year < EARLIEST_YEAR || (newest > 0 && date.year > newest + 1))
    .map((date) => ({
      file,
      line: date.line,
      message: `the year of "${date.text}" can hardly be right; compare it with the saved page, and correct it in data/curated/corrections.yaml if the page has it so`,
    }))
  return [...lost, ...odd].sort((a, b) => a.line - b.line)
}
