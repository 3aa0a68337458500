import { expect, test } from 'vitest'
import {
  type JudgedFiling,
  macroScore,
  microScore,
  scoreOf,
  tallyMain,
  topicF1,
  topicFigures,
} from '../../scripts/evaluate/topic-scores.ts'

interface Written {
  main?: string[]
  also?: string[]
  first: { main: string[]; also?: string[]; acceptable?: string[] }
  vocabulary?: string[]
  judgedAlso?: string[]
}

function filing({
  main = [],
  also = [],
  first,
  vocabulary = [],
  judgedAlso,
}: Written): JudgedFiling {
  return {
    main,
    also,
    gold: {
      first: { also: [], acceptable: [], ...first },
      vocabulary: { main: [], also: vocabulary },
      ...(judgedAlso ? { judgedAlso } : {}),
    },
  }
}

test('an acceptable topic is neither right nor wrong, and wrong in the strict reading', () => {
  const filings = [
    filing({ main: ['a', 'b', 'c'], first: { main: ['a', 'd'], acceptable: ['b'] } }),
  ]
  expect(microScore(tallyMain(filings, 'lenient'))).toEqual(
    scoreOf({ right: 1, wrong: 1, missed: 1 }),
  )
  expect(microScore(tallyMain(filings, 'strict'))).toEqual(
    scoreOf({ right: 1, wrong: 2, missed: 1 }),
  )
})

test.each([
  [
    { right: 3, wrong: 1, missed: 2 },
    { precision: 3 / 4, recall: 3 / 5, f1: 2 / 3 },
  ],
  [
    { right: 0, wrong: 0, missed: 2 },
    { precision: 0, recall: 0, f1: 0 },
  ],
  [
    { right: 0, wrong: 0, missed: 0 },
    { precision: 0, recall: 0, f1: 0 },
  ],
])('scores %o', (tally, score) => {
  expect(scoreOf(tally)).toEqual(score)
})

test('a topic outside the gold counts in micro figures only', () => {
  const tallies = tallyMain([filing({ main: ['a', 'x'], first: { main: ['a'] } })], 'lenient')
  expect(microScore(tallies).precision).toBe(0.5)
  expect(macroScore(tallies)).toEqual({ precision: 1, recall: 1, f1: 1 })
})

test('a topic of the gold that is never filed counts 0 in macro figures', () => {
  const tallies = tallyMain([filing({ main: ['a'], first: { main: ['a', 'b'] } })], 'lenient')
  expect(macroScore(tallies)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 })
})

test('there is no F1 of a topic that is not in the gold', () => {
  const filings = [filing({ main: ['a', 'x'], first: { main: ['a'] } })]
  expect(topicF1(filings, ['a', 'x', 'y'])).toEqual({ a: 1, x: NaN, y: NaN })
})

test('a further topic is right by any reader in any grade, strictly by the first', () => {
  const figures = topicFigures([
    filing({
      main: ['a'],
      also: ['main', 'acceptable', 'author', 'judged', 'nobody'],
      first: { main: ['a', 'main'], acceptable: ['acceptable'] },
      vocabulary: ['author'],
      judgedAlso: ['judged'],
    }),
  ])
  expect(figures.alsoPrecision).toBe(4 / 5)
  expect(figures.strictAlsoPrecision).toBe(2 / 5)
})

test('counts topics a paper, and papers without any', () => {
  const figures = topicFigures([
    filing({ main: ['a'], also: ['b', 'c'], first: { main: ['a'] } }),
    filing({ first: { main: ['a'] } }),
  ])
  expect(figures).toMatchObject({ meanMain: 0.5, meanAll: 1.5, unfiled: 1 })
})
