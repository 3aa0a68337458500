import { expect, test } from 'vitest'
import { decodeListing } from '../../scripts/pipeline/listing-lines.ts'
import { type ParsedListing, parseListing } from '../../scripts/pipeline/parse-listing.ts'
import type { Problem } from '../../scripts/pipeline/problem.ts'
import {
  bytesOf,
  datedListing,
  denseListing,
  plainListing,
  realListings,
} from './listing-fixtures.ts'

const titles = ['First Work', 'Second Work', 'Third Work']
const records = titles.map((title) => ({ title }))

function read(bytes: Uint8Array): Pick<ParsedListing, 'entries' | 'problems'> {
  const decoded = decodeListing('a.txt', bytes)
  if ('problem' in decoded) return { entries: [], problems: [decoded.problem] }
  return parseListing('a.txt', decoded.text)
}

function titlesIn(text: string): string[] {
  const { entries, problems } = read(bytesOf(text))
  expect(problems).toEqual([])
  return entries.map(({ title }) => title)
}

function firstProblem(bytes: Uint8Array | string): Problem {
  const { problems } = read(typeof bytes === 'string' ? bytesOf(bytes) : bytes)
  expect(problems[0]).toBeDefined()
  return problems[0] as Problem
}

test.each([
  ['in an abstract', -20, /mid-sentence/],
  ['after a title', plainListing(titles).lastIndexOf('\n\n'), /the file ends where its abstract/],
])('a file truncated %s is told', (_, end, message) => {
  expect(firstProblem(plainListing(titles).slice(0, end)).message).toMatch(message)
})

test.each([
  ['after the author count', '\n·\nAug 7 2', /stands where a title should/],
  ['after the separator', '\nAug 7 2', /the end of the file/],
])('a file truncated %s is told', (_, cut, message) => {
  const text = datedListing(records)
  expect(firstProblem(text.slice(0, text.lastIndexOf(cut))).message).toMatch(message)
})

test('CRLF and CR line ends parse as LF does', () => {
  const text = datedListing(records)
  expect(titlesIn(text.replaceAll('\n', '\r\n'))).toEqual(titles)
  expect(titlesIn(text.replaceAll('\n', '\r'))).toEqual(titles)
})

test('a byte order mark is no part of the header', () => {
  expect(titlesIn(`\ufeff${plainListing(titles)}`)).toEqual(titles)
  expect(titlesIn(`\ufeff${denseListing(titles)}`)).toEqual(titles)
})

test('what prints nothing at the ends of lines is no part of them', () => {
  const lines = datedListing(records).split('\n')
  for (const mark of ['\u200b', '\u200e', '\u200f', '\u2060', ' \ufeff ']) {
    const text = lines.map((line) => mark + line + mark).join('\n')
    expect(titlesIn(text)).toEqual(titles)
    const { entries, spans } = parseListing('a.txt', text)
    expect(entries[2]).toMatchObject({ authorCount: 6, comments: 2 })
    expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    expect(spans.filter(({ kind }) => kind === 'not understood')).toEqual([])
  }
})

test('what prints nothing is named where it is in the way', () => {
  expect(firstProblem(datedListing([{ title: 'A Work', date: 'Aug\u200b 7' }])).message).toContain(
    'found "Aug<U+200B> 7"',
  )
})

test('Latin-1 is told at the line of its first foreign byte', () => {
  const text = plainListing(['Work on Matérn Kernels', 'Second Work'])
  const problem = firstProblem(Buffer.from(text, 'latin1'))
  expect(problem).toMatchObject({ file: 'a.txt', line: 9 })
  expect(problem.message).toMatch(/not UTF-8.*convert/)
})

test('an empty file is told, and so is one of blank lines', () => {
  expect(firstProblem('').message).toMatch(/empty/)
  expect(firstProblem('\n\n \n').message).toMatch(/expected the header/)
})

test('a binary file is told', () => {
  expect(firstProblem(Uint8Array.from([0x89, 0x50, 0x0a, 0x00, 0xff])).message).toMatch(/NUL byte/)
})

test('one line of 5 MB is told, alone or as an abstract', () => {
  const long = 'word '.repeat(1_000_000)
  expect(firstProblem(long).message).toMatch(/expected the header/)
  expect(firstProblem(`${plainListing(['A Work'])}\n\nAnother Work\n\n${long}`).message).toMatch(
    /4999999 characters, more than any abstract/,
  )
})

test('HTML instead of text is told', () => {
  expect(firstProblem('<!DOCTYPE html>\n<html><body>…</body></html>').message).toMatch(/HTML/)
})

test('two files glued together are told at the second header', () => {
  const glued = `${plainListing(titles)}\n${datedListing(records)}`
  expect(firstProblem(glued)).toMatchObject({ line: 20 })
  expect(firstProblem(glued).message).toMatch(/second listing header/)
  expect(firstProblem(plainListing(titles) + datedListing(records)).message).toMatch(
    /second listing header/,
  )
})

test('missing blank lines change nothing', () => {
  for (const text of [plainListing(titles), datedListing(records)])
    expect(titlesIn(text.replaceAll(/\n+/g, '\n'))).toEqual(titles)
})

test('a lost title, a lost abstract and a broken abstract are told at their line', () => {
  const lines = plainListing(titles).split('\n')
  expect(firstProblem(lines.toSpliced(13, 0, 'half a sentence').join('\n')).line).toBe(13)
  expect(firstProblem(lines.toSpliced(14, 1).join('\n')).line).toBeGreaterThanOrEqual(13)
  expect(firstProblem(lines.toSpliced(12, 1).join('\n')).line).toBeGreaterThanOrEqual(13)
})

test('any one line taken out of a real listing is told, or leaves a record without metadata', () => {
  const source = realListings()[3]
  const text = new TextDecoder().decode(source?.bytes)
  const lines = text.split('\n')
  const whole = parseListing('a.txt', text)
  const kinds = new Map(whole.spans.map(({ line, kind }) => [line, kind]))
  for (let line = 13; line <= lines.length; line += 7) {
    if (kinds.get(line) === 'blank') continue
    const { problems } = parseListing('a.txt', lines.toSpliced(line - 1, 1).join('\n'))
    expect(problems.length, `without line ${line}, ${kinds.get(line)}`).toBeGreaterThan(0)
  }
})
