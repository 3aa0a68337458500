import { expect, test } from 'vitest'
import type { Paper } from '../../src/shared/model.ts'
import { typicalWords } from '../../src/shared/typical-words.ts'

const all = [
  'Unlike birds, the Monte Carlo walk of an LLM.',
  'Unlike a Monte Carlo walk of LLMs.',
  'The Monte Carlo nest.',
  'The birds sing.',
  'The cats sleep.',
  'The dogs sleep.',
].map((abstract) => ({ title: '', abstract }) as Paper)

test('tells compounds whole and no empty words, names and acronyms with their capitals', () => {
  expect(typicalWords(all.slice(0, 2), all, 9)).toEqual(['LLM', 'walk', 'Monte Carlo'])
})

test('gives no more than asked for, and none for a single paper', () => {
  expect(typicalWords(all.slice(0, 2), all, 1)).toEqual(['LLM'])
  expect(typicalWords(all.slice(0, 1), all, 9)).toEqual([])
})
