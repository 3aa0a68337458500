import { describe, expect, test } from 'vitest'
import type { Paper, Sighting } from '../../src/shared/model.ts'
import { sourceGaps } from '../../src/shared/source-gaps.ts'

function gaps(
  known: Pick<Partial<Paper>, 'authorCount' | 'date' | 'corrections'>,
  sighting: Partial<Sighting> = {},
) {
  const paper = { authorCount: null, date: null, sightings: [sighting], corrections: [], ...known }
  return sourceGaps(paper as Paper)
}

describe('what the source does not state', () => {
  test('is who wrote it and where it appeared', () => {
    expect(gaps({})[0]).toBe('Authors and place of publication are not in the source.')
    expect(gaps({ authorCount: 1 })[0]).toContain('counts 1 author and names none')
  })

  test('is the date', () => {
    expect(gaps({})).toContain('The date is not in the source.')
  })

  test('is the year beside a day, which is then no date', () => {
    expect(gaps({}, { datePrinted: 'Mar 14' })).toContain(
      'The source prints “Mar 14” without a year.',
    )
  })

  test('is a year that was inferred, with what is printed', () => {
    const date = { value: '2025-08-07', yearInferred: true }
    expect(gaps({ date }, { date, datePrinted: 'Aug 7' })).toContain(
      'The source prints “Aug 7”; the year is inferred.',
    )
  })

  test('is what was corrected, with what is printed', () => {
    const corrected = gaps({
      authorCount: 12,
      date: { value: '2024-11-26', yearInferred: false },
      corrections: [
        { field: 'abstract', rule: 'curated', from: 'presnt', to: 'present' },
        { field: 'authorCount', rule: 'curated', from: '1', to: '12' },
        { field: 'date', rule: 'curated', from: 'Nov 26, 2204', to: '2024-11-26' },
      ],
    })
    expect(corrected).toEqual([
      'The source names no authors; the place of publication is not in it.',
      'The source gives “1” for the number of authors, which is corrected here.',
      'The source gives “Nov 26, 2204” for the date, which is corrected here.',
    ])
  })

  test('is nothing about a date that is printed in full', () => {
    const date = { value: '2025-08-07', yearInferred: false }
    expect(gaps({ date }, { date, datePrinted: 'Aug 7, 2025' })).toHaveLength(1)
  })
})
