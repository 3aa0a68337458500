import { expect, test } from 'vitest'
import { paraphrasesSchema } from '../../scripts/pipeline/curated-schemas.ts'
import type { PermalinkRegistry } from '../../scripts/pipeline/permalink-registry.ts'
import {
  placeParaphrases,
  placeTopicParaphrases,
} from '../../scripts/pipeline/place-paraphrases.ts'
import { readCurated } from '../../scripts/pipeline/read-curated.ts'

const registry: PermalinkRegistry = {
  schema: 1,
  permalinks: [
    { id: 'second', state: 'live', fingerprints: [] },
    { id: 'first', state: 'live', fingerprints: [] },
    { id: 'old-first', state: 'merged', into: 'first', fingerprints: [] },
    { id: 'gone', state: 'withdrawn', why: 'It was a test.', fingerprints: [] },
  ],
}

function placed(...entries: [id: string, ...texts: string[]][]) {
  const lines = entries.map(([id, ...texts], at) => ({ id, line: at + 1, texts }))
  return placeParaphrases({ file: 'paraphrases.yaml', entries: lines }, registry)
}

test('paraphrases follow their papers, in order', () => {
  const { paraphrases, problems } = placed(
    ['second', 'a'],
    ['old-first', 'b', 'c'],
    ['first', 'd'],
    ['gone', 'e'],
  )
  expect(JSON.stringify(paraphrases)).toBe('{"first":["b","c","d"],"second":["a"]}')
  expect(problems).toEqual([])
})

test('an id that was never published is a problem', () => {
  expect(placed(['second', 'a'], ['frist', 'b']).problems).toEqual([
    {
      file: 'paraphrases.yaml',
      line: 2,
      message: `no paper has the id "frist"; take it from the address of the paper's page`,
    },
  ])
})

test('a topic that the vocabulary does not have is a problem', () => {
  const entries = ['known', 'unknown'].map((id, at) => ({ id, line: at + 1, texts: ['a'] }))
  const topics = [{ id: 'known', formerly: [] }]
  const placed = placeTopicParaphrases({ file: 't.yaml', entries }, topics)
  expect(placed.paraphrases).toMatchObject({ known: ['a'] })
  expect(placed.problems).toEqual([
    { file: 't.yaml', line: 2, message: 'no topic has the id "unknown"; take it from topics.yaml' },
  ])
})

test('a topic has the paraphrases of those that became part of it', () => {
  const entries = ['old', 'new', 'older'].map((id, at) => ({
    id,
    line: at + 1,
    texts: [`of ${id}`],
  }))
  const topics = [{ id: 'new', formerly: ['old', 'older'] }]
  expect(placeTopicParaphrases({ file: 't.yaml', entries }, topics)).toEqual({
    paraphrases: { new: ['of old', 'of new', 'of older'] },
    problems: [],
  })
})

test('the curated file has a paraphrase on each line', () => {
  const { value } = readCurated(
    'p.yaml',
    'a: |\n  one: two\n\n  - three \nb: x\n',
    paraphrasesSchema,
  )
  expect(value).toEqual({ a: ['one: two', '- three'], b: ['x'] })
})

test.each([
  ['a: |\n\nb: x', 'a: there is no paraphrase'],
  ['a: [x, y]', 'a: write one paraphrase on each line below "|"'],
])('what is none is a problem: %j', (text, message) => {
  const { value, problems } = readCurated('p.yaml', text, paraphrasesSchema)
  expect(value).toBeNull()
  expect(problems.map((problem) => problem.message)).toEqual([
    `${message}; see docs/maintaining.md for the form`,
  ])
})
