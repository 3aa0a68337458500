import { expect, test } from 'vitest'
import { analyse, compounds, formKey } from '../../src/search/analyse.ts'

const terms = (text: string) => analyse(text).map(({ term }) => term)

test.each([
  ['Matérn kernels, ﬁne', ['matern', 'kernels', 'fine']],
  ["LLM's and C++, or C#", ['llm', 'and', 'cplusplus', 'or', 'csharp']],
  ['A* and **bold**, or infer*', ['astar', 'and', 'bold', 'or', 'infer']],
  ['C+1 and C#7', ['c', '1', 'and', 'c', '7']],
  ['思维链 reasoning', ['思维', '维链', 'reasoning']],
  ['GPT4模型：长。', ['gpt4', '模型', '长']],
  ['ガンマ線とデータ', ['カン', 'ンマ', 'マ線', '線と', 'とテ', 'テー', 'ータ']],
  ['모델의 추론', ['모델', '델의', '추론']],
  ['ภาษาไทย', ['ภา', 'าษ', 'ษา', 'าไ', 'ไท', 'ทย']],
  ['لغة عَرَبِيَّة и Ёмкость', ['لغة', 'عربية', 'и', 'емкость']],
])('%j is read as words', (text, expected) => {
  expect(terms(text)).toEqual(expected)
})

test('compounds are one word as well', () => {
  const text = 'GPT-4 and chain-of-thought, key/value'
  expect(compounds(text, analyse(text)).map(({ term }) => term)).toEqual([
    'gpt4',
    'chainofthought',
    'keyvalue',
  ])
})

test.each([
  ['quantizing', 'quantisation', 'quantised', 'quantizes'],
  ['hallucinate', 'hallucination', 'hallucinations'],
  ['behaviour', 'behavior', 'behaviours'],
  ['modelling', 'modeling', 'models'],
  ['analyse', 'analyzing', 'analyzed'],
  ['labelled', 'labeling', 'labels'],
  ['centre', 'center'],
  ['catalogue', 'catalogs'],
  ['defence', 'defenses'],
  ['judgement', 'judgment'],
])('%s, %s … meet in one key', (...words) => {
  expect(new Set(words.map(formKey)).size).toBe(1)
})

test.each([
  ['noise', 'nose'],
  ['training', 'train station'],
  ['bias', 'bits'],
  ['planer', 'plan'],
])('%s and %s stay apart', (a, b) => {
  expect(formKey(a)).not.toBe(formKey(b))
})
