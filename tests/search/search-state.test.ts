import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FACETS, type SearchState, SORTS } from '../../src/search/model.ts'
import { withPresentNames } from '../../src/search/present-names.ts'
import { readSearchState, writeSearchState } from '../../src/search/search-state.ts'

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim().normalize('NFC').toWellFormed()
const text = fc.string({ unit: 'binary', maxLength: 12 }).map(tidy)
const values = fc.uniqueArray(text.filter(Boolean), { maxLength: 3 }).map((list) => list.sort())
const states: fc.Arbitrary<SearchState> = fc.record({
  q: text,
  chosen: fc.record(
    Object.fromEntries(FACETS.map((facet) => [facet, values])) as Record<
      (typeof FACETS)[number],
      typeof values
    >,
  ),
  sort: fc.constantFrom(...SORTS),
  page: fc.integer({ min: 1, max: 500 }),
  exact: fc.boolean(),
})

test('a state survives its address', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(readSearchState(writeSearchState(state))).toEqual(state)
    }),
  )
})

test('a long query is cut as the search fields cut it', () => {
  const { q } = readSearchState(`?q=${'seas+'.repeat(1000)}`)
  expect(q).toBe('seas '.repeat(100).trim())
})

test('any address has one canonical form', () => {
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom('q=', 'topic=a,b', 'year=2024', 'page=3', 'page=-1', 'sort=x', '&', '?', '%'),
      fc.string({ maxLength: 6 }),
    ),
  )
  fc.assert(
    fc.property(parts, (pieces) => {
      const once = writeSearchState(readSearchState(`?${pieces.join('&')}`))
      expect(writeSearchState(readSearchState(once))).toBe(once)
    }),
  )
})

test('former ids of topics and areas give way to the present ones', () => {
  const former = { topics: { tides: 'swell', b: 'c' }, areas: { seas: 'waters' } }
  const state = readSearchState('?topic=tides,swell,b,other&area=seas&listing=tides')
  expect(withPresentNames(state, former).chosen).toMatchObject({
    topic: ['c', 'other', 'swell'],
    area: ['waters'],
    listing: ['tides'],
  })
})

test('the order of keys and values does not matter', () => {
  expect(writeSearchState(readSearchState('?page=2&topic=b,a,b&q=%20kv%20%20cache'))).toBe(
    '?q=kv+cache&topic=a,b&page=2',
  )
})

test('the first state has a bare address', () => {
  expect(writeSearchState(readSearchState(''))).toBe('')
})

test('what prints nothing is not sought', () => {
  expect(readSearchState('?q=%E2%80%8Btitle:sur%C2%ADvey%EF%BB%BF').q).toBe('title:survey')
  // These two join and part letters of some scripts.
  expect(readSearchState('?q=%E2%80%8C%E2%80%8D').q).toBe('\u200c\u200d')
})

test('an organisation with a comma stays one value', () => {
  const state = readSearchState('')
  state.chosen.org = ['AI, and more', 'Qwen']
  expect(readSearchState(writeSearchState(state)).chosen.org).toEqual(['AI, and more', 'Qwen'])
})

test.each(['1e3', '0x10', '2.0', '-1', '0', ' 2', '99999999999'])('%j is no page', (page) => {
  expect(readSearchState(`?page=${page}`).page).toBe(1)
})

test('a facet given several times, as forms do, has all its values', () => {
  expect(readSearchState('?topic=b&topic=a').chosen.topic).toEqual(['a', 'b'])
})

test('a state that is not canonical is written as if it were', () => {
  const state = { ...readSearchState('?topic=a'), q: ' a\ud800  b ' }
  state.chosen.topic = ['b', 'a\ud800', 'b']
  expect(writeSearchState(state)).toBe('?q=a%EF%BF%BD+b&topic=a%EF%BF%BD,b')
})
