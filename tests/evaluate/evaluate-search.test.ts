import { expect, test } from 'vitest'
import { evaluateSearch } from '../../scripts/evaluate/evaluate-search.ts'
import type { Answer } from '../../scripts/evaluate/ranker.ts'
import type { JudgedQuery } from '../../scripts/gold.ts'

const queries: JudgedQuery[] = [
  { id: 'k1', family: 'known', half: 'tune', query: 'one', relevant: { a: 2 } },
  { id: 'k2', family: 'known', half: 'tune', query: 'two', relevant: { b: 2 } },
  { id: 't1', family: 'typo', half: 'tune', query: 'tow', relevant: { b: 1 } },
  { id: 'f1', family: 'foreign', half: 'tune', query: 'pie', relevant: {} },
  { id: 'f2', family: 'foreign', half: 'tune', query: 'tax', relevant: {} },
  {
    id: 'k3',
    family: 'known',
    half: 'held-out',
    query: 'three',
    relevant: { c: 1, d: 2 },
    second: { c: 2 },
  },
]

const answers = new Map<string, Answer>([
  ['k1', { first: ['a', 'b'], results: 2 }],
  ['k2', { first: ['b'], results: 1 }],
  ['t1', { first: [], results: 0 }],
  ['f1', { first: [], results: 0 }],
  ['f2', { first: ['a', 'b', 'c'], results: 3 }],
  ['k3', { first: ['c'], results: 1 }],
])

const { engines, second } = evaluateSearch(new Map([['engine', answers]]), queries)
const { tune, 'held-out': heldOut } = engines.get('engine')!

test('means are over queries, or over families', () => {
  expect(tune.queries).toBe(3)
  expect(tune.figures.ndcg.value).toBeCloseTo(2 / 3)
  expect(tune.figures.macroNdcg.value).toBe(1 / 2)
  expect(tune.families.known).toMatchObject({ queries: 2, figures: { ndcg: { value: 1 } } })
  expect(tune.families.typo).toMatchObject({ queries: 1, figures: { ndcg: { value: 0 } } })
})

test('the halves are apart, and a family without queries has no figure', () => {
  expect(heldOut.figures.ndcg.value).toBeCloseTo(1 / (3 + 1 / Math.log2(3)))
  expect(heldOut.families.typo.figures.ndcg.value).toBeNaN()
})

test('a second judge scores the engines and the first judge’s order', () => {
  expect(second.engines.get('engine')).toMatchObject({
    queries: 1,
    figures: { ndcg: { value: 1 } },
  })
  expect(second.firstJudge.figures.ndcg.value).toBeCloseTo(1 / Math.log2(3))
  expect(second.secondJudge.figures.ndcg.value).toBeCloseTo(1 / (3 + 1 / Math.log2(3)))
})

test('foreign queries should find nothing, and are in no other figure', () => {
  expect(tune.foreign).toMatchObject({
    queries: 2,
    nothingFound: { value: 0.5 },
    results: { value: 1.5 },
  })
})

test('an engine that leaves a query out is not scored', () => {
  expect(() => evaluateSearch(new Map([['engine', new Map()]]), queries)).toThrow(
    'No answer to the query k3.',
  )
})
