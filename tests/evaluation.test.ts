import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluateCorpus } from '../scripts/evaluate/evaluate-corpus.ts'
import { formatEvaluation } from '../scripts/evaluate/format-evaluation.ts'
import {
  describeFailure,
  type Evaluation,
  GATES,
  type Gate,
  holds,
} from '../scripts/evaluate/gates.ts'
import { readMapMoves } from '../scripts/evaluate/map-moves.ts'
import { presentGold } from '../scripts/evaluate/present-gold.ts'
import { readCorpus, readKnownMap } from '../scripts/evaluate/read-corpus.ts'
import { readGold } from '../scripts/gold.ts'

let evaluation: Evaluation

beforeAll(async () => {
  const corpus = await readCorpus()
  const { gold, problems } = presentGold(readGold(), corpus.registry, corpus.topics)
  expect(problems).toEqual([])
  evaluation = await evaluateCorpus(corpus, gold, await readKnownMap(), readMapMoves())
})

describe('on the held-out half, and on the map', () => {
  test.each(GATES)('the gate holds: $name', (gate) => {
    expect(holds(gate, evaluation), describeFailure(gate, evaluation)).toBe(true)
  })
})

test('a figure that is missing does not pass its gate', () => {
  const missing: Gate = { name: 'missing', of: 'map', from: 0, figure: () => Number.NaN }
  expect(holds(missing, evaluation)).toBe(false)
})

test('the map was last measured, and is committed, for the listings as they are', async () => {
  const { graph } = await readKnownMap()
  expect(graph, 'run npm run data').toBe(evaluation.map.graph)
  expect(evaluation.map.moves.graph, 'run npm run eval').toBe(evaluation.map.graph)
})

test('docs/evaluation.md is what npm run eval writes', () => {
  expect(readFileSync('docs/evaluation.md', 'utf8'), 'run npm run eval').toBe(
    formatEvaluation(evaluation),
  )
})
