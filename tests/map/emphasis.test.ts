import { expect, test } from 'vitest'
import { emphasisAround } from '../../src/map/emphasis.ts'

const link = (a: number, b: number) => ({ a, b, observed: 2, expected: 1, strength: 2 })
/** A triangle of 0, 1 and 2, with 3 beside 0. */
const links = [link(0, 1), link(1, 2), link(2, 0), link(3, 0)]

test('one topic stands out with its links and neighbours', () => {
  expect(emphasisAround([2], links)).toEqual({
    centres: [2],
    topics: new Set([2, 1, 0]),
    links: new Set(['1 2', '0 2']),
  })
})

test('several stand out with the links between them, and not with their neighbours', () => {
  expect(emphasisAround([3, 2, 0], links)).toEqual({
    centres: [3, 2, 0],
    topics: new Set([3, 2, 0]),
    links: new Set(['0 2', '0 3']),
  })
})

test('topics without links between them stand out alone', () => {
  expect(emphasisAround([3, 1], links)).toEqual({
    centres: [3, 1],
    topics: new Set([3, 1]),
    links: new Set(),
  })
})

test('around none nothing stands out', () => {
  expect(emphasisAround([], links)).toBeNull()
})
