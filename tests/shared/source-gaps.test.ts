import { describe, expect, test } from 'vitest'
import type { Paper, Sighting } from '../../src/shared/model.ts'
import { sourceGaps } from '../../src/shared/source-gaps.ts'

function gaps(
  known: Pick<Partial<Paper>, 'authorCount' | 'date'>,
  sighting: Partial<Sighting> = {},
) {
  const paper = { authorCount: null, date: null, sightings: [sighting], ...known }
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

  test('is nothing about a date that is printed in full', () => {
    const date = { value: '2025-08-07', yearInferred: false }
    expect(gaps({ date }, { date, datePrinted: 'Aug 7, 2025' })).toHaveLength(1)
  })
})
