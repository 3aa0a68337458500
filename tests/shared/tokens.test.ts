import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord, tokenize } from '../../src/shared/tokens.ts'

const terms = (text: string) => tokenize(text).map(({ term }) => term)

test('gives each word with its folded form and its place', () => {
  expect(tokenize('Two LLMs, fast.')).toEqual([
    { start: 0, end: 3, term: 'two' },
    { start: 4, end: 8, term: 'llm' },
    { start: 10, end: 14, term: 'fast' },
  ])
})

test.each([
  ['chain-of-thought', 'Chain of Thought'],
  ['chain‑of‑thought', 'chain of thought'],
  ['Gaussian processes', 'Gaussian process'],
  ['policies', 'policy'],
  ['KV caches', 'kv cache'],
  ['hashes', 'hash'],
  ['matrixes', 'matrix'],
  ['classes', 'class'],
  ['Matérn kernels', 'matern kernel'],
  ['Mate\u0301rn', 'Matérn'],
  ['ﬁne-tuning', 'fine tuning'],
  ["the model's answers", 'the model answer'],
  ['the model’s answer', 'the model answer'],
  ['GPT-4/Claude', 'gpt 4 claude'],
])('reads %j and %j alike', (one, other) => {
  expect(terms(one)).toEqual(terms(other))
})

test.each(['bus', 'class', 'corpus', 'loss', 'gas', 'is', 'as'])('keeps the s of %j', (word) => {
  expect(foldWord(word)).toBe(word)
})

test.each([
  ['modal', 'model'],
  ['process', 'procession'],
  ['cache', 'cash'],
  ['pass', 'past'],
])('keeps %j and %j apart', (one, other) => {
  expect(foldWord(one)).not.toBe(foldWord(other))
})

test('punctuation alone has no words', () => {
  expect(tokenize(" — ? ('s) … ")).toEqual([])
  expect(tokenize('')).toEqual([])
})

test('tokens of any text are in order, apart, inside it, and never empty', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        's',
        'S',
        "'",
        '-',
        ' ',
        'é',
        '\u0301',
        'ﾞ',
        'ß',
        'İ',
        '😀',
        '\ud800',
      ),
    }),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end)
        expect(token.end).toBeGreaterThan(token.start)
        expect(token.term).not.toBe('')
        end = token.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 2000 },
  )
})
