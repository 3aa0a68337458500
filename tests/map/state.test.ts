import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type MapState,
  noMapState,
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

test('any address is some state, which has one address', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const written = writeMapState(readMapState(`?${text}`))
      expect(writeMapState(readMapState(written))).toBe(written)
    }),
  )
})

test('former ids of topics and areas give way to the present ones', () => {
  const former = { topics: { tides: 'swell' }, areas: { seas: 'waters' } }
  expect(
    readMapState('?select=tides,boats,swell,constructor&areas=seas,air', former),
  ).toMatchObject({
    select: ['swell', 'boats', 'constructor'],
    areas: ['air', 'waters'],
  })
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

test('a topic is chosen, and no longer chosen the second time', () => {
  const once = withToggled(noMapState, 'a')
  expect(withToggled(once, 'b').select).toEqual(['a', 'b'])
  expect(withToggled(once, 'a')).toEqual(noMapState)
})
