import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { expect, test } from 'vitest'
import type { GraphFile, TopicsFile } from '../../src/shared/model.ts'

const read = (name: string) => JSON.parse(readFileSync(`dist/data/${name}`, 'utf8'))
const { topics } = read('topics.json') as TopicsFile
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
