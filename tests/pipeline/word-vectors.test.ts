import { expect, test } from 'vitest'
import {
  cosine,
  normalise,
  spread,
  strongestParts,
  sumVectors,
  type VectorSpace,
  vectorSpace,
  type WordVector,
  wordVectors,
} from '../../scripts/pipeline/word-vectors.ts'
import { tokenize } from '../../src/shared/tokens.ts'
import { otherPapers } from './topic-fixtures.ts'

function spaceOf(...texts: [title: string, abstract: string][]): VectorSpace {
  const others = otherPapers(16).map(({ title, abstract }) => [title, abstract] as const)
  return wordVectors(
    [...texts, ...others].map(([title, abstract]) => ({
      title: tokenize(title),
      abstract: tokenize(abstract),
    })),
  )
}

/** Vectors by term instead of number. */
function byTerm(
  { lexicon }: Pick<VectorSpace, 'lexicon'>,
  { terms, weights }: WordVector,
): Map<string, number> {
  return new Map([...terms].map((term, part) => [lexicon[term] ?? '', weights[part] ?? 0]))
}

/** The first vectors of the texts, by term. */
function vectors(...texts: [title: string, abstract: string][]): Map<string, number>[] {
  const space = spaceOf(...texts)
  return space.vectors.slice(0, texts.length).map((vector) => byTerm(space, vector))
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

test('a lexicon and the terms of its vectors are in order', () => {
  const { lexicon, vectors: all } = spaceOf(['tide moon', 'star'], ['star moon', 'tide'])
  expect(lexicon).toEqual([...lexicon].sort())
  for (const { terms } of all) expect([...terms]).toEqual([...terms].sort((a, b) => a - b))
})

/** Of the first vector of a space with another. */
function cosineOfFirst({ lexicon, vectors: all }: VectorSpace, other: number): number {
  const first = spread(all[0] as WordVector, new Float64Array(lexicon.length))
  return cosine(first, all[other] as WordVector)
}

test('the same words have cosine 1, no shared words 0', () => {
  const space = spaceOf(['tide', 'moon'], ['tide', 'moon'], ['sun', ''], ['sun', ''])
  expect(cosineOfFirst(space, 1)).toBeCloseTo(1)
  expect(cosineOfFirst(space, 2)).toBe(0)
})

test('a vector is spread over its lexicon, whatever stood there before', () => {
  const { vectors: all } = vectorSpace([
    new Map([
      ['c', 3],
      ['a', 1],
    ]),
    new Map([['b', 2]]),
  ])
  expect(spread(all[0] as WordVector, Float64Array.of(9, 9, 9))).toEqual(Float64Array.of(1, 0, 3))
})

test('tells the strongest parts first, ties in the order of terms', () => {
  const { lexicon, vectors: all } = vectorSpace([
    new Map([
      ['d', 1],
      ['b', 2],
      ['c', 1],
      ['a', 0],
    ]),
  ])
  const strongest = (most: number) =>
    strongestParts(all[0] as WordVector, most).map(({ term, weight }) => [lexicon[term], weight])
  expect(strongest(9)).toEqual([
    ['b', 2],
    ['c', 1],
    ['d', 1],
  ])
  expect(strongest(1)).toEqual([['b', 2]])
})

test('sums and normalises', () => {
  const space = vectorSpace([
    new Map([['a', 1]]),
    new Map([
      ['b', 4],
      ['a', 2],
    ]),
  ])
  const sum = sumVectors(space.vectors, space.lexicon.length)
  expect(byTerm(space, sum)).toEqual(
    new Map([
      ['a', 3],
      ['b', 4],
    ]),
  )
  expect(byTerm(space, normalise(sum))).toEqual(
    new Map([
      ['a', 0.6],
      ['b', 0.8],
    ]),
  )
  const [none] = vectorSpace([new Map()]).vectors as [WordVector]
  expect(normalise(none)).toEqual(none)
})
