import { readFileSync } from 'node:fs'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import type { ChangesFile } from '../../src/shared/model.ts'
import { siteUrl } from '../../src/site.ts'
import { elementsOf } from './built-site.ts'

const text = (name: string) => readFileSync(`dist/${name}`, 'utf8')
const { opening, changes } = JSON.parse(text('data/changes.json')) as ChangesFile
const page = elementsOf(text('about/changes/index.html'))
const anchors = changes.map((_, index) => `change-${index + 1}`).reverse()

test('the record of this site is published as it is committed', () => {
  expect({ schema: 1, opening, changes }).toEqual(
    JSON.parse(readFileSync('data/changes.json', 'utf8')),
  )
})

test('the page has every entry at an anchor of its own, the newest first', () => {
  const sections = page.filter(({ tag }) => tag === 'section')
  expect(sections.map(({ attributes }) => attributes.get('id'))).toEqual([...anchors, 'opening'])
})

test('the page names every paper that came, and says how many there were at first', () => {
  const links = new Set(page.map(({ attributes }) => attributes.get('href')))
  for (const id of changes.flatMap(({ added }) => added)) {
    const { permalinks } = JSON.parse(text('data/permalinks.json'))
    const { into } = permalinks.find((permalink: { id: string }) => permalink.id === id)
    expect(links.has(`/papers/${into ?? id}/`), id).toBe(true)
  }
  expect(page.some((element) => element.text.includes(`${opening?.papers} papers from`))).toBe(true)
})

test('the feeds have the entries that have a date, and lead to their anchors', () => {
  const dated = [...anchors, ...(opening?.date ? ['opening'] : [])]
  const addresses = dated.map((anchor) => `${siteUrl}/about/changes/#${anchor}`)
  const { entries = [] } = parseAtomFeed(text('about/changes/feed.xml'))
  const { items = [] } = parseJsonFeed(text('about/changes/feed.json'))
  expect(entries.map(({ id }) => id)).toEqual(addresses)
  expect(entries.map(({ links }) => links?.[0]?.href)).toEqual(addresses)
  expect(items.map(({ id }) => id)).toEqual(addresses)
})

test('every page leads to the page of changes', () => {
  for (const name of ['index.html', 'about/index.html', '404.html'])
    expect(text(name)).toContain('href="/about/changes/"')
})
