import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectTopics } from '../../scripts/pipeline/connect-topics.ts'
import { testPairs } from '../../scripts/pipeline/test-pairs.ts'
import { filedPaper as paper } from './topic-fixtures.ts'

function connect(papers: ReturnType<typeof paper>[]) {
  return connectTopics(papers, testPairs(papers))
}

function times(count: number, ...names: string[]) {
  return Array.from({ length: count }, () => paper(...names))
}

test('links topics that share papers more often than chance', () => {
  const [link, ...others] = connect([
    ...times(4, 'tide', 'moon'),
    ...times(2, 'wave'),
    ...times(14),
  ])
  expect(others).toEqual([])
  // Four of twenty each: 0.8 expected; 4/(4+2) · 4/(4+4) is a third.
  expect(link).toMatchObject({ topics: ['moon', 'tide'], observed: 4, expected: 0.8 })
  expect(link?.strength).toBeCloseTo(5, 12)
  expect(link?.weight).toBeCloseTo(5 / 3, 12)
})

test('counts a topic half where a paper only uses or treats it', () => {
  const [link] = connect([...times(2, 'tide', 'moon'), ...times(2, 'tide', '(moon)'), ...times(16)])
  // Together 2 · 1 + 2 · ½ = 3; expected 4 · 3 / 20.
  expect(link?.strength).toBeCloseTo(3 / 0.6, 12)
  expect(link?.observed).toBe(4)
})

test('one shared paper is no link, however improbable', () => {
  expect(connect([paper('tide', 'moon'), ...times(99)])).toEqual([])
})

test('topics that meet no more than by chance are not linked', () => {
  expect(
    connect([...times(4, 'tide', 'moon'), ...times(4, 'tide'), ...times(4, 'moon'), ...times(4)]),
  ).toEqual([])
})

test('each topic chooses its best, so that a popular one may have many links', () => {
  const rays = Array.from({ length: 40 }, (_, index) => `ray-${index}`)
  const papers = rays.flatMap((ray) => [...times(2, 'sun', ray), paper(ray)])
  expect(connect([...papers, ...times(800)])).toHaveLength(40)
})

test('there are at most nine links for four topics', () => {
  const stars = Array.from({ length: 12 }, (_, index) => `star-${index}`)
  // All 66 pairs share two papers, and none is better than another.
  const papers = stars.flatMap((a, index) => stars.slice(index + 1).flatMap((b) => times(2, a, b)))
  expect(connect([...papers, ...times(2000)])).toHaveLength(27)
})

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const corpora = fc.array(
  fc
    .subarray(names, { maxLength: 4 })
    .chain((topics) =>
      fc.tuple(...topics.map((topic) => fc.boolean().map((main) => (main ? topic : `(${topic})`)))),
    )
    .map((topics) => paper(...topics)),
  { minLength: 20, maxLength: 80 },
)

test('strength lies between 1 and the papers by half a paper, weight between 0 and strength', () => {
  fc.assert(
    fc.property(corpora, (papers) => {
      for (const { observed, expected, sizes, strength, weight, more, topics } of connect(papers)) {
        expect(topics[0] < topics[1]).toBe(true)
        expect(observed).toBeGreaterThanOrEqual(2)
        expect(observed).toBeLessThanOrEqual(Math.min(...sizes))
        expect(observed).toBeGreaterThan(expected)
        expect(more.p).toBeLessThanOrEqual(0.05)
        expect(strength).toBeGreaterThan(1)
        expect(strength).toBeLessThanOrEqual(2 * papers.length)
        expect(weight).toBeGreaterThan(0)
        expect(weight).toBeLessThan(strength)
      }
    }),
  )
})

test('other names for the topics give the same links', () => {
  const turned = new Map(names.map((name, index) => [name, names[names.length - 1 - index] ?? '']))
  const signature = (papers: ReturnType<typeof paper>[], rename: (id: string) => string) =>
    connect(papers)
      .map(({ topics, weight }) => `${topics.map(rename).sort().join('+')} ${weight.toFixed(9)}`)
      .sort()
  fc.assert(
    fc.property(corpora, (papers) => {
      const other = papers.map(({ topics }) => ({
        topics: topics.map((topic) => ({ ...topic, id: turned.get(topic.id) ?? '' })),
      }))
      // Few links, so that no choice among equals is made by name.
      fc.pre(connect(papers).length <= 4)
      expect(signature(other, (id) => turned.get(id) ?? '')).toEqual(signature(papers, (id) => id))
    }),
  )
})
