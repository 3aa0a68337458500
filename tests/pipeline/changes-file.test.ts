import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatChanges, parseChanges } from '../../scripts/pipeline/changes-file.ts'
import { changeOf, recordOf } from '../shared/change-fixtures.ts'

const record = recordOf(
  changeOf({ added: ['a', 'b'], note: 'Two came.' }),
  changeOf({ date: '2027-03-15', merged: [{ id: 'b', title: 'B', into: 'a' }] }),
)
/** A change that names papers wherever one may. */
const naming = (id: string) =>
  changeOf({
    added: [id],
    abstracts: [id],
    merged: [{ id, title: 'B', into: id }],
    withdrawn: [{ id, title: 'B' }],
    titles: [{ id, before: 'B', after: 'C' }],
    seenAgain: { papers: 1, ids: [id] },
    refiled: { papers: 1, ids: [id] },
    facts: [{ field: 'date', papers: 1, ids: [id] }],
  })
const text = formatChanges(record)
const published = new Set(['a', 'b'])

/** The line of the last place where a piece of text stands, from 1. */
const lineOf = (piece: string) => text.slice(0, text.lastIndexOf(piece)).split('\n').length

test('what is written is read back', () => {
  expect(parseChanges('changes.json', text, published)).toEqual({ record, problems: [] })
  expect(formatChanges(parseChanges('changes.json', text).record)).toBe(text)
})

test('the committed record is as it would be written', () => {
  const committed = readFileSync('data/changes.json', 'utf8')
  const { record: read, problems } = parseChanges('data/changes.json', committed)
  expect(problems).toEqual([])
  expect(formatChanges(read)).toBe(committed)
})

test('a paper that never was is told wherever it is named', () => {
  const written = formatChanges(recordOf(naming('c')))
  const lines = written.split('\n').flatMap((line, at) => (line.includes('"c"') ? at + 1 : []))
  const { problems } = parseChanges('changes.json', written, published)
  expect(new Set(problems.map(({ line }) => line))).toEqual(new Set(lines))
  expect(problems).toHaveLength(written.split('"c"').length - 1)
  expect(parseChanges('changes.json', formatChanges(recordOf(naming('a'))), published)).toEqual({
    record: recordOf(naming('a')),
    problems: [],
  })
})

test('no file is a record not begun', () => {
  expect(parseChanges('changes.json', null)).toEqual({
    record: { opening: null, changes: [] },
    problems: [],
  })
})

test.each([
  [
    'a merge conflict',
    text.replace('  "opening"', '<<<<<<< HEAD\n  "opening"'),
    3,
    /^not valid JSON/,
  ],
  ['nothing', '', 1, /^not valid JSON/],
  ['another schema', text.replace('"schema": 1', '"schema": 2'), 2, /^schema: /],
  [
    'a day that no calendar has',
    text.replace('2027-03-15', '2027-02-30'),
    lineOf('2027-03-15'),
    /^changes\.1\.date: Invalid ISO date/,
  ],
  [
    'a day before the change above it',
    text.replace('2027-03-15', '2027-03-13'),
    lineOf('2027-03-15'),
    /^2027-03-13 is before 2027-03-14/,
  ],
  [
    'a paper that never was',
    text.replace('"into": "a"', '"into": "c"'),
    lineOf('"into"'),
    /^no paper was ever published as "c"/,
  ],
  [
    'another field',
    text.replace('"related": 0', '"related": 0,\n"other": 1'),
    text.slice(0, text.indexOf('"date": "2027-03-14"')).split('\n').length - 1,
    /^changes\.0: Unrecognized key/,
  ],
])('%s is refused with its line, and with what to do', (_, broken, line, message) => {
  const { problems } = parseChanges('changes.json', broken, published)
  expect(problems).toEqual([
    {
      file: 'changes.json',
      line,
      message: expect.stringMatching(
        /; (restore the committed file|see docs\/maintaining.md for the form)/,
      ),
    },
  ])
  expect(problems[0]?.message).toMatch(message)
})
