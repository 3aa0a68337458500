import { readFileSync } from 'node:fs'
import { parseXml } from '@rgrove/parse-xml'
import { parseAtomFeed, parseJsonFeed, parseOpml } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import type { Paper, PapersFile, TopicsFile } from '../../src/shared/model.ts'
import { pairPath } from '../../src/shared/paths.ts'
import { siteUrl } from '../../src/site.ts'
import { elementsOf, filesOf, pagesOf } from './built-site.ts'

const text = (name: string) => readFileSync(`dist/${name}`, 'utf8')
const { papers } = JSON.parse(text('data/papers.json')) as PapersFile
const { topics, pairs, moved } = JSON.parse(text('data/topics.json')) as TopicsFile
const files = filesOf('dist')
const feedsOf = (format: string) => files.filter((name) => name.endsWith(`feed.${format}`))

/** What a feed is to say of a paper. */
const expected = ({ url, title, abstract, date }: Paper) => ({
  id: siteUrl + url,
  title,
  abstract,
  // Of an inferred year no feed could say that it is one.
  published: date?.yearInferred ? undefined : date?.value,
})

const byId = <T extends { id?: string | undefined }>(entries: readonly T[]) =>
  [...entries].sort((a, b) => (a.id! < b.id! ? -1 : 1))

function atomEntries(name: string) {
  const { entries = [] } = parseAtomFeed(text(name))
  return entries.map(({ id, title, content, published }) => ({
    id,
    title: title?.value,
    abstract: content?.value,
    published: published?.slice(0, 10),
  }))
}

function jsonEntries(name: string) {
  const { items = [] } = parseJsonFeed(text(name))
  return items.map(({ id, title, content_text, date_published }) => ({
    id,
    title,
    abstract: content_text,
    published: date_published?.slice(0, 10),
  }))
}

describe('the feed of the site', () => {
  test.each([
    ['feed.xml', atomEntries],
    ['feed.json', jsonEntries],
  ])('%s has every paper with its whole abstract, date and permalink', (name, read) => {
    expect(byId(read(name))).toEqual(byId(papers.map(expected)))
  })

  test('has a date of change for every entry, from the data', () => {
    const known = new Set(JSON.stringify(papers).match(/\d{4}-\d\d-\d\d/g))
    for (const { date } of JSON.parse(text('data/listings.json')).listings) known.add(date)
    const { updated, entries } = parseAtomFeed(text('feed.xml'))
    for (const date of [updated, ...entries!.map((entry) => entry.updated)])
      expect(known.has(date!.slice(0, 10)), date).toBe(true)
  })
})

test('each topic has both feeds, with the papers of its page', () => {
  for (const { id, url } of topics) {
    const isFiled = (paper: Paper) => paper.topics.some((topic) => topic.id === id)
    const filed = byId(papers.filter(isFiled).map(expected))
    expect(byId(atomEntries(`${url.slice(1)}feed.xml`))).toEqual(filed)
    expect(byId(jsonEntries(`${url.slice(1)}feed.json`))).toEqual(filed)
  }
})

test('each pair of topics with a page has a feed of the papers in both', () => {
  for (const { topics: both, papers: shared } of pairs.filter((pair) => pair.papers >= 3)) {
    const entries = atomEntries(`${pairPath(...both).slice(1)}feed.xml`)
    expect(entries).toHaveLength(shared)
  }
})

/** Feeds of pages that moved are those of the pages they moved to. */
function presentName(name: string): string {
  const to = moved.find(({ from }) => `/${name}`.startsWith(from))
  return to ? `/${name}`.replace(to.from, to.to).slice(1) : name
}

test('every feed is well-formed XML and has an address of its own', () => {
  const addresses = feedsOf('xml').map((name) => {
    parseXml(text(name))
    const { id, links } = parseAtomFeed(text(name))
    expect(links?.find(({ rel }) => rel === 'self')?.href).toBe(`${siteUrl}/${presentName(name)}`)
    return id
  })
  expect(addresses).toEqual(feedsOf('xml').map((name) => `${siteUrl}/${presentName(name)}`))
  expect(addresses.length).toBeGreaterThan(topics.length)
})

test('feeds are found from the page that shows the same, and only those that are there', () => {
  const linked = pagesOf('dist').flatMap(({ path, html }) =>
    elementsOf(html)
      .filter(({ attributes }) => attributes.get('rel') === 'alternate')
      .map(({ attributes }) => attributes.get('href')!)
      .filter((href) => /feed\.(xml|json)$/.test(href))
      .map((href) => {
        expect(href.replace(/feed\.(xml|json)$/, '')).toBe(path)
        return href.slice(1)
      }),
  )
  const feeds = [...feedsOf('xml'), ...feedsOf('json')]
  expect(linked.sort()).toEqual(feeds.filter((name) => presentName(name) === name).sort())
})

test('feeds.opml names the feeds of the site and of changes, and those of all topics', () => {
  parseXml(text('feeds.opml'))
  const { body } = parseOpml(text('feeds.opml'))
  const [site, ofChanges, ...areas] = body!.outlines!
  expect(site?.xmlUrl).toBe(`${siteUrl}/feed.xml`)
  expect(ofChanges?.xmlUrl).toBe(`${siteUrl}/about/changes/feed.xml`)
  const named = areas.flatMap(({ outlines = [] }) => outlines)
  expect(named.map(({ xmlUrl }) => xmlUrl).sort()).toEqual(
    topics.map(({ url }) => `${siteUrl}${url}feed.xml`).sort(),
  )
})
