import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCsl, toCsl } from '../../src/formats/csl.ts'
import { citable, hostileText, shown } from './citation-fixtures.ts'

const schema = JSON.parse(readFileSync('tests/formats/csl-schema/csl-data.json', 'utf8')) as object
const isCsl = new Ajv({ strict: false }).compile(schema)

describe('CSL-JSON', () => {
  test('is what the published schema asks for, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, abstract) => {
        const date = { value: '2025-08-07', yearInferred: false }
        const items = JSON.parse(formatCsl([citable({ title, abstract, date }, ['a'])])) as object[]
        expect(isCsl(items)).toBe(true)
        expect(items[0]).toMatchObject({
          title: shown(title),
          abstract: shown(abstract),
        })
      }),
    )
  })

  test('dates by an inferred year only about then', () => {
    const issued = (yearInferred: boolean) =>
      toCsl(citable({ date: { value: '2025-08-07', yearInferred } })).issued
    expect(issued(false)).toEqual({ 'date-parts': [[2025, 8, 7]] })
    expect(issued(true)).toEqual({ 'date-parts': [[2025, 8, 7]], circa: true })
    const items = [citable({ date: { value: '2025-08-07', yearInferred: true } })]
    expect(isCsl(JSON.parse(formatCsl(items)))).toBe(true)
  })

  test('names no author and no date that is not known', () => {
    expect(Object.keys(toCsl(citable()))).toEqual([
      'id',
      'type',
      'title',
      'abstract',
      'URL',
      'note',
    ])
  })

  test('says the organization of the source in the note, since it is no author', () => {
    const organization = { account: 'acme', name: 'Acme Labs' }
    expect(toCsl(citable({ organization })).note).toMatch(
      /Organisation in the source: Acme Labs\.$/,
    )
    const change = { from: 'acme Acme', to: 'acme Acme Labs' }
    const mended = { field: 'organization', rule: 'curated', ...change } as const
    expect(toCsl(citable({ organization, corrections: [mended] })).note).toContain(
      'The source gives “acme Acme” for the organisation, which is corrected here. Organisation: Acme Labs.',
    )
  })
})
