import { expect, test } from 'vitest'
import { formKey } from '../../src/search/analyse.ts'
import type { Paper } from '../../src/shared/model.ts'
import { typicalWords } from '../../src/shared/typical-words.ts'

const papersOf = (abstracts: string[]) =>
  abstracts.map((abstract) => ({ title: '', abstract }) as Paper)

const all = papersOf([
  'Unlike birds, the Monte Carlo walk of an LLM.',
  'Unlike a Monte Carlo walk of LLMs.',
  'The Monte Carlo nest.',
  'The birds sing.',
  'The cats sleep.',
  'The dogs sleep.',
])

test('tells compounds whole and no empty words, names and acronyms with their capitals', () => {
  expect(typicalWords(all.slice(0, 2), all, 9, formKey)).toEqual(['LLM', 'walk', 'Monte Carlo'])
})

test('gives no more than asked for, and none for a single paper', () => {
  expect(typicalWords(all.slice(0, 2), all, 1, formKey)).toEqual(['LLM'])
  expect(typicalWords(all.slice(0, 1), all, 9, formKey)).toEqual([])
})

test('tells the forms of a word once, in the commonest, where the first would stand', () => {
  const forms = papersOf([
    'Mitigating, a multimodal nest.',
    'Mitigating by mitigation, a multimodal, multi-modal nest.',
    'Mitigation in multimodal trees, multi-modal nest.',
    'Mitigation of multimodal, multi-modal dogs.',
    'Multimodal mitigation.',
    'Fish swim.',
    'Worms crawl by mitigation.',
    'Moths fly.',
  ])
  const told = typicalWords(forms.slice(0, 4), forms, 9, formKey)
  expect(told).toEqual(['multimodal', 'nest', 'mitigation'])
})
