import fc from 'fast-check'
import { type Entry, READ_STATES } from '../../src/reading-list/model.ts'

/** Few ids, so that lists share papers. */
export const paperId = fc.constantFrom('a', 'b-2', 'c', 'deep-nets-1', 'e', 'f-g-h')

const entry: fc.Arbitrary<Entry> = fc.record({
  id: paperId,
  title: fc.string({ unit: 'grapheme', maxLength: 20 }),
  state: fc.constantFrom(...READ_STATES),
  note: fc.string({ unit: 'grapheme', maxLength: 20 }),
})

export const readingList = fc.uniqueArray(entry, { selector: ({ id }) => id })
