import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCsv } from '../../src/formats/csv.ts'
import { readCsv } from './read-csv.ts'

test('any text comes back, whatever quotes and line breaks it holds', () => {
  const sign = fc.constantFrom(...'",\r\n=+-@＝')
  const cell = fc
    .string({ unit: fc.oneof(sign, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) })
    .filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text))
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
      (rows) => {
        expect(readCsv(formatCsv(rows))).toEqual(rows)
      },
    ),
  )
})

test.each([
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=1+1', '\n=1+1'],
  ...['＝1+1', '＋1', '－1', '＠SUM(A1)'],
])('a cell %j is no formula in a spreadsheet', (cell) => {
  expect(readCsv(formatCsv([[cell]]))).toEqual([[`'${cell}`]])
})

test('absent is an empty cell, and a negative number stays a number', () => {
  expect(formatCsv([[null, -1, 'a']])).toBe(',-1,a\r\n')
})
