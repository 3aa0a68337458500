import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCsv } from '../../src/formats/csv.ts'

/** Reads RFC 4180 text, as an independent check on the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('any text comes back, whatever quotes and line breaks it holds', () => {
  const cell = fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
      (rows) => {
        expect(parseCsv(formatCsv(rows))).toEqual(rows)
      },
    ),
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])(
  'a cell %j is no formula in a spreadsheet',
  (cell) => {
    expect(parseCsv(formatCsv([[cell]]))).toEqual([[`'${cell}`]])
  },
)

test('absent is an empty cell, and a negative number stays a number', () => {
  expect(formatCsv([[null, -1, 'a']])).toBe(',-1,a\r\n')
})
