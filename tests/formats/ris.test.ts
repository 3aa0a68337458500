import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatRis } from '../../src/formats/ris.ts'
import { citable, hostileText, readRis, shown } from './citation-fixtures.ts'

const dated = { date: { value: '2025-08-07', yearInferred: true } }

describe('a RIS record', () => {
  test('has one line a value, padded dates and CRLF', () => {
    expect(formatRis(citable(dated, ['Routing', 'Serving']))).toBe(
      [
        'TY  - GEN',
        'ID  - a-paper',
        'TI  - A paper',
        'DA  - 2025/08/07/',
        'PY  - 2025',
        'UR  - https://site.example/papers/a-paper/',
        'N1  - Authors and place of publication are not in the source. The year is inferred. The keywords are topics of Site.',
        'KW  - Routing',
        'KW  - Serving',
        'AB  - What it says.',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })

  test('keeps ids that differ after their twentieth character apart', () => {
    const id = 'one-of-two-papers-with-nearly-the-same-name'
    expect(formatRis(citable({ id }))).toContain(`ID  - ${id}\r\n`)
  })

  test('breaks no line inside a long text', () => {
    const abstract = 'word '.repeat(400).trim()
    expect(readRis(formatRis(citable({ abstract })))[0]?.abstract).toBe(abstract)
  })

  test('cannot be ended, or made two, by hostile text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, abstract) => {
        const records = readRis(formatRis(citable({ ...dated, title, abstract })))
        expect(records).toHaveLength(1)
        expect(records[0]).toMatchObject({
          title: shown(title),
          abstract: shown(abstract),
          date: '2025-08-07',
        })
      }),
    )
  })
})
