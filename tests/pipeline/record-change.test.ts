import { describe, expect, test } from 'vitest'
import { recordChange } from '../../scripts/pipeline/record-change.ts'
import { changeOf, recordOf } from '../shared/change-fixtures.ts'

const first = changeOf()
const second = changeOf({ date: '2027-03-14', from: first.to, to: '000000000003' })
const published = recordOf(first)
const untouched = { published, committed: published, known: published }

describe('an entry', () => {
  test('is appended, also on the day of the last', () => {
    expect(recordChange(second, untouched)).toEqual({
      record: recordOf(first, second),
      isNew: true,
    })
  })

  test('is nothing new if it stands there', () => {
    const known = recordOf(first, second)
    expect(recordChange(second, { ...untouched, known })).toEqual({ record: known, isNew: false })
  })

  test('replaces one that is not committed', () => {
    const known = recordOf(first, changeOf({ ...second, to: '00000000000f' }))
    expect(recordChange(second, { ...untouched, known })).toEqual({
      record: recordOf(first, second),
      isNew: true,
    })
  })
})

test.each([
  [
    'a change of which a part is recorded and committed',
    second,
    { ...untouched, published: recordOf() },
    /^1 of the changes since that revision is recorded and committed/,
  ],
  [
    'a record that lost an entry',
    second,
    { ...untouched, known: recordOf() },
    /not all there any more/,
  ],
  [
    'a record with another opening',
    second,
    { ...untouched, known: { ...published, opening: null } },
    /not all there any more/,
  ],
  ['a day that no calendar has', { ...second, date: '2027-02-30' }, untouched, /is no date/],
  ['a day before the last entry', { ...second, date: '2027-03-13' }, untouched, /is before 2027/],
])('%s is refused', (_, change, records, why) => {
  expect(recordChange(change, records)).toEqual({ refusal: expect.stringMatching(why) })
})
