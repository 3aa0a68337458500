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
  const [link] = connect([
    ...times(2, 'tide', 'moon'),
    ...times(1, 'tide', '(moon)'),
    ...times(1, '(tide)', '(moon)'),
    ...times(2, '(moon)'),
    ...times(14),
  ])
  // Together 2 · 1 + ½ + ¼; expected 3½ · 4 / 20.
  expect(link?.strength).toBeCloseTo(2.75 / 0.7, 12)
  expect(link?.observed).toBe(4)
  // Of papers, the smaller topic has four.
  expect(link?.weight).toBeCloseTo(((2.75 / 0.7) * 4 * 4) / 6 / 8, 12)
})

test('one shared paper is no link, however improbable', () => {
  expect(connect([paper('tide', 'moon'), ...times(99)])).toEqual([])
})

test('topics that meet no more than by chance are not linked', () => {
  expect(
    connect([...times(4, 'tide', 'moon'), ...times(4, 'tide'), ...times(4, 'moon'), ...times(4)]),
  ).toEqual([])
})

test('topics that only meet where neither is the subject may be no link', () => {
  const papers = [...times(8, '(tide)', '(moon)'), ...times(20, 'tide'), ...times(20, 'moon')]
  const [pair] = testPairs([...papers, ...times(152)])
  expect(pair?.observed).toBeGreaterThan(2 * (pair?.expected ?? 0))
  expect(connect([...papers, ...times(152)])).toEqual([])
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

test('the strongest link after its discount comes first, then as the ids of topics', () => {
  const links = connect([
    ...['a b', 'a c', 'b c', 'd e', 'd', 'e', 'y z'].flatMap((both) =>
      times(3, ...both.split(' ')),
    ),
    ...times(2, 'v', 'w'),
    ...times(99),
  ])
  expect(links.map(({ topics }) => topics.join(' '))).toEqual([
    'y z',
    'v w',
    'a b',
    'a c',
    'b c',
    'd e',
  ])
})

/** Every two of seven planets share so many papers, so no planet prefers one; lone topics make room for links. */
function planets(shared: number, lone: number) {
  const all = Array.from({ length: 7 }, (_, index) => `planet-${index}`)
  return [
    ...all.flatMap((a, index) => all.slice(index + 1).flatMap((b) => times(shared, a, b))),
    ...Array.from({ length: lone }, (_, index) => paper(`lone-${index}`)),
  ]
}

test('each topic chooses four links, the surest; one that is sure beyond doubt needs no choice', () => {
  // Of the 21 pairs, those among the last three planets are the fifth and sixth of both.
  const doubtful = connect([...planets(2, 10), ...times(500)])
  expect(doubtful).toHaveLength(18)
  expect(doubtful[0]?.more.q).toBeGreaterThan(0.05)
  const last = connect([...planets(2, 10), paper('planet-5', 'planet-6'), ...times(500)])
  expect(last.map(({ topics }) => topics.join())).toContain('planet-5,planet-6')
  expect(last[0]?.more.q).toBeGreaterThan(0.05)
  const sure = connect([...planets(4, 10), ...times(500)])
  expect(sure).toHaveLength(21)
  expect(sure[0]?.more.q).toBeLessThan(0.05)
})

test('of too many links those go first that no topic ranks high', () => {
  const pair = [...times(2, 'tide', 'moon'), ...times(15, 'tide'), ...times(15, 'moon')]
  const links = connect([...planets(4, 0), ...pair, ...times(2000)])
  expect(links).toHaveLength(20)
  expect(links.map(({ topics }) => topics.join())).toContain('moon,tide')
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
