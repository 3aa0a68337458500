import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addEntries,
  changeEntry,
  findRemoved,
  moveEntry,
  newEntry,
  type ReadingList,
  restoreEntries,
  withoutEntries,
} from '../../src/reading-list/model.ts'
import { paperId, readingList } from './reading-lists.ts'

const idsOf = (list: ReadingList) => list.map(({ id }) => id)

describe('adding', () => {
  test('keeps what is there as it is, before what is new', () => {
    fc.assert(
      fc.property(readingList, readingList, (mine, theirs) => {
        const both = addEntries(mine, theirs)
        expect(both.slice(0, mine.length)).toEqual(mine)
        const known = new Set(idsOf(mine))
        expect(both.slice(mine.length)).toEqual(theirs.filter(({ id }) => !known.has(id)))
      }),
    )
  })

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(readingList, readingList, (mine, theirs) => {
        const both = addEntries(mine, theirs)
        expect(addEntries(both, theirs)).toEqual(both)
      }),
    )
  })
})

describe('removing', () => {
  test('can be undone, with state, note and place', () => {
    fc.assert(
      fc.property(readingList, fc.array(paperId), (list, ids) => {
        const removed = findRemoved(list, ids)
        expect(restoreEntries(withoutEntries(list, ids), removed)).toEqual(list)
      }),
    )
  })

  test('undone after other changes loses none of them', () => {
    fc.assert(
      fc.property(readingList, fc.array(paperId), readingList, (list, ids, added) => {
        const changed = addEntries(withoutEntries(list, ids), added)
        const restored = restoreEntries(changed, findRemoved(list, ids))
        expect(restored).toEqual(expect.arrayContaining([...changed]))
        expect(new Set(idsOf(restored))).toEqual(new Set([...idsOf(list), ...idsOf(added)]))
        expect(new Set(idsOf(restored)).size).toBe(restored.length)
      }),
    )
  })
})

describe('moving', () => {
  const list = ['a', 'b', 'c'].map((id) => newEntry(id, id))

  test.each([
    ['a', 1, 'bac'],
    ['c', -2, 'cab'],
    ['a', -1, 'abc'],
    ['b', 9, 'acb'],
    ['x', 1, 'abc'],
  ])('%s by %i gives %s', (id, places, expected) => {
    expect(idsOf(moveEntry(list, id, places)).join('')).toBe(expected)
  })

  test('loses nothing', () => {
    fc.assert(
      fc.property(readingList, paperId, fc.integer({ min: -9, max: 9 }), (some, id, places) => {
        expect(idsOf(moveEntry(some, id, places)).sort()).toEqual(idsOf(some).sort())
      }),
    )
  })
})

test('a change concerns one paper only', () => {
  const list = ['a', 'b'].map((id) => newEntry(id, id))
  expect(changeEntry(list, 'b', { state: 'read', note: 'proof in 3' })).toEqual([
    list[0],
    { id: 'b', title: 'b', state: 'read', note: 'proof in 3' },
  ])
})
