import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { groupBy } from '../../src/shared/group-by.ts'
import type { ListingsFile, Paper, PapersFile, TopicsFile } from '../../src/shared/model.ts'

const read = (name: string) => JSON.parse(readFileSync(`dist/data/${name}`, 'utf8'))
const { papers } = read('papers.json') as PapersFile
const { topics, areas } = read('topics.json') as TopicsFile
const { intersections } = read('listings.json') as ListingsFile
const paperByUrl = new Map(papers.map((paper) => [paper.url, paper]))
const page = load(readFileSync('dist/index.html', 'utf8'))

/** The papers that links lead to, in order. */
function papersAt(selector: string): Paper[] {
  return page(selector)
    .toArray()
    .map((link) => paperByUrl.get(page(link).attr('href') ?? '')!)
}

test('each paper stands on the shelf of its first main topic, the newest first', () => {
  const shelves = page('.shelf').toArray()
  expect(shelves).toHaveLength(areas.length)
  const onShelf = groupBy(papers, ({ topics: filed }) => {
    const main = filed.find(({ grade }) => grade === 'main')
    return topics.find(({ id }) => id === main?.id)?.area
  })
  for (const [at, { id, url }] of areas.entries()) {
    const shelf = page(shelves[at]!)
    expect(shelf.find('h3 a').attr('href')).toBe(url)
    const standing = onShelf.get(id) ?? []
    expect(shelf.find('.count').text().trim()).toBe(`${standing.length}`)
    const shown = papersAt(`.shelf:eq(${at}) .book`)
    const dates = shown.map(({ date }) => date?.value ?? '')
    expect(dates, id).toEqual([...dates].sort().reverse())
    expect(new Set(shown).size, id).toBe(Math.min(126, standing.length))
    for (const paper of shown) expect(standing, paper.id).toContain(paper)
  }
})

test.each<[string, (paper: Paper) => number]>([
  [
    'connected',
    ({ id }) => papers.filter(({ related }) => related.some((to) => to.id === id)).length,
  ],
  ['sighted', ({ sightings }) => new Set(sightings.map(({ listing }) => listing)).size],
])('the papers named as %s are the first of all by that', (section, count) => {
  const shown = papersAt(`[aria-labelledby="${section}"] [data-title]`).map(count)
  const all = papers.map(count).sort((a, b) => b - a)
  expect(shown).toEqual(all.slice(0, 5))
})

test('the largest topics are told by the papers about them', () => {
  const rows = page('[aria-labelledby="topics"] .row').toArray()
  const sizes = rows.map((row) => {
    const href = page(row).find('a').attr('href')
    const { main } = topics.find(({ url }) => url === href)!
    expect(page(row).text()).toMatch(new RegExp(`\\D${main}$`))
    return main
  })
  const all = topics.map(({ main }) => main).sort((a, b) => b - a)
  expect(sizes).toEqual(all.slice(0, 16))
})

test('of the overlaps the largest are shown, and the others counted', () => {
  const numbers = page('[aria-labelledby="overlap"] td a')
    .toArray()
    .map((link) => Number(page(link).text()))
  const all = intersections.map(({ papers: count }) => count)
  expect(numbers).toEqual(all.slice(0, 10))
  const rest = all.slice(10)
  const sum = rest.reduce((total, count) => total + count, 0)
  expect(page('[aria-labelledby="overlap"] p').text()).toContain(
    `${rest.length} further combinations hold ${sum} papers.`,
  )
  for (const [at, row] of page('[aria-labelledby="overlap"] tbody tr').toArray().entries()) {
    const inside = page(row).find('.inside .sr-only').toArray()
    const inListings = inside.filter((cell) => page(cell).text() === 'in')
    expect(inListings).toHaveLength(intersections[at]!.listings.length)
  }
})
