import { expect, test } from 'vitest'
import type { FoundBy } from '../../src/search/model.ts'
import type { Pagefind, PagefindFilter } from '../../src/search/pagefind-bundle.ts'
import { PagefindEngine } from '../../src/search/pagefind-engine.ts'
import { listPagefindNames, pagefindRecords } from '../../src/search/pagefind-records.ts'
import type { Topic } from '../../src/shared/model.ts'
import {
  chooseSearchEngine,
  searchEngineOf,
  searchFolderPath,
} from '../../src/shared/search-engine.ts'
import { emptyTopic, idOf, paperOf, stateOf } from './search-fixtures.ts'

const topics: Topic[] = [
  { ...emptyTopic, id: 'fuzzing', label: 'Fuzzing', aliases: ['fuzz testing'] },
]
const papers = [
  {
    title: 'Fuzzing compilers',
    abstract: 'We fuzz two compilers.',
    main: ['fuzzing'],
    date: '2024-05-01',
  },
  {
    title: 'Testing compilers',
    abstract: 'Fuzzing is not all.',
    also: ['fuzzing'],
    org: 'Ada Lab',
  },
  { title: 'Proving compilers', date: '2025-01-02', has: ['code' as const], comments: 3 },
].map(paperOf)
const records = pagefindRecords(papers, topics)

/** Finds and filters as Pagefind does, with words that begin like one of the query. */
const pagefind: Pagefind = {
  async search(text, { filters, sort }) {
    const asked = text?.toLowerCase() ?? ''
    const isMet = asked.startsWith('"')
      ? (content: string) => content.toLowerCase().includes(asked.replaceAll('"', ''))
      : (content: string) =>
          asked.split(' ').every((word) => new RegExp(`\\b${word.slice(0, 4)}`, 'i').test(content))
    const found = records.filter(
      ({ content, filters: values }) => passes(values, filters) && isMet(content),
    )
    const dated = found
      .filter((record) => record.sort.date)
      .sort((a, b) =>
        (a.sort.date ?? '') < (b.sort.date ?? '') === (sort?.date === 'asc') ? -1 : 1,
      )
    return {
      results: (sort ? dated : found).map((record) => ({
        id: `en_${record.url}`,
        data: async () => record,
      })),
      filters: {
        topic: {
          fuzzing: found.filter(({ filters: { topic } }) => topic?.includes('fuzzing')).length,
        },
      },
    }
  },
}

interface Combination {
  all?: PagefindFilter[]
  any?: PagefindFilter[]
  not?: PagefindFilter
}

function passes(values: Record<string, string[]>, filter: PagefindFilter): boolean {
  const { all, any, not } = filter as Combination
  if (all) return all.every((one) => passes(values, one))
  if (any) return any.some((one) => passes(values, one))
  if (not) return !passes(values, not)
  return Object.entries(filter).every(([name, value]) => values[name]?.includes(value))
}

const names = listPagefindNames({ papers, topics, areas: [], listings: [] })
const ids = Object.fromEntries(records.map(({ url }, at) => [`en_${url}`, papers[at]?.id ?? '']))
const engine = new PagefindEngine(pagefind, names, async () => ids)

async function ask(q: string, rest: Parameters<typeof stateOf>[1] = {}) {
  return (await engine.answer(stateOf(q, rest))).answer
}

async function titles(q: string, rest: Parameters<typeof stateOf>[1] = {}) {
  return (await ask(q, rest)).results.map(({ title }) => title)
}

test('a result has the facts of its paper and says why it was found', async () => {
  const [result] = (await ask('fuzzed compilers')).results
  expect(result).toMatchObject({
    id: idOf('Fuzzing compilers'),
    match: 'all',
    date: '2024-05-01',
    topics: [{ id: 'fuzzing', label: 'Fuzzing' }],
    titleMarks: [
      { start: 0, end: 7 },
      { start: 8, end: 17 },
    ],
    reasons: [
      { asked: 'fuzzed', found: 'Fuzzing', how: 'form', where: ['title', 'abstract'] },
      { asked: 'compilers', found: 'compilers', how: 'exact', where: ['title', 'abstract'] },
    ],
  })
  expect((await ask('proving')).results[0]).toMatchObject({
    comments: 3,
    org: null,
    date: '2025-01-02',
  })
})

