import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { expect, test } from 'vitest'
import type { ListingsFile, PapersFile } from '../../src/shared/model.ts'
import { siteSource } from '../../src/site.ts'

const read = (name: string) => JSON.parse(readFileSync(`dist/data/${name}`, 'utf8'))
const { papers } = read('papers.json') as PapersFile
const { listings } = read('listings.json') as ListingsFile

test.each(listings.map(({ id, url }) => [id, url]))(
  'the page of listing %s tells of each paper what that listing prints',
  (id, url) => {
    const page = load(readFileSync(`dist${url}index.html`, 'utf8'))
    const sightings = papers.flatMap(({ title, sightings: all }) =>
      all
        .filter(({ listing }) => listing === id)
        .map((sighting) => ({ ...sighting, known: title })),
    )
    expect(sightings.length).toBeGreaterThan(0)
    for (const { rank, title, known, datePrinted, authorCount, comments } of sightings) {
      const row = page(`#rank-${rank}`)
      const facts = row
        .find('.facts li:not(.topic)')
        .toArray()
        .map((fact) => page(fact).text())
      const place = `${id}#${rank}`
      expect(
        facts.some((fact) => fact === datePrinted),
        place,
      ).toBe(datePrinted !== null)
      expect(
        facts.some((fact) => /^\d+ authors?$/.test(fact)),
        place,
      ).toBe(authorCount !== null)
      expect(
        facts.some((fact) => /^\d+ comments?$/.test(fact)),
        place,
      ).toBe(comments !== null)
      expect(facts.join(), place).not.toContain('inferred')
      if (title !== known) expect(row.text(), place).toContain(`Printed as “${title}”`)
    }
  },
)

test('the pages about listings say where they were saved, as the settings have it', () => {
  const saysSo = (url: string) =>
    load(readFileSync(`dist${url}index.html`, 'utf8'))('main')
      .text()
      .includes(siteSource)
  expect(['/about/', ...listings.map(({ url }) => url)].filter((url) => !saysSo(url))).toEqual([])
})
