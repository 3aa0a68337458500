import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { expect, test } from 'vitest'
import type { GraphFile, PapersFile, TopicsFile } from '../../src/shared/model.ts'

const read = (name: string) => JSON.parse(readFileSync(`dist/data/${name}`, 'utf8'))
const { topics, pairs } = read('topics.json') as TopicsFile
const { papers } = read('papers.json') as PapersFile
const { links } = read('graph.json') as GraphFile

test('what goes with a topic is what the map joins to it, apart from what may be chance', () => {
  const told = topics.map(({ id, url }) => {
    const page = load(readFileSync(`dist${url}index.html`, 'utf8'))
    const ends = (rows: string) =>
      page(`#goes-with ~ .scroll-large ${rows} th a`)
        .toArray()
        .map((link) => page(link).attr('href')?.split('/').at(-2))
        .sort()
    return [id, ends('tbody:not(:has(.group))'), ends('tbody:has(.group)')] as const
  })
  const linkedTo = (id: string) =>
    links.flatMap(({ topics: both }) =>
      both.includes(id) ? both.filter((other) => other !== id) : [],
    )
  for (const [id, sure, unsure] of told) {
    // A dozen at most are told.
    expect(sure.length, id).toBe(Math.min(12, linkedTo(id).length))
    for (const other of sure) expect(linkedTo(id), id).toContain(other)
    for (const other of unsure) expect(linkedTo(id), id).not.toContain(other)
  }
  expect(told.some(([, , unsure]) => unsure.length > 0)).toBe(true)
})

test('a topic without a dated paper has no empty chart in the list of topics', () => {
  const rows = load(readFileSync('dist/topics/index.html', 'utf8'))('.row')
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows.toArray().map((node) => load(node)))
    expect(
      row('svg rect').length > 0 && row('svg rect[height!="0"]').length === 0,
      row.text(),
    ).toBe(false)
  expect(rows.text()).toContain('undated')
})

test('a page of two topics says for each of its papers what speaks of both', () => {
  for (const { topics: both, papers: shared } of pairs.filter(({ hasPage }) => hasPage)) {
    const name = both.join('+')
    const page = load(readFileSync(`dist/topics/${name}/index.html`, 'utf8'))
    const labels = both.map((id) => topics.find((topic) => topic.id === id)?.label)
    const items = page('[data-keep]').toArray()
    expect(items.length, name).toBe(shared)
    for (const item of items.map((node) => page(node))) {
      const paper = papers.find(({ id }) => id === item.attr('data-keep'))
      const where = `${name}: ${paper?.id}`
      const named = item.find('dt span').toArray()
      expect(named.map((node) => page(node).text()).sort(), where).toEqual([...labels].sort())
      const used = paper?.topics.filter(({ id, grade }) => both.includes(id) && grade === 'also')
      expect(item.find('dt:contains("Also ")').length, where).toBe(used?.length)
      for (const quote of item
        .find('dd')
        .toArray()
        .map((node) => page(node)))
        expect(quote.find('mark').length > 0 || quote.text().includes('Named in'), where).toBe(true)
      for (const mark of item.find('mark').toArray())
        expect(paper?.abstract, where).toContain(page(mark).text())
    }
  }
})

test('a page of two topics leads to the map, its first papers and other pairs', () => {
  const isJoined = (ends: readonly string[]) =>
    links.some(({ topics: [a, b] }) => ends.includes(a) && ends.includes(b))
  const withPage = pairs.filter(({ hasPage }) => hasPage)
  for (const { topics: both } of withPage) {
    const page = load(readFileSync(`dist/topics/${both.join('+')}/index.html`, 'utf8'))
    const hrefs = page('main a')
      .toArray()
      .map((link) => page(link).attr('href') ?? '')
    expect(hrefs).toContain(`/graph/?select=${both.join(',')}`)
    const shown = page('[data-keep]').toArray()
    const first = shown.slice(0, 4).map((item) => page(item).attr('data-keep'))
    expect(hrefs).toContain(`/compare/?papers=${first.join(',')}`)
    for (const topic of both) {
      const next = page(`#with-${topic} ~ .scroll-large th a`).toArray()
      const others = withPage.filter(({ topics: ends }) => ends.includes(topic) && isJoined(ends))
      expect(next.length, both.join('+')).toBe(
        Math.min(6, others.filter(({ topics: ends }) => ends.join() !== both.join()).length),
      )
      for (const link of next) {
        const ends = (page(link).attr('href')?.split('/').at(-2) ?? '').split('+')
        expect(ends).toContain(topic)
        expect(isJoined(ends)).toBe(true)
        expect(ends).not.toEqual(both)
      }
    }
  }
})

test('the map as lists gives no mean year of one or two dated papers', () => {
  const page = load(readFileSync('dist/graph/index.html', 'utf8'))
  const given = new Set<boolean>()
  for (const { id } of topics) {
    const filed = papers.filter((paper) => paper.topics.some((topic) => topic.id === id))
    const dated = filed.filter(({ date }) => date !== null).length
    const cell = page(`[data-row="${id}"] td.year`)
    expect(cell.attr('data-value') !== '', id).toBe(dated >= 3)
    expect(/\d{4}\.\d/.test(cell.text()), id).toBe(dated >= 3)
    expect(cell.text(), id).toContain(dated === 0 ? 'not in the source' : `${dated} dated`)
    given.add(dated >= 3)
  }
  expect(given.size).toBe(2)
})
