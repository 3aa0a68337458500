import { expect, test } from 'vitest'
import { presentGold } from '../../scripts/evaluate/present-gold.ts'
import type { Filing, Gold, GoldPaper, JudgedQuery } from '../../scripts/gold.ts'
import type { Permalink, PermalinkRegistry } from '../../scripts/pipeline/permalink-registry.ts'

const live = (id: string): Permalink => ({ id, state: 'live', fingerprints: [] })
const registry: PermalinkRegistry = {
  schema: 1,
  permalinks: [
    live('a'),
    live('b'),
    { id: 'old', state: 'merged', into: 'a', fingerprints: [] },
    { id: 'gone', state: 'withdrawn', why: 'an erratum', fingerprints: [] },
  ],
}
const vocabulary = [
  { id: 'rain', formerly: ['drizzle'] },
  { id: 'wind', formerly: [] },
]

function filed(...main: string[]): GoldPaper {
  const filing: Filing = { main, also: [], acceptable: [] }
  return { split: 'held-out', first: filing, vocabulary: { main, also: [] } }
}

function gold(parts: Partial<Gold>): Gold {
  return { topics: new Map(), related: new Map(), queries: [], lineOf: () => 7, ...parts }
}

function query(relevant: Record<string, number>, family: JudgedQuery['family'] = 'topical') {
  return { id: 'q1', family, half: 'held-out' as const, query: 'rain', relevant }
}

function present(parts: Partial<Gold>) {
  return presentGold(gold(parts), registry, vocabulary)
}

test('gold of papers and topics that are still there stays as it is', () => {
  const parts = {
    topics: new Map([['b', filed('wind')]]),
    related: new Map([['a', { split: 'later' as const, grades: { b: 2 }, second: { b: 1 } }]]),
    queries: [{ ...query({ a: 2 }), second: { b: 1 } }, query({}, 'foreign')],
  }
  expect(present(parts)).toEqual({ gold: parts, problems: [] })
})

test('what was said of a merged paper holds for the one it became, unless that was judged itself', () => {
  const old = filed('rain')
  expect([...present({ topics: new Map([['old', old]]) }).gold.topics]).toEqual([['a', old]])
  const both = new Map([
    ['old', old],
    ['a', filed('wind')],
  ])
  expect([...present({ topics: both }).gold.topics]).toEqual([['a', filed('wind')]])
  const seed = { split: 'tune' as const, grades: { old: 2 } }
  expect(present({ related: new Map([['b', seed]]) }).gold.related.get('b')?.grades).toEqual({
    a: 2,
  })
})

test('a paper that is one with the seed is not related to it', () => {
  const seed = { split: 'tune' as const, grades: { old: 2, b: 1 }, second: { old: 1 } }
  const { related } = present({ related: new Map([['a', seed]]) }).gold
  expect(related.get('a')).toEqual({ split: 'tune', grades: { b: 1 }, second: {} })
})

test('withdrawn papers are left out, and queries for them alone', () => {
  const { gold: kept, problems } = present({
    topics: new Map([['gone', filed('rain')]]),
    related: new Map([['gone', { split: 'tune' as const, grades: { a: 1 } }]]),
    queries: [query({ gone: 2 }), query({ gone: 2, b: 1 })],
  })
  expect(problems).toEqual([])
  expect([kept.topics.size, kept.related.size]).toEqual([0, 0])
  expect(kept.queries).toEqual([query({ b: 1 })])
})

test('a former id of a topic stands for the present one', () => {
  const { gold: kept } = present({ topics: new Map([['a', filed('drizzle', 'rain')]]) })
  expect(kept.topics.get('a')).toEqual(filed('rain'))
})

test('ids that never were are told, all at once, each once', () => {
  const { problems } = present({
    topics: new Map([['nobody', filed('snow', 'snow')]]),
    related: new Map([['a', { split: 'tune' as const, grades: { noone: 1 } }]]),
    queries: [query({ none: 1 }), query({ none: 2 })],
  })
  expect(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([
    'tests/gold/topics.json:7: "snow" is no topic; correct it, or name it under "formerly" of the topic that took its place',
    'tests/gold/topics.json:7: "nobody" was never the id of a paper; correct it, or take it out',
    'tests/gold/related.json:7: "noone" was never the id of a paper; correct it, or take it out',
    'tests/gold/queries.json:7: "none" was never the id of a paper; correct it, or take it out',
  ])
})
