import { expect, test } from 'vitest'
import { matchCount, partlyText } from '../../src/client/search-messages.ts'
import type { Answer } from '../../src/search/model.ts'

/** What the heading of the results says of an answer. */
function heading(counts: Answer['counts'], isQuestion = false): [number, string] {
  const total = counts.all + counts.fuzzy + counts.some
  const answer = { total, counts, isQuestion } as Answer
  return [matchCount(answer), partlyText(answer)]
}

test('papers that match only some words are counted apart', () => {
  expect(heading({ all: 3, fuzzy: 2, some: 20 })).toEqual([
    5,
    'and 20 that match some of your words',
  ])
  expect(heading({ all: 1, fuzzy: 0, some: 1 })).toEqual([
    1,
    'and 1 that matches some of your words',
  ])
  expect(heading({ all: 0, fuzzy: 0, some: 20 })).toEqual([20, 'match some of your words'])
  expect(heading({ all: 0, fuzzy: 0, some: 1 })).toEqual([1, 'matches some of your words'])
})

test('nothing is told apart where all match, or of a question', () => {
  expect(heading({ all: 3, fuzzy: 2, some: 0 })).toEqual([5, ''])
  expect(heading({ all: 3, fuzzy: 0, some: 20 }, true)).toEqual([23, ''])
})
