import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatStored, parseStored } from '../../src/reading-list/stored-form.ts'
import { readingList } from './reading-lists.ts'

test('a list survives storage, on one line', () => {
  fc.assert(
    fc.property(readingList, (list) => {
      expect(formatStored(list)).not.toMatch(/[\r\n]/)
      expect(parseStored(formatStored(list))).toEqual({ kind: 'list', list })
    }),
  )
})

test('the form of today is read for ever', () => {
  const text = '{"schema":1,"entries":[{"id":"a-b","title":"A","state":"reading","note":"n"}]}'
  expect(parseStored(text)).toEqual({
    kind: 'list',
    list: [{ id: 'a-b', title: 'A', state: 'reading', note: 'n' }],
  })
})

test('a list of a later schema is told from one that is broken', () => {
  expect(parseStored('{"schema":2,"lists":[]}')).toEqual({ kind: 'newer' })
  for (const broken of ['', 'null', '[]', '{"schema":1}', '{"schema":"1","entries":[]}', '{"sch'])
    expect(parseStored(broken)).toEqual({ kind: 'unreadable' })
})

test('entries that nobody could have made here are left out or mended', () => {
  const entries = [
    { id: '../x' },
    { id: 'javascript:1' },
    { id: 7 },
    null,
    { id: 'a'.repeat(101) },
    { id: 'b', title: 5, state: 'eaten', note: ['x'] },
    { id: 'b', title: 'again' },
    { id: 'c', title: 't'.repeat(9999), note: 'n'.repeat(99_999) },
  ]
  const reading = parseStored(JSON.stringify({ schema: 1, entries }))
  const list = reading.kind === 'list' ? reading.list : []
  expect(list[0]).toEqual({ id: 'b', title: '', state: 'to-read', note: '' })
  expect(list.map(({ id }) => id)).toEqual(['b', 'c'])
  expect(list[1]?.title).toHaveLength(500)
  expect(list[1]?.note).toHaveLength(20_000)
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      parseStored(text)
      parseStored(`{"schema":1,"entries":${text}}`)
    }),
  )
})
