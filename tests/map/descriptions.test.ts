import { expect, test } from 'vitest'
import {
  describeFilters,
  describeLists,
  describeShown,
  describeYears,
  tellSelection,
} from '../../src/map/descriptions.ts'
import type { MapScriptData } from '../../src/map/model.ts'
import { sceneOf } from '../../src/map/scene.ts'
import { type MapState, noMapState } from '../../src/map/state.ts'
import { paper, topic } from './map-fixtures.ts'

/** Topics a, b and c in a row; d and e without links. */
const data: MapScriptData = {
  topics: [
    topic('a', 0, 0, 2),
    topic('b', 0, 0, 2),
    topic('c', 1, 0, 2),
    topic('d', 0, null, 2),
    topic('e', 1, null, 2),
  ],
  areas: [
    { id: 'first', label: 'First' },
    { id: 'second', label: 'Second' },
  ],
  communities: [[0, 1]],
  links: [
    { a: 0, b: 1, observed: 2, expected: 1, strength: 4 },
    { a: 1, b: 2, observed: 1, expected: 0.5, strength: 2 },
  ],
  papers: [
    paper('p', 2020, 0, 1),
    paper('q', 2022, 1, 0),
    paper('r', null, 2, 3),
    paper('s', 2022, 1, 2),
    paper('t', 2022, 4),
  ],
}
const told = (change: Partial<MapState>) => {
  const state = { ...noMapState, ...change }
  const scene = sceneOf(data, state)
  return {
    shown: describeShown(data, scene),
    filters: describeFilters(data, scene, state),
    lists: describeLists(data, scene, state),
  }
}

test('without filters there is nothing to say of them', () => {
  const { shown, filters, lists } = told({ colour: 'year', view: 'list', select: ['a'] })
  expect(shown).toBe('3 of 3 topics with a link and 2 of 2 links shown.')
  expect(filters).toBeNull()
  expect(lists).toBeNull()
})

test('the lists say of an area what the map says, and of the topics that the map does not have', () => {
  const { filters, lists } = told({ areas: ['first'] })
  expect(filters).toBe('2 of 3 topics with a link and 1 of 2 links shown.')
  expect(lists).toBe(`${filters} 1 of 2 topics without a link shown.`)
})

test('a community leaves out all topics without a link, which have none', () => {
  const { filters, lists } = told({ communities: ['1'] })
  expect(filters).toBe('3 of 3 topics with a link and 2 of 2 links shown.')
  expect(lists).toBe(`${filters} 0 of 2 topics without a link shown.`)
})

test('a least strength leaves out no topic', () => {
  const { filters, lists } = told({ strength: 3 })
  expect(filters).toBe('3 of 3 topics with a link and 1 of 2 links shown.')
  expect(lists).toBe(filters)
})

test('of years it is said which papers are left out, and which figures stay', () => {
  const { filters, lists } = told({ years: [2022, 2023] })
  expect(filters).toBe(
    '2022 to 2023: 3 papers. 1 paper without a year in the source is left out. 3 of 3 topics with a link and 2 of 2 links shown.',
  )
  expect(lists).toBe(
    `${filters} 1 of 2 topics without a link shown. Papers are those of 2022 to 2023; all other figures are of all years.`,
  )
})

test('a range of one year is that year', () => {
  expect(describeYears([2020, 2020])).toBe('2020')
  expect(told({ years: [2020, 2020] }).filters).toMatch(/^2020: 1 paper\. /)
})

test('a selection is told by its names and figures', () => {
  const tell = (...selected: number[]) => tellSelection(data, sceneOf(data, noMapState), selected)
  expect(tell()).toBe('Nothing selected.')
  expect(tell(1)).toBe('B selected: 3 papers, 2 links, strongest with A, C.')
  const around = [0, 1, 2, 4].map((b) => ({ a: 3, b, observed: 1, expected: 0.5, strength: 9 - b }))
  const hub = sceneOf({ ...data, links: around }, noMapState)
  expect(tellSelection(data, hub, [3])).toBe(
    'D selected: 1 paper, 4 links, strongest with A, B, C.',
  )
  expect(tell(4)).toBe('E selected: 1 paper, 0 links.')
  expect(tell(0, 1)).toBe('A and B selected: 2 papers in common.')
})
