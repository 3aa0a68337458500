import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CheerioAPI, load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { datedListing } from '../pipeline/listing-fixtures.ts'
import { copySmallProject, runIn } from './small-site.ts'

/** Sites of another subject, of one listing, with topics that no paper or hardly one is about. */
const VOCABULARY = `areas:
  - { id: habitats, label: Habitats, scope: Where animals of the sea live. }
  - { id: animals, label: Animals, scope: Animals of the sea and their ways. }
topics:
  - { id: seagrass, label: Seagrass, scope: Meadows of seagrass and what they store., area: habitats, aliases: [seagrass] }
  - { id: reefs, label: Reefs, scope: Reefs of coral and who builds them., area: habitats, aliases: [reef] }
  - { id: turtles, label: Turtles, scope: Turtles of the sea and their eggs., area: animals, aliases: [turtle] }
`

const folders: string[] = []

/** Builds a site of papers of one listing, all of 2024. */
function buildSite(titles: readonly string[]): (path: string) => CheerioAPI {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-few-'))
  folders.push(folder)
  copySmallProject(folder, [
    'about',
    'areas',
    'glossary',
    'graph',
    'index.astro',
    'listings',
    'papers',
    'search',
    'search-index',
    'topics',
    'years',
  ])
  const listings = join(folder, 'data/listings')
  for (const name of readdirSync(listings)) rmSync(join(listings, name))
  const records = titles.map((title) => ({ title, date: 'Mar 14, 2024' }))
  writeFileSync(join(listings, '000_0123456789abcdef.txt'), datedListing(records))
  for (const name of ['published.json', 'map.json', 'curated/synonyms.yaml'])
    rmSync(join(folder, 'data', name))
  writeFileSync(join(folder, 'data/curated/topics.yaml'), VOCABULARY)
  runIn(folder, 'scripts/build-data.ts')
  runIn(folder, 'scripts/astro.ts', 'build')
  return (path) => load(readFileSync(join(folder, 'dist', path, 'index.html'), 'utf8'))
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const textOf = (page: CheerioAPI, selector: string) =>
  page(selector)
    .toArray()
    .map((element) => page(element).text().trim().replace(/\s+/g, ' '))

describe('a site of a few papers', () => {
  let page: (path: string) => CheerioAPI

  beforeAll(() => {
    page = buildSite(['Carbon in Seagrass Meadows', 'Crabs of Seagrass Meadows', 'Tides at Night'])
  })

  test('has only those sections of the home page that have something to show', () => {
    expect(textOf(page('/'), 'main h2')).toEqual([
      'The shelves',
      'The largest topics',
      'Most connected',
    ])
    expect(textOf(page('/'), '.shelf h3 a')).toEqual(['Habitats'])
    expect(textOf(page('/'), '.topics .row a')).toEqual(['Seagrass'])
  })

  test('offers searches for what its papers are about', () => {
    const examples = textOf(page('/'), '.examples a')
    expect(examples).toEqual(['Seagrass', 'year:2024 meadows'])
    expect(textOf(page('/search/'), 'dt')).not.toContain('speculative decoding')
    expect(textOf(page('/search/'), 'dt').length).toBeGreaterThan(8)
  })

  test('says of one listing nothing about others', () => {
    expect(textOf(page('/listings/'), 'h2')).toEqual([])
    expect(textOf(page('/listings/'), 'th')).not.toContain('with 000')
    const listing = page('/listings/000_0123456789abcdef/')
    expect(listing('#also-in, [href="#also-in"]')).toHaveLength(0)
  })

  test('says that the map and the glossary are empty', () => {
    expect(textOf(page('/graph/'), 'main')[0]).toContain('there is nothing to draw')
    expect(page('/graph/')('topic-map')).toHaveLength(0)
    expect(textOf(page('/graph/embed/'), 'main')[0]).toContain('there is nothing to draw')
    expect(textOf(page('/glossary/'), '.lede')).toEqual(['No abstract spells out an abbreviation.'])
    expect(page('/glossary/')('main nav[aria-label="Letters"]')).toHaveLength(0)
  })

  test('says of a topic without papers nothing about their years', () => {
    expect(page('/topics/turtles/')('#over-time')).toHaveLength(0)
    expect(textOf(page('/topics/'), '.row').join('\n')).not.toContain('undated')
    expect(textOf(page('/areas/animals/'), '.order')).toEqual([])
    expect(textOf(page('/topics/seagrass/'), 'figcaption .axis')).toEqual(['2024'])
  })
})

test('a site of one paper speaks of one', () => {
  const page = buildSite(['Tides at Night'])
  expect(textOf(page('/'), 'h1')).toEqual(['1 paper, read as one field.'])
  expect(textOf(page('/'), 'main h2')).toEqual([])
  expect(textOf(page('/about/'), '.prose')[0]).toContain('1 paper carries a date and 1 a number')
})
