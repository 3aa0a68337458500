import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SearchState, SORTS } from '../../src/search/model.ts'
import { engineOf, idOf, stateOf } from './search-fixtures.ts'

// What queries promise of each other, whatever they find: examples hold it for theirs only.

const WORDS = 'marble stones tides pruning decoding sparse graphs robots noise vision'.split(' ')
const TOPICS = ['arches', 'tides', 'kites', 'ropes']
const word = (at: number) => WORDS[at % WORDS.length] as string
const topic = (at: number) => TOPICS[at % TOPICS.length] as string

const papers = Array.from({ length: 60 }, (_, at) => ({
  title: `${word(at)} and ${word(at * 3 + 1)} ${at}`,
  abstract: `Of ${word(at * 7 + 3)}, with a ${word(at + 2)}. ${word(at * 3)}.`,
  main: [topic(at)],
  also: at % 5 === 0 ? [topic(at + 1)] : [],
  listings: at % 7 === 0 ? ['a', 'b'] : at % 2 === 0 ? ['a'] : ['b'],
  has: at % 3 === 0 ? [] : at % 4 === 0 ? ['code' as const, 'data' as const] : ['code' as const],
  ...(at % 4 !== 0 && { date: `${2020 + (at % 5)}-0${1 + (at % 3)}-01` }),
  ...(at % 3 === 1 && { org: at % 2 === 0 ? 'Qwen' : 'Ada Lab' }),
  ...(at % 6 === 1 && { comments: at }),
}))
type Paper = (typeof papers)[number]
const paperOf = new Map(papers.map((paper) => [idOf(paper.title), paper]))
const engine = engineOf({
  papers,
  topics: TOPICS.map((id) => ({ id, label: id === 'arches' ? 'Marble stones' : `The ${id}` })),
})

const list = (q: string, rest: Partial<SearchState> = {}) => engine.list(stateOf(q, rest))
const asTyped = (q: string) => list(q, { exact: true })
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
const sorted = (ids: string[]) => [...ids].sort()
const meeting = (isMet: (paper: Paper) => boolean) => (id: string) =>
  isMet(paperOf.get(id) as Paper)

interface Filter {
  text: string
  isMet: (paper: Paper) => boolean
}

const between = (first: string, last: string) => (paper: Paper) =>
  paper.date !== undefined && first <= paper.date && paper.date < last
const filter = fc.constantFrom<Filter>(
  { text: 'listing:a', isMet: ({ listings }) => listings.includes('a') },
  { text: 'listing:b', isMet: ({ listings }) => listings.includes('b') },
  { text: 'org:qwen', isMet: ({ org }) => org === 'Qwen' },
  { text: 'org:"ada lab"', isMet: ({ org }) => org === 'Ada Lab' },
  { text: 'year:2021', isMet: between('2021', '2022') },
  { text: 'year:2023..2022', isMet: between('2022', '2024') },
  { text: 'year:<2022', isMet: between('', '2022') },
  { text: 'year:>=2023', isMet: between('2023', '9') },
  { text: 'has:code', isMet: ({ has }) => has.includes('code') },
  { text: 'has:data', isMet: ({ has }) => has.includes('data') },
  { text: 'missing:date', isMet: ({ date }) => date === undefined },
  { text: 'missing:org', isMet: ({ org }) => org === undefined },
  { text: 'missing:resources', isMet: ({ has }) => has.length === 0 },
  { text: 'topic:tides', isMet: ({ main, also }) => [...main, ...also].includes('tides') },
  { text: 'area:area', isMet: () => true },
)
const signed = fc
  .tuple(fc.constantFrom('', '', '-', '!', 'NOT '), filter)
  .map(([sign, { text, isMet }]): Filter => {
    return { text: sign + text, isMet: (paper) => isMet(paper) === (sign === '') }
  })
const narrowing = signed.map(({ text }) => text)
const one = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...WORDS).map((word) => `title:${word}`),
  fc.constantFrom(...WORDS).map((word) => `abstract:${word}`),
  fc.constantFrom(...papers).map(({ title }) => `"${title.split(' ').slice(0, 3).join(' ')}"`),
  fc.constantFrom(...papers).map(({ abstract }) => `"${abstract.slice(0, -1)}"`),
)
const compound = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS))
  .map(([a, b]) => `${a}-${b}`)
