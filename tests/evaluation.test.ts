import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluateRelated } from '../scripts/evaluate/evaluate-related.ts'
import { evaluateSearch } from '../scripts/evaluate/evaluate-search.ts'
import { evaluateTopics } from '../scripts/evaluate/evaluate-topics.ts'
import { formatEvaluation } from '../scripts/evaluate/format-evaluation.ts'
import { type Evaluation, GATES, holds } from '../scripts/evaluate/gates.ts'
import { answersByEngine } from '../scripts/evaluate/rankers.ts'
import { readCorpus } from '../scripts/evaluate/read-corpus.ts'
import { readQueryGold, readRelatedGold, readTopicGold } from '../scripts/gold.ts'

let evaluation: Evaluation

beforeAll(async () => {
  const corpus = await readCorpus()
  const queries = readQueryGold()
  evaluation = {
    topics: evaluateTopics(corpus, readTopicGold()),
    related: evaluateRelated(corpus, readRelatedGold()),
    search: evaluateSearch(await answersByEngine(corpus, queries), queries),
  }
})

describe('on the held-out half', () => {
  test.each(GATES)('the gate holds: $name', (gate) => {
    expect(holds(gate, evaluation), `${gate.name} is ${gate.figure(evaluation)}`).toBe(true)
  })
})

test('a figure that is missing does not pass its gate', () => {
  expect(holds({ name: 'missing', from: 0, figure: () => Number.NaN }, evaluation)).toBe(false)
})

test('docs/evaluation.md is what npm run eval writes', () => {
  expect(readFileSync('docs/evaluation.md', 'utf8')).toBe(formatEvaluation(evaluation))
})
