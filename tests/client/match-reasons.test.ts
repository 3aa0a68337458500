import { expect, test } from 'vitest'
import { describeReasons } from '../../src/client/match-reasons.ts'
import type { Reason } from '../../src/search/model.ts'

const reason = (asked: string, how: Reason['how'], found: string, ...where: Reason['where']) => ({
  asked,
  found,
  how,
  where,
})

test('tells words as typed together, by where they stand', () => {
  expect(
    describeReasons([
      reason('deep', 'exact', 'deep', 'title', 'abstract'),
      reason('sets', 'exact', 'sets', 'title', 'abstract'),
      reason('maps', 'exact', 'maps', 'abstract'),
    ]),
  ).toEqual(['“deep” and “sets” in title and abstract', '“maps” in abstract'])
})

test('tells the pairs of characters that were sought for a word as that word', () => {
  expect(
    describeReasons(
      ['注意', '意力', '模型', 'deep', 'p2p'].map((asked) =>
        reason(asked, 'exact', asked, 'title'),
      ),
    ),
  ).toEqual(['“注意力”, “模型”, “deep” and “p2p” in title'])
})

test.each<[string, Reason, string]>([
  [
    'another form',
    reason('quantizing', 'form', 'quantization', 'title'),
    'quantizing → quantization in title',
  ],
  [
    'another form of letters that were typed large',
    reason('LLM', 'form', 'llms', 'abstract'),
    'LLM → LLMs in abstract',
  ],
  [
    'an unfinished word',
    reason('quant', 'prefix', 'quantization', 'title'),
    'quant… → quantization in title',
  ],
  [
    'a slip',
    reason('bayseian', 'fuzzy', 'Bayesian', 'abstract'),
    'spelling: bayseian → Bayesian in abstract',
  ],
  [
    'a synonym',
    reason('LLM', 'synonym', 'large language model', 'title', 'abstract', 'topics'),
    'LLM → large language model in title, abstract and topics',
  ],
  [
    'a topic',
    reason('drafts', 'topic', 'Speculative decoding', 'topics'),
    'topic Speculative decoding',
  ],
])('tells of %s', (_, given, text) => {
  expect(describeReasons([given])).toEqual([text])
})

test('tells together what stands in other words', () => {
  expect(
    describeReasons([
      reason('birds', 'paraphrase', 'birds'),
      reason('pose', 'exact', 'pose', 'title'),
      reason('hedge', 'paraphrase', 'hedge'),
    ]),
  ).toEqual(['“birds” and “hedge” in other words', '“pose” in title'])
})

test('tells first what marks do not show, and nothing twice', () => {
  const topic = reason('drafts', 'topic', 'Speculative decoding', 'topics')
  expect(describeReasons([reason('fast', 'exact', 'fast', 'title'), topic, topic])).toEqual([
    'topic Speculative decoding',
    '“fast” in title',
  ])
})
