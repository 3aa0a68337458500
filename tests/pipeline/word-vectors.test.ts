import { expect, test } from 'vitest'
import { cosine, normalise, sumVectors, wordVectors } from '../../scripts/pipeline/word-vectors.ts'
import { tokenize } from '../../src/shared/tokens.ts'
import { otherPapers } from './topic-fixtures.ts'

function vectors(...texts: [title: string, abstract: string][]) {
  const others = otherPapers(16).map(({ title, abstract }) => [title, abstract] as const)
  return wordVectors(
    [...texts, ...others].map(([title, abstract]) => ({
      title: tokenize(title),
      abstract: tokenize(abstract),
    })),
  ).slice(0, texts.length)
}

const length = (vector: Map<string, number> | undefined) =>
  Math.hypot(...(vector ?? new Map()).values())

test('vectors have length 1, or are empty', () => {
  const [tide, again, none] = vectors(['tide', 'moon'], ['tide', 'moon moon'], ['', ''])
  expect(length(tide)).toBeCloseTo(1)
  expect(length(again)).toBeCloseTo(1)
  expect(none?.size).toBe(0)
})

test('leaves out words of one document only, of too many, numbers and single letters', () => {
  const shared = '7 2024 x moon'
  const [first] = vectors([`tide ${shared}`, ''], ...vectorsOf('often', 6), [shared, 'often'])
  expect([...(first ?? new Map()).keys()]).toEqual(['moon'])
})

function vectorsOf(word: string, count: number): [string, string][] {
  return Array.from({ length: count }, () => [word, ''])
}

test('a word weighs more if it is rarer, more frequent, or in the title', () => {
  const [vector] = vectors(
    ['title', 'rare common often often often often common2'],
    ['rare', 'common title often'],
    ['common', ''],
    ['common', ''],
  )
  const weight = (term: string) => vector?.get(term) ?? 0
  expect(weight('rare')).toBeGreaterThan(weight('common'))
  expect(weight('title')).toBeGreaterThan(weight('rare'))
  expect(weight('often')).toBeGreaterThan(weight('title'))
})

test('the same words have cosine 1, no shared words 0', () => {
  const [a, b, c] = vectors(['tide', 'moon'], ['tide', 'moon'], ['sun', ''], ['sun', ''])
  expect(cosine(a ?? new Map(), b ?? new Map())).toBeCloseTo(1)
  expect(cosine(a ?? new Map(), c ?? new Map())).toBe(0)
})

test('sums and normalises', () => {
  const sum = sumVectors([
    new Map([['a', 1]]),
    new Map([
      ['a', 2],
      ['b', 4],
    ]),
  ])
  expect(sum).toEqual(
    new Map([
      ['a', 3],
      ['b', 4],
    ]),
  )
  expect(normalise(sum)).toEqual(
    new Map([
      ['a', 0.6],
      ['b', 0.8],
    ]),
  )
  expect(normalise(new Map())).toEqual(new Map())
})