test('a snippet is cut from the abstract, with the words found in it', async () => {
  const { found } = await engine.answer(stateOf('compilers fuzz'))
  const id = idOf('Fuzzing compilers')
  const { text, marks } = await engine.snippet(id, found.get(id) as FoundBy)
  expect(text).toBe('We fuzz two compilers.')
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['fuzz', 'compilers'])
})

test('what Pagefind cannot do is said once with every query of words', async () => {
  const { notices } = await ask('fuzzing OR title:proving')
  expect(notices.map(({ message }) => message)).toEqual([
    expect.stringMatching(/typing errors are not corrected.*OR, -word/),
  ])
  expect((await ask('has:code')).notices).toEqual([])
  expect((await ask('fuzzing', { sort: 'title' })).notices).toHaveLength(2)
})

test('a word that no paper has is told, and not replaced by one that begins alike', async () => {
  expect(await ask('fuzzy compilers')).toMatchObject({ total: 0, unknown: ['fuzzy'] })
  expect((await ask('comp')).total).toBe(3)
})

test('facts narrow as in the other engine', async () => {
  expect(await titles('topic:fuzzing')).toEqual(['Fuzzing compilers', 'Testing compilers'])
  expect(await titles('compilers -topic:fuzzing')).toEqual(['Proving compilers'])
  expect(await titles('org:ada')).toEqual(['Testing compilers'])
  expect(await titles('org:nobody')).toEqual([])
  expect(await titles('"fuzzing compilers" -org:nobody')).toEqual(['Fuzzing compilers'])
  expect(await titles('"compilers fuzzing" -org:nobody')).toEqual([])
  expect(await titles('year:2024..2025')).toEqual(['Fuzzing compilers', 'Proving compilers'])
  expect(await titles('missing:resources')).toEqual(['Fuzzing compilers', 'Testing compilers'])
  expect(await titles('missing:date OR has:code')).toEqual([
    'Testing compilers',
    'Proving compilers',
  ])
})

test.each(['compilers', ''])(
  'facets are counted without their own choice, after %j',
  async (words) => {
    const chosen = { ...stateOf('').chosen, topic: ['fuzzing'] }
    const { total, facets } = await ask(words, { chosen })
    expect(total).toBe(1)
    expect(facets[0]?.values).toEqual([
      { value: 'fuzzing', label: 'Fuzzing', count: 1, chosen: true },
    ])
  },
)

test('undated papers come last in either order of dates, and a list has all ids', async () => {
  expect(await titles('compilers', { sort: 'oldest' })).toEqual([
    'Fuzzing compilers',
    'Proving compilers',
    'Testing compilers',
  ])
  expect(await engine.list(stateOf('compilers', { sort: 'newest' }))).toEqual(
    ['Proving compilers', 'Fuzzing compilers', 'Testing compilers'].map(idOf),
  )
})

test('topics are suggested by all their names, before papers', async () => {
  const { suggestions, total } = await engine.suggest('fuzz')
  expect(suggestions.map(({ kind }) => kind)).toEqual(['topic', 'paper', 'paper'])
  expect(total).toBe(2)
})

test('nothing is found for nothing', async () => {
  expect(await ask('')).toMatchObject({ total: 0, notices: [] })
})

test('before anything is asked, facets count all papers', async () => {
  const { facets } = await ask('')
  expect(facets[0]?.values).toEqual([
    { value: 'fuzzing', label: 'Fuzzing', count: 1, chosen: false },
  ])
  // What is asked for and not there is no way in.
  expect((await ask('fuzzy')).facets[0]?.values).toEqual([])
  expect((await ask('org:nobody')).facets[0]?.values).toEqual([])
})

test('the number of papers decides the engine, unless the setting does', () => {
  expect(chooseSearchEngine('auto', 15_000)).toBe('minisearch')
  expect(chooseSearchEngine('auto', 15_001)).toBe('pagefind')
  expect(chooseSearchEngine('pagefind', 1)).toBe('pagefind')
  for (const name of ['minisearch', 'pagefind'] as const)
    expect(searchEngineOf(`/lectern${searchFolderPath(name, '0a1b')}`)).toBe(name)
})
