import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MapScriptData } from '../../src/map/model.ts'
import {
  knownState,
  type MapState,
  noMapState,
  placeWithin,
  readMapState,
  withToggled,
  writeMapState,
} from '../../src/map/state.ts'

const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const sortedIds = fc.uniqueArray(id, { maxLength: 4 }).map((ids) => ids.sort())
const anyState: fc.Arbitrary<MapState> = fc.record({
  select: fc.uniqueArray(id, { maxLength: 8 }),
  areas: sortedIds,
  communities: sortedIds,
  years: fc
    .option(fc.tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 0, max: 99 })))
    .map((years) => years && ([years[0], years[0] + years[1]] as [number, number])),
  strength: fc.constantFrom(1, 1.5, 2, 8),
  colour: fc.constantFrom('area', 'community', 'year'),
  view: fc.constantFrom('map', 'list', null),
  at: fc.option(
    fc.record({
      x: fc.integer({ min: -100, max: 1300 }),
      y: fc.integer({ min: -100, max: 1300 }),
      zoom: fc.integer({ min: 100, max: 1200 }).map((value) => value / 100),
    }),
  ),
})

test('an address says the whole state', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(readMapState(writeMapState(state))).toEqual(state)
    }),
  )
})

test('areas and communities are written in one order, topics as they were chosen', () => {
  const chosen = { select: ['wind', 'tides'], areas: ['seas', 'air'], communities: ['2', '1'] }
  expect(writeMapState({ ...noMapState, ...chosen })).toBe(
    '?select=wind,tides&areas=air,seas&communities=1,2',
  )
})

test('any address is some state, which has one address', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const written = writeMapState(readMapState(`?${text}`))
      expect(writeMapState(readMapState(written))).toBe(written)
    }),
  )
})

test.each(['strength=1e21', 'strength=1e-7', 'at=1e300,1,3', 'at=-1e300,1e21,3'])(
  'numbers of any size are written as they are read: %s',
  (query) => {
    const state = readMapState(`?${query}`)
    expect(readMapState(writeMapState(state))).toEqual(state)
  },
)

test('former ids of topics and areas give way to the present ones', () => {
  const former = { topics: { tides: 'swell' }, areas: { seas: 'waters' } }
  expect(
    readMapState('?select=tides,boats,swell,constructor&areas=seas,air', former),
  ).toMatchObject({
    select: ['swell', 'boats', 'constructor'],
    areas: ['air', 'waters'],
  })
})

test('what an address names twice is chosen once', () => {
  expect(readMapState('?select=b,a,b&areas=c,c&communities=2,1,2')).toMatchObject({
    select: ['b', 'a'],
    areas: ['c'],
    communities: ['1', '2'],
  })
})

test('a place is written in whole units and hundredths of the zoom', () => {
  const at = { x: 12.6, y: -0.4, zoom: 1.2345 }
  expect(writeMapState({ ...noMapState, at })).toBe('?at=13,0,1.23')
})

test('the map as at first needs no words in the address', () => {
  expect(writeMapState(noMapState)).toBe('')
  expect(readMapState('')).toEqual(noMapState)
})

test('what an address says wrongly is left out', () => {
  expect(
    readMapState('?select=a,../b&years=2024..2020&strength=-3&colour=loud&view=x&at=1,2&areas=<i>'),
  ).toEqual({ ...noMapState, select: ['a'] })
})

test.each(['0.99', '0', '-2', '12.01', '1e9'])('there is no zoom of %s', (zoom) => {
  expect(readMapState(`?at=500,400,${zoom}`).at).toBeNull()
})

test.each([1, 2.5, 12])('there is a zoom of %d', (zoom) => {
  expect(readMapState(`?at=500,400,${zoom}`).at).toEqual({ x: 500, y: 400, zoom })
})

test('no more than eight topics are chosen: of an address the first, then the latest', () => {
  const nine = [...'abcdefghi']
  const { select } = readMapState(`?select=${nine.join()}`)
  expect(select).toEqual(nine.slice(0, 8))
  expect(withToggled({ ...noMapState, select }, 'i').select).toEqual(nine.slice(1))
})

test('a topic is chosen, and no longer chosen the second time', () => {
  const once = withToggled(noMapState, 'a')
  expect(withToggled(once, 'b').select).toEqual(['a', 'b'])
  expect(withToggled(once, 'a')).toEqual(noMapState)
})

const data: MapScriptData = {
  topics: [{ id: 'a', label: 'A', area: 0, community: 0, papers: 1 }],
  areas: [{ id: 'first', label: 'First' }],
  communities: [[0], [0]],
  links: [
    { a: 0, b: 0, observed: 1, expected: 0.1, strength: 8 },
    { a: 0, b: 0, observed: 1, expected: 0.5, strength: 2 },
  ],
  papers: [2020, null, 2024].map((year, at) => ({ id: `${at}`, title: '', year, topics: [0] })),
}
const known = (change: Partial<MapState>) => knownState({ ...noMapState, ...change }, data)

test('what the data does not have is as at first', () => {
  expect(
    known({
      select: ['b', 'a'],
      areas: ['nope'],
      communities: ['0', '01', '3', 'x'],
      strength: 8.5,
      years: [1990, 2019],
    }),
  ).toEqual({ ...noMapState, select: ['a'] })
})

test('what the data has is left as it is', () => {
  const state: MapState = {
    ...noMapState,
    select: ['a'],
    areas: ['first'],
    communities: ['1', '2'],
    strength: 8,
    years: [2021, 2024],
  }
  expect(knownState(state, data)).toEqual(state)
})

test('years reach no farther than those of the papers', () => {
  expect(known({ years: [1990, 2021] }).years).toEqual([2020, 2021])
  expect(known({ years: [2022, 2050] }).years).toEqual([2022, 2024])
  expect(known({ years: [1990, 2020] }).years).toEqual([2020, 2020])
  expect(knownState({ ...noMapState, years: [2020, 2024] }, { ...data, papers: [] }).years).toBe(
    null,
  )
})

const frame = { width: 1200, height: 800 }

test.each([
  { place: { x: 500, y: 400, zoom: 2.5 }, within: { x: 500, y: 400, zoom: 2.5 } },
  { place: { x: 1200, y: 800, zoom: 4 }, within: { x: 1130, y: 780, zoom: 4 } },
  { place: { x: -80, y: -80, zoom: 4 }, within: { x: 70, y: 20, zoom: 4 } },
  { place: { x: -81, y: 400, zoom: 4 }, within: null },
  { place: { x: 500, y: 881, zoom: 4 }, within: null },
])('no more than the slack is seen beyond the frame at $place', ({ place, within }) => {
  expect(placeWithin(place, frame)).toEqual(within)
})
