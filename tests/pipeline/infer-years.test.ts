import { expect, test } from 'vitest'
import { inferListingYear, resolveDate } from '../../scripts/pipeline/infer-years.ts'
import { decodeListing } from '../../scripts/pipeline/listing-lines.ts'
import { parseListing } from '../../scripts/pipeline/parse-listing.ts'
import { datedListing, firstListings, plainListing } from './listing-fixtures.ts'

function listing(dates: string[], date = 'Nov 4') {
  return parseListing(
    'a.txt',
    datedListing(
      dates.map((own, index) => ({ title: `Work ${index}`, date: own })),
      date,
    ),
  )
}

test('the year of a listing is the one after the latest year it prints', () => {
  const parsed = listing(['Aug 7 2', 'Jan 3, 2024', 'May 5, 2024', 'Nov 26, 2024', 'Jun 1, 2019'])
  const { year, reason } = inferListingYear(parsed)
  expect(year).toBe(2025)
  expect(reason).toMatch(
    /4 dates state a year, the latest 2024 \(3 times\); 1 state none.* and 2025 is the earliest one/,
  )
  expect(resolveDate(parsed.entries[0]!, parsed, year)).toEqual({
    value: '2025-08-07',
    yearInferred: true,
  })
  expect(resolveDate(parsed.entries[1]!, parsed, year)).toEqual({
    value: '2024-01-03',
    yearInferred: false,
  })
})

test.each([
  [['Aug 7', 'Sep 1', 'Jan 3, 2018']],
  [['Aug 7', 'Jan 3, 2024', 'May 5, 2024', 'Jan 3, 2018']],
])('too few dates of the latest year bound nothing: %j', (dates) => {
  const parsed = listing(dates)
  expect(inferListingYear(parsed).year).toBeNull()
  expect(resolveDate(parsed.entries[0]!, parsed, null)).toBeNull()
})

test('a listing without any date has no year', () => {
  expect(inferListingYear(parseListing('a.txt', plainListing(['A Work']))).year).toBeNull()
})

test('a date that would lie after the listing is not given the inferred year', () => {
  const parsed = listing(['Dec 24', 'Jan 3, 2024', 'May 5, 2024', 'Nov 26, 2024'])
  expect(resolveDate(parsed.entries[0]!, parsed, 2025)).toBeNull()
})

test('a date on the day of the listing is given it', () => {
  const parsed = listing(['Nov 4', 'Jan 3, 2024', 'May 5, 2024', 'Nov 26, 2024'], 'Nov 4')
  expect(resolveDate(parsed.entries[0]!, parsed, 2025)?.value).toBe('2025-11-04')
})

test('February 29 is not moved into a year that has none', () => {
  const parsed = listing(['Feb 29', 'Jan 3, 2024', 'May 5, 2024', 'Nov 26, 2024'])
  expect(resolveDate(parsed.entries[0]!, parsed, 2025)).toBeNull()
})

test('of the first listings, the two with dates are of 2025 and the others of no known year', () => {
  const years = firstListings().map(({ file, bytes }) => {
    const decoded = decodeListing(file, bytes)
    return 'text' in decoded ? inferListingYear(parseListing(file, decoded.text)).year : null
  })
  expect(years).toEqual([null, null, null, 2025, 2025])
})