const many = fc.array(one, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join(' ')} `)

const check = <Values extends [unknown, ...unknown[]]>(
  arbitraries: { [At in keyof Values]: fc.Arbitrary<Values[At]> },
  holds: (...values: Values) => Promise<void>,
  numRuns = 60,
) => fc.assert(fc.asyncProperty(...arbitraries, holds), { numRuns })

test('filters find the papers that have the facts', () =>
  check(
    [fc.array(fc.array(signed, { minLength: 1, maxLength: 3 }), { minLength: 1 })],
    async (groups) => {
      const q = groups.map((group) => group.map(({ text }) => text).join(' OR ')).join(' ')
      const isMet = (paper: Paper) => groups.every((group) => group.some((one) => one.isMet(paper)))
      expect(sorted(await list(q))).toEqual(sorted([...paperOf.keys()].filter(meeting(isMet))))
    },
  ))

test('a filter leaves what has the fact, in its order, before and behind words', () =>
  check([many, signed, fc.boolean()], async (q, { text, isMet }, isFirst) => {
    const narrowed = isFirst ? `${text} ${q}` : `${q}${text} `
    expect(await asTyped(narrowed)).toEqual((await asTyped(q)).filter(meeting(isMet)))
  }))

test('a word or phrase left out takes just what it finds', () =>
  check([many, one], async (q, other) => {
    const without = new Set(await asTyped(other))
    expect(await asTyped(`${q}-${other} `)).toEqual(
      (await asTyped(q)).filter((id) => !without.has(id)),
    )
  }))

test('a phrase finds the texts that have its words side by side', () =>
  check([fc.oneof(compound, one)], async (text) => {
    const phrase = plain(text.replace(/^.*:/, ''))
    const isMet = ({ title, abstract }: Paper) =>
      [title, abstract].some((own) => ` ${plain(own)} `.includes(` ${phrase} `))
    const expected = [...paperOf.keys()].filter(meeting(isMet))
    expect(sorted(await list(`"${phrase}"`))).toEqual(sorted(expected))
  }))

test('alternatives find what each finds', () =>
  check([fc.oneof(one, compound), fc.oneof(one, narrowing)], async (a, b) => {
    const either = new Set([...(await asTyped(`${a} `)), ...(await asTyped(`${b} `))])
    expect(sorted(await asTyped(`${a} OR ${b} `))).toEqual(sorted([...either]))
  }))

test('words find what all of them find; order, case, accents, blanks, small words and repetition do not matter', () =>
  check([fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })], async (words) => {
    const found = await Promise.all(words.map((word) => asTyped(`${word} `)))
    const expected = [...paperOf.keys()].filter((id) => found.every((ids) => ids.includes(id)))
    for (const q of [
      words.join(' '),
      words.toReversed().join(' '),
      words.join(' ').toUpperCase(),
      words.join(' \t ').replace(/o/g, 'o\u0308'),
      `the ${words.join(' of the ')}`,
      `${words.join(' ')} ${words.join(' ')}`,
    ])
      expect(sorted(await asTyped(`${q} `))).toEqual(sorted(expected))
  }))

const chosen = fc.record({
  topic: fc.subarray(TOPICS, { maxLength: 2 }),
  area: fc.subarray(['area']),
  year: fc.subarray(['2021', '2023', 'none'], { maxLength: 2 }),
  listing: fc.subarray(['a', 'b', 'gone'], { maxLength: 2 }),
  resource: fc.subarray(['code', 'data'], { maxLength: 1 }),
  org: fc.subarray(['Ada Lab', 'Qwen'], { maxLength: 1 }),
})

function hasChosen({ main, date, listings, has, org }: Paper, chosen: SearchState['chosen']) {
  const isMet = (asked: string[], own: string[]) =>
    asked.length === 0 || asked.some((value) => own.includes(value))
  return (
    isMet(chosen.topic, main) &&
    isMet(chosen.year, [date?.slice(0, 4) ?? 'none']) &&
    isMet(chosen.listing, listings) &&
    isMet(chosen.resource, has) &&
    isMet(chosen.org, org ? [org] : [])
  )
}

test('a choice leaves what has one of its values, and a facet counts what a choice gives', () =>
  check(
    [fc.oneof(many, narrowing), chosen],
    async (q, chosen) => {
      const { facets, total } = (await engine.answer(stateOf(q, { chosen }))).answer
      const ids = await list(q, { chosen })
      expect(ids).toHaveLength(total)
      expect(ids).toEqual((await list(q)).filter(meeting((paper) => hasChosen(paper, chosen))))
      for (const { name, values } of facets)
        for (const { value, count } of values)
          expect(await list(q, { chosen: { ...chosen, [name]: [value] } })).toHaveLength(count)
    },
    20,
  ))

test('pages are the list, which each sort only puts in another order', () =>
  check([many, fc.constantFrom(...SORTS)], async (q, sort) => {
    const state = stateOf(q, { sort })
    const ids = await engine.list(state)
    const shown: string[] = []
    const { pages } = (await engine.answer(state)).answer
    for (let page = 1; page <= pages; page++)
      shown.push(...(await engine.answer({ ...state, page })).answer.results.map(({ id }) => id))
    expect(shown).toEqual(ids)
    expect(sorted(ids)).toEqual(sorted(await engine.list({ ...state, sort: 'relevance' })))
  }))

test('the box tells as many papers as the page lists', () =>
  check([many], async (q) => {
    expect((await engine.suggest(q)).total).toBe((await list(q)).length)
  }))
