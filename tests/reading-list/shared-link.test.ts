import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newEntry, type ReadingList } from '../../src/reading-list/model.ts'
import { formatFragment, parseFragment } from '../../src/reading-list/shared-link.ts'
import { readingList } from './reading-lists.ts'

const list: ReadingList = [
  { id: 'a', title: 'A', state: 'to-read', note: 'mine & yours, ~100 %' },
  { id: 'b-c', title: 'B', state: 'read', note: '' },
]

test('a link says only what it is asked to say', () => {
  expect(formatFragment(list, { states: false, notes: false })).toBe('list=a,b-c')
  expect(formatFragment(list, { states: true, notes: false })).toBe('list=a,b-c~read')
  expect(formatFragment(list, { states: false, notes: true })).toBe(
    'list=a,b-c&note=a~mine%20%26%20yours%2C%20~100%20%25',
  )
})

test('a list survives its link, but for titles', () => {
  fc.assert(
    fc.property(readingList, fc.boolean(), fc.boolean(), (some, states, notes) => {
      const address = new URL('https://x.example/reading-list/')
      address.hash = formatFragment(some, { states, notes })
      expect(parseFragment(address.hash)).toEqual(
        some.map((entry) => ({
          ...newEntry(entry.id, ''),
          ...(states && { state: entry.state }),
          ...(notes && { note: entry.note }),
        })),
      )
    }),
  )
})

test('a link that a program has encoded still opens', () => {
  expect(parseFragment('#list=a%2Cb-c%7Eread')?.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'to-read'],
    ['b-c', 'read'],
  ])
})

test.each(['note=a~my%20words', 'note=a%7Emy%20words', 'note=a%7emy%20words'])(
  'the note of %s is read',
  (note) => {
    expect(parseFragment(`#list=a%7Eread,b&${note}`)).toEqual([
      { id: 'a', title: '', state: 'read', note: 'my words' },
      newEntry('b', ''),
    ])
  },
)

test('a tilde in a note is no sign', () => {
  expect(parseFragment('#list=a&note=a%7Eabout%7E%25~7E')?.[0]?.note).toBe('about~%~7E')
})

test('a fragment without a list is none, and what makes no sense is left out', () => {
  expect(parseFragment('')).toBeNull()
  expect(parseFragment('#main')).toBeNull()
  expect(parseFragment('#list=')).toEqual([])
  expect(parseFragment('#list=a,../b,a,,<b>,%,c~eaten')?.map(({ id }) => id)).toEqual(['a', 'c'])
  expect(parseFragment(`#list=${Array.from({ length: 9999 }, (_, at) => at)}`)).toHaveLength(2000)
})

test('no fragment makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      parseFragment(`#list=${text}`)
      parseFragment(`#list=a&note=${text}`)
    }),
  )
})
