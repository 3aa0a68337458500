import { expect, test } from 'vitest'
import type { MapScriptData } from '../../src/map/model.ts'
import {
  expectedPapers,
  nearestSets,
  neighboursOf,
  papersOfAll,
  papersOfLink,
  sceneOf,
} from '../../src/map/scene.ts'
import { noMapState } from '../../src/map/state.ts'
import { paper, topic } from './map-fixtures.ts'

/** Topics 0 and 1 of one area and community, 2 of another, 3 without links. */
const data: MapScriptData = {
  topics: [topic('a', 0, 0, 3), topic('b', 0, 0, 3), topic('c', 1, 1, 2), topic('d', 1, null, 1)],
  areas: [
    { id: 'first', label: 'First' },
    { id: 'second', label: 'Second' },
  ],
  communities: [[0], [2]],
  links: [
    { a: 0, b: 1, observed: 2, expected: 1, strength: 4 },
    { a: 1, b: 2, observed: 1, expected: 0.5, strength: 2 },
  ],
  papers: [
    paper('p', 2020, 0, 1),
    paper('q', 2022, 1, 0),
    paper('r', null, 0, 3),
    paper('s', 2022, 1, 2),
    paper('t', null, 2),
  ],
}
const scene = (change: Partial<typeof noMapState>) => sceneOf(data, { ...noMapState, ...change })

test('without filters everything is shown', () => {
  const { isShown, links, counts, undated, papers } = scene({})
  expect(isShown).toEqual([true, true, true, true])
  expect(links).toHaveLength(2)
  expect(counts).toEqual([3, 3, 2, 1])
  expect(papers).toHaveLength(5)
  expect(undated).toBe(0)
})

test('an area leaves out the topics of others and their links', () => {
  const { isShown, links } = scene({ areas: ['first'] })
  expect(isShown).toEqual([true, true, false, false])
  expect(links.map(({ a, b }) => [a, b])).toEqual([[0, 1]])
  expect(scene({ areas: ['second'] }).links).toEqual([])
})

test('a community leaves out topics without links too', () => {
  expect(scene({ communities: ['2'] }).isShown).toEqual([false, false, true, false])
})

test('years leave out undated papers, and say how many', () => {
  const { counts, isShown, links, undated, papers } = scene({ years: [2021, 2022] })
  expect(papers.map(({ id }) => id)).toEqual(['q', 's'])
  expect(undated).toBe(2)
  expect(counts).toEqual([1, 2, 1, 0])
  expect(isShown).toEqual([true, true, true, false])
  expect(links).toHaveLength(2)
  expect(scene({ years: [2020, 2020] }).links.map(({ a, b }) => [a, b])).toEqual([[0, 1]])
})

test('a link is left out in years of both its topics in which no paper has both', () => {
  const apart = data.papers.concat(paper('u', 2019, 1), paper('v', 2019, 2), paper('w', 2019, 0, 1))
  const { isShown, links } = sceneOf(
    { ...data, papers: apart },
    { ...noMapState, years: [2019, 2019] },
  )
  expect(isShown).toEqual([true, true, true, false])
  expect(links.map(({ a, b }) => [a, b])).toEqual([[0, 1]])
})

test('papers of a link are those of the years shown', () => {
  const counts = (years: [number, number] | null) =>
    data.links.map((link) => papersOfLink(scene({ years }), link))
  expect(counts(null)).toEqual([2, 1])
  expect(counts([2020, 2022])).toEqual([2, 1])
  expect(counts([2022, 2022])).toEqual([1, 1])
  expect(counts([2020, 2020])).toEqual([1, 0])
})

test('a least strength leaves links out, and no topic', () => {
  const { isShown, links } = scene({ strength: 4 })
  expect(links).toHaveLength(1)
  expect(isShown).toEqual([true, true, true, true])
})

test('neighbours come strongest first, in whatever order links are', () => {
  expect(neighboursOf(data.links, 1).map((near) => near.topic)).toEqual([0, 2])
  expect(neighboursOf(data.links.toReversed(), 1).map((near) => near.topic)).toEqual([0, 2])
  expect(neighboursOf(data.links, 3)).toEqual([])
})

test('papers of all topics: those about them before those that treat them', () => {
  expect(papersOfAll(data.papers, [1]).map(({ id }) => id)).toEqual(['q', 's', 'p'])
  expect(papersOfAll(data.papers, [0, 1]).map(({ id }) => id)).toEqual(['p', 'q'])
  expect(papersOfAll(data.papers, [0, 2])).toEqual([])
})

test('where no paper has all topics, the largest sets that meet are told', () => {
  expect(nearestSets(data.papers, [0, 1, 2])).toEqual([
    { topics: [0, 1], papers: 2 },
    { topics: [1, 2], papers: 1 },
  ])
  const more = [paper('x', 2020, 2, 1), paper('y', 2020, 1, 2), paper('z', 2020, 2, 0)]
  expect(nearestSets([...more, ...data.papers], [0, 1, 2])).toEqual([
    { topics: [1, 2], papers: 3 },
    { topics: [0, 1], papers: 2 },
    { topics: [0, 2], papers: 1 },
  ])
  expect(nearestSets(data.papers, [2, 3])).toEqual([])
})

test('sets that are smaller than others are not told, whatever their papers', () => {
  const papers = [paper('u', 2020, 0, 1, 2), paper('v', 2020, 2, 3), paper('w', 2020, 3, 2)]
  expect(nearestSets(papers, [0, 1, 2, 3])).toEqual([{ topics: [0, 1, 2], papers: 1 }])
})

test('expected papers are those of independent topics', () => {
  expect(expectedPapers(data, 0, 1)).toBeCloseTo(9 / 5)
})
