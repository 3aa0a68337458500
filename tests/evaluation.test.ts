import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluateMap } from '../scripts/evaluate/evaluate-map.ts'
import { evaluateRelated } from '../scripts/evaluate/evaluate-related.ts'
import { evaluateSearch } from '../scripts/evaluate/evaluate-search.ts'
import { evaluateTopics } from '../scripts/evaluate/evaluate-topics.ts'
import { formatEvaluation } from '../scripts/evaluate/format-evaluation.ts'
import { type Evaluation, GATES, holds } from '../scripts/evaluate/gates.ts'
import { readMapMoves } from '../scripts/evaluate/map-moves.ts'
import { presentGold } from '../scripts/evaluate/present-gold.ts'
import { answersByEngine } from '../scripts/evaluate/rankers.ts'
import { readCorpus, readKnownMap } from '../scripts/evaluate/read-corpus.ts'
import { readGold } from '../scripts/gold.ts'

let evaluation: Evaluation

beforeAll(async () => {
  const corpus = await readCorpus()
  const { gold, problems } = presentGold(readGold(), corpus.registry, corpus.topics)
  expect(problems).toEqual([])
  const { topics, related, queries } = gold
  evaluation = {
    topics: evaluateTopics(corpus, topics),
    related: evaluateRelated(corpus, related),
    search: evaluateSearch(await answersByEngine(corpus, queries), queries),
    map: evaluateMap(corpus, await readKnownMap(), readMapMoves()),
  }
})

describe('on the held-out half, and on the map', () => {
  test.each(GATES)('the gate holds: $name', (gate) => {
    expect(holds(gate, evaluation), `${gate.name} is ${gate.figure(evaluation)}`).toBe(true)
  })
})

test('a figure that is missing does not pass its gate', () => {
  expect(holds({ name: 'missing', from: 0, figure: () => Number.NaN }, evaluation)).toBe(false)
})

test('the map was last measured, and is committed, for the listings as they are', async () => {
  const { graph } = await readKnownMap()
  expect(graph, 'run npm run data').toBe(evaluation.map.graph)
  expect(evaluation.map.moves.graph, 'run npm run eval').toBe(evaluation.map.graph)
})

test('docs/evaluation.md is what npm run eval writes', () => {
  expect(readFileSync('docs/evaluation.md', 'utf8')).toBe(formatEvaluation(evaluation))
})
