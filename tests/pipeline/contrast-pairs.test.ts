import { expect, test } from 'vitest'
import { contrastPairs } from '../../scripts/pipeline/contrast-pairs.ts'
import { testPairs } from '../../scripts/pipeline/test-pairs.ts'
import { filedPaper } from './topic-fixtures.ts'

function times(count: number, ...names: string[]) {
  return Array.from({ length: count }, () => filedPaper(...names))
}

const topic = (id: string, ...broader: string[]) => ({ id, broader })
const topics = [topic('moon'), topic('tide'), topic('wave'), topic('wind')]
const tested = testPairs([
  ...times(5, 'moon', 'tide'),
  ...times(12, 'wave'),
  ...times(12, 'wind'),
  ...times(11),
])

test('tells pairs that meet far more, and far less, often than chance', () => {
  const { surprises, gaps } = contrastPairs(topics, tested)
  expect(surprises.map((pair) => pair.topics)).toEqual([['moon', 'tide']])
  expect(gaps.map((pair) => pair.topics)).toEqual([['wave', 'wind']])
})

test('gives the ratio with the interval of the count by what is expected', () => {
  const { surprises, gaps } = contrastPairs(topics, tested)
  // 5 · 5 / 40 and 12 · 12 / 40 expected; 5 has the interval 1.623 to 11.668, 0 ends at 3.689.
  expect(surprises[0]).toMatchObject({
    observed: 5,
    expected: 0.625,
    ratio: 8,
    low: 2.6,
    high: 18.7,
  })
  expect(gaps[0]).toMatchObject({ observed: 0, expected: 3.6, ratio: 0, low: 0, high: 1.02 })
})

test('a topic and a broader one of it are no surprise', () => {
  const { surprises } = contrastPairs([topic('moon'), topic('tide', 'moon')], tested)
  expect(surprises).toEqual([])
})
