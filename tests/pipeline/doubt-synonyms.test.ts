import { expect, test } from 'vitest'
import { synonymsSchema } from '../../scripts/pipeline/curated-schemas.ts'
import {
  type CuratedSynonyms,
  checkSynonyms,
  doubtSynonyms,
} from '../../scripts/pipeline/doubt-synonyms.ts'
import { readCurated } from '../../scripts/pipeline/read-curated.ts'
import { readWords } from '../../scripts/pipeline/read-words.ts'

function curated(...entries: string[]): CuratedSynonyms {
  const yaml = ['synonyms:', ...entries.map((entry) => `  - ${entry}`)].join('\n')
  const { value, lineOf } = readCurated('synonyms.yaml', yaml, synonymsSchema)
  return { file: 'synonyms.yaml', entries: value?.synonyms ?? [], lineOf }
}

const papers = [
  { title: 'Language-Modelling at Scale', abstract: 'We train LLMs. Models of neural networks.' },
  { title: 'On Tides', abstract: 'The sea comes, and the network model goes.' },
]

test('a meaning that stands in no paper is told at its line', () => {
  const synonyms = curated(
    '{ say: [bot], mean: [llm, "language model", dialogue] }',
    '{ say: [brain], mean: ["neural network", "network models"] }',
    '{ say: [water],\n      mean: [tide, "tide at scale", "networks we"] }',
  )
  const told = doubtSynonyms(synonyms, papers, readWords(papers)).map(
    ({ line, message }) => `${line}: ${message}`,
  )
  expect(told).toEqual([
    expect.stringMatching(/^2: "dialogue" stands in no title or abstract, .*; write what/),
    expect.stringMatching(/^5: "tide at scale" stands/),
    expect.stringMatching(/^5: "networks we" stands/),
  ])
})

test('of a file about other papers the number of such meanings is told', () => {
  const strange = (count: number) =>
    curated(`{ say: [bot], mean: [${Array.from({ length: count }, (_, at) => `x${at}`)}] }`)
  const words = readWords(papers)
  expect(doubtSynonyms(strange(20), papers, words)).toHaveLength(20)
  expect(doubtSynonyms(strange(21), papers, words)).toEqual([
    {
      file: 'synonyms.yaml',
      line: 2,
      message: expect.stringContaining('"x0" and 20 other meanings stand'),
    },
  ])
})

test('what is said twice, in any form, is told with both lines', () => {
  const twice = curated('{ say: [bot, brain], mean: [LLM] }', '{ say: [AI, Bots], mean: [model] }')
  expect(checkSynonyms(twice)).toEqual([
    {
      file: 'synonyms.yaml',
      line: 3,
      message: '"Bots", or a form of it, is said at line 2, too; keep one, with all that it means',
    },
  ])
})

test('what means itself is told', () => {
  const same = curated('{ say: [bot, networks], mean: [LLM, "Network"] }')
  expect(checkSynonyms(same)).toEqual([
    {
      file: 'synonyms.yaml',
      line: 2,
      message: expect.stringContaining('"networks" means itself;'),
    },
  ])
})
