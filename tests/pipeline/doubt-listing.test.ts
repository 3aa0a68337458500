import { expect, test } from 'vitest'
import { doubtListing } from '../../scripts/pipeline/doubt-listing.ts'
import { inferListingYear } from '../../scripts/pipeline/infer-years.ts'
import { parseListing } from '../../scripts/pipeline/parse-listing.ts'
import { datedListing, plainListing } from './listing-fixtures.ts'

function doubts(text: string): string[] {
  const parsed = parseListing('a.txt', text)
  return doubtListing('a.txt', text, parsed, inferListingYear(parsed).year).map(
    ({ file, line, message }) => `${file}:${line}: ${message}`,
  )
}

function dated(...dates: string[]): string {
  return datedListing(dates.map((date, index) => ({ title: `Work ${index}`, date })))
}

test('a lost character is told at its line', () => {
  expect(doubts(plainListing(['On Mat\ufffdrn Kernels', 'Second Work']))).toEqual([
    expect.stringMatching(
      /^a\.txt:9: has \ufffd where a character was lost; .*save the page again/,
    ),
    expect.stringMatching(/^a\.txt:11: /),
  ])
})

test.each([
  [['Nov 26, 2024', 'Nov 26, 2204', 'Nov 25, 2023'], ['Nov 26, 2204']],
  [['Nov 26, 1924', 'Nov 26, 2024'], ['Nov 26, 1924']],
  [['Nov 26, 0024'], ['Nov 26, 0024']],
  [['Nov 26, 2024', 'Nov 26, 2023', 'Aug 7'], []],
  [['Nov 26, 2024', 'Nov 26, 1995'], ['Nov 26, 2024']],
  [['Nov 26, 2024', 'Nov 26, 1990', 'Nov 26, 1989', 'Nov 26, 2025'], ['Nov 26, 1989']],
  [['Nov 26, 2204', 'Nov 26, 2204'], []],
  [['Nov 26, 2204'], []],
  [['Aug 7'], []],
])('of the dates %j only the years of %j are doubted', (dates, doubted) => {
  expect(doubts(dated(...dates)).map((message) => message.split('"')[1])).toEqual(doubted)
})
