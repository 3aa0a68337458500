import { expect, test } from 'vitest'
import { rowRoom } from '../../src/client/row-room.ts'

const phone = { width: 20, isNarrow: true, hasParaphrase: false }
const desk = { width: 54, isNarrow: false, hasParaphrase: false }

test('reasons of the usual length leave all lines to the snippet', () => {
  expect(rowRoom(90, phone)).toMatchObject({ paraphrase: 0, snippet: 4 })
  expect(rowRoom(120, desk)).toMatchObject({ paraphrase: 0, snippet: 3 })
})

test('each further line of reasons takes one of the snippet, but never its last', () => {
  expect([100, 140, 190, 900].map((reasons) => rowRoom(reasons, phone).snippet)).toEqual([
    3, 3, 2, 1,
  ])
})

test('what is said in other words goes before the snippet', () => {
  const both = { ...phone, hasParaphrase: true }
  expect(rowRoom(90, both)).toMatchObject({ paraphrase: 2, snippet: 2 })
  expect(rowRoom(190, both)).toMatchObject({ paraphrase: 2, snippet: 0 })
  expect(rowRoom(90, { ...desk, hasParaphrase: true })).toMatchObject({ paraphrase: 1, snippet: 2 })
})
