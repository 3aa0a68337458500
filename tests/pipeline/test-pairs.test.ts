import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testPairs } from '../../scripts/pipeline/test-pairs.ts'
import { filedPaper as paper } from './topic-fixtures.ts'

test('tests every two topics that have papers, in either grade, whether they meet or not', () => {
  const tested = testPairs([paper('tide', '(moon)'), paper('moon'), paper('wave'), paper()])
  expect(
    tested.map(({ topics, sizes, observed, expected }) => [topics, sizes, observed, expected]),
  ).toEqual([
    [['moon', 'tide'], [2, 1], 1, 0.5],
    [['moon', 'wave'], [2, 1], 0, 0.5],
    [['tide', 'wave'], [1, 1], 0, 0.25],
  ])
})

test('says how probable as many, or as few, shared papers are by chance', () => {
  const papers = [paper('a', 'b'), paper('a', 'b'), paper(), paper(), paper()]
  const [pair] = testPairs(papers)
  expect(pair?.more.p).toBeCloseTo(1 / 10, 12)
  expect(pair?.less.p).toBeCloseTo(1, 12)
})

test('q is the number of pairs that chance would put there by the number that are there', () => {
  // Of ten papers each topic has two: a pair meets twice with 1/45 and never with 28/45.
  const papers = [
    ...[paper('a', 'b'), paper('a', 'b'), paper('c', 'd'), paper('c', 'd')],
    ...Array.from({ length: 6 }, () => paper()),
  ]
  const tested = testPairs(papers)
  const q = Object.fromEntries(tested.map(({ topics, more }) => [topics.join('+'), more.q]))
  expect(tested).toHaveLength(6)
  expect(q['a+b']).toBeCloseTo(6 / 45 / 2, 12)
  expect(q['c+d']).toBeCloseTo(6 / 45 / 2, 12)
  expect(q['a+c']).toBe(1)
})

test('without papers there is nothing to test', () => {
  expect(testPairs([])).toEqual([])
})

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const corpora = fc.array(
  fc.subarray(names).map((topics) => paper(...topics)),
  { maxLength: 60 },
)

test('a smaller p never has a larger q, and q is never above what Benjamini and Hochberg give', () => {
  fc.assert(
    fc.property(corpora, (papers) => {
      const tested = testPairs(papers)
      for (const side of ['more', 'less'] as const) {
        const byP = tested.map((pair) => pair[side]).sort((x, y) => x.p - y.p || x.q - y.q)
        for (const [index, { p, q }] of byP.entries()) {
          expect(p).toBeGreaterThan(0)
          expect(q).toBeLessThanOrEqual(1)
          expect(q).toBeGreaterThanOrEqual(byP[index - 1]?.q ?? 0)
          expect(q * (1 + 1e-9)).toBeGreaterThanOrEqual(p / tested.length)
          if (p <= 0.25) expect(q).toBeLessThanOrEqual(p * tested.length * (1 + 1e-9))
        }
      }
    }),
  )
})
