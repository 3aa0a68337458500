import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCatalogue, settle } from '../../src/reading-list/catalogue.ts'
import { newEntry } from '../../src/reading-list/model.ts'
import { inOrder, ORDERS } from '../../src/reading-list/order.ts'
import { readingList } from './reading-lists.ts'

const paper = (id: string, title: string, date: string | null = null) => ({
  id,
  title,
  date,
  yearInferred: false,
  hues: [],
})
const catalogue = openCatalogue({
  papers: [
    paper('a', 'Zebra', '2024-01-02'),
    paper('b-2', '“Éclair”', '2025-03-04'),
    paper('c', 'Mane'),
  ],
  gone: [
    { id: 'e', into: 'f-g-h' },
    { id: 'f-g-h', into: 'a' },
    { id: 'deep-nets-1', into: null },
  ],
})

describe('after a new deployment', () => {
  test('merged ids lead on to the paper, and two entries become one', () => {
    const list = [
      { ...newEntry('e', 'Old'), note: 'one' },
      newEntry('c', 'C'),
      { ...newEntry('a', 'A'), state: 'reading' as const, note: 'two' },
    ]
    expect(settle(list, catalogue)).toEqual([
      { id: 'a', title: 'Zebra', state: 'reading', note: 'one\n\ntwo' },
      { id: 'c', title: 'Mane', state: 'to-read', note: '' },
    ])
  })

  test('withdrawn and unknown papers stay with the title they had', () => {
    const list = [newEntry('deep-nets-1', 'Withdrawn'), newEntry('not-yet', 'Newer')]
    expect(settle(list, catalogue)).toEqual(list)
  })

  test('settling again changes nothing, and no note is lost', () => {
    fc.assert(
      fc.property(readingList, (list) => {
        const settled = settle(list, catalogue)
        expect(settle(settled, catalogue)).toEqual(settled)
        const notes = settled.map(({ note }) => note).join('\n')
        for (const { note } of list) expect(notes).toContain(note)
      }),
    )
  })

  test('ids that lead in a circle do not stall it', () => {
    const circle = openCatalogue({
      papers: [],
      gone: [
        { id: 'a', into: 'c' },
        { id: 'c', into: 'a' },
      ],
    })
    expect(settle([newEntry('a', 'A')], circle)).toHaveLength(1)
  })
})

describe('orders', () => {
  const list = [
    { ...newEntry('c', 'Mane'), state: 'read' as const },
    newEntry('a', 'A Zebra'),
    { ...newEntry('b-2', '“Éclair”'), state: 'reading' as const },
  ]

  test.each([
    ['own', ['c', 'a', 'b-2']],
    ['state', ['a', 'b-2', 'c']],
    ['title', ['b-2', 'c', 'a']],
    ['newest', ['b-2', 'a', 'c']],
    ['oldest', ['a', 'b-2', 'c']],
  ] as const)('%s', (order, expected) => {
    expect(inOrder(list, order, catalogue).map(({ id }) => id)).toEqual(expected)
  })

  test('each holds all entries once', () => {
    fc.assert(
      fc.property(readingList, fc.constantFrom(...ORDERS), (some, order) => {
        const ids = inOrder(some, order, catalogue).map(({ id }) => id)
        expect(ids.sort()).toEqual(some.map(({ id }) => id).sort())
      }),
    )
  })
})
