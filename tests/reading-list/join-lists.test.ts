import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinLists } from '../../src/reading-list/join-lists.ts'
import { newEntry, type ReadingList } from '../../src/reading-list/model.ts'
import { readingList } from './reading-lists.ts'

/** `a b!`: a paper with no note, and one with the note `!`. */
function listOf(text: string): ReadingList {
  return (text.match(/\S+/g) ?? []).map((word) => ({
    ...newEntry(word.charAt(0), ''),
    note: word.slice(1),
  }))
}

test.each([
  ['a', 'a b', 'a c', 'a b c'],
  ['a b c', 'a c', 'a b', 'a'],
  ['a b c', 'c a b', 'a b c d', 'c a b d'],
  ['a b', 'a b!', 'a? b', 'a? b!'],
  ['a', 'a!', 'a?', 'a!'],
  ['a b', 'a!', 'b?', 'a! b?'],
  ['', 'a', 'a b', 'a b'],
])('of %j became %j and %j: %j', (base, own, other, joined) => {
  expect(joinLists(listOf(own), listOf(other), listOf(base))).toEqual(listOf(joined))
})

test('a list that alone was changed is as it is', () => {
  const untitled = readingList.map((list) => list.map((entry) => ({ ...entry, title: '' })))
  fc.assert(
    fc.property(untitled, untitled, (base, changed) => {
      expect(joinLists(changed, base, base)).toEqual(changed)
      expect(joinLists([], changed, [])).toEqual(changed)
    }),
  )
})

test('a title that the site has mended is no change', () => {
  const base = [newEntry('a', 'Of speling')]
  expect(joinLists([newEntry('a', 'Of spelling')], [], base)).toEqual([])
})
