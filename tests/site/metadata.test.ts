import { readdirSync, readFileSync } from 'node:fs'
import { load } from 'cheerio'
import {
  parseCOinS,
  parseGeneral,
  parseHighwirePress,
  parseJsonLd,
  parseOpenGraph,
  parseTwitter,
} from 'html-metadata'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Paper, PapersFile, TopicsFile } from '../../src/shared/model.ts'
import { siteUrl } from '../../src/site.ts'
import { elementsOf, pagesOf } from './built-site.ts'

type Metadata = Awaited<ReturnType<typeof readMetadata>>
type Node = Record<string, unknown> & { '@type': string }

const read = (name: string) => JSON.parse(readFileSync(`dist/data/${name}`, 'utf8'))
const { papers } = read('papers.json') as PapersFile
const { topics } = read('topics.json') as TopicsFile

const pages = pagesOf('dist').map((page) => ({ ...page, elements: elementsOf(page.html) }))
const listed = pages.filter(
  ({ elements }) =>
    !elements.some(({ attributes }) => attributes.get('content')?.includes('noindex')),
)
/** A date of which the source prints all. */
const printed = (date: Paper['date']) => (date?.yearInferred ? undefined : date?.value)
const paperByAddress = new Map(papers.map((paper) => [siteUrl + paper.url, paper]))
const metadataByPath = new Map<string, Metadata>()

beforeAll(async () => {
  for (const { path, html } of pages) metadataByPath.set(path, await readMetadata(html))
})

async function readMetadata(html: string) {
  const page = load(html)
  // A reader rejects if the page has nothing of its kind.
  const ifAny = <T>(found: Promise<T>) => found.catch(() => undefined)
  return {
    general: await parseGeneral(page),
    highwirePress: await ifAny(parseHighwirePress(page)),
    openGraph: await ifAny(parseOpenGraph(page)),
    twitter: await ifAny(parseTwitter(page)),
    jsonLd: await ifAny(parseJsonLd(page)),
    coins: await ifAny(parseCOinS(page)),
  }
}

function metadataOf(path: string): Metadata {
  return metadataByPath.get(path)!
}

function nodesOf(path: string): Node[] {
  return [metadataOf(path).jsonLd ?? []].flat() as Node[]
}

/** The address that a page's JSON-LD, Open Graph and canonical link agree on, or all that they say. */
function addressOf(path: string): string {
  const { general, openGraph } = metadataOf(path)
  const own = nodesOf(path).find((node) => '@id' in node)
  return [...new Set([general.canonical, openGraph?.url, own?.['@id'], own?.url])].join(' ')
}

/** What Open Graph says of a page's picture. */
function imageOf(path: string) {
  const { elements } = listed.find((page) => page.path === path)!
  const said = (property: string) =>
    elements
      .find(({ attributes }) => attributes.get('property') === property)
      ?.attributes.get('content') ?? ''
  return {
    url: said('og:image'),
    type: said('og:image:type'),
    width: said('og:image:width'),
    height: said('og:image:height'),
    alt: said('og:image:alt'),
  }
}

describe('an independent reader of metadata', () => {
  test('finds the title, abstract, date and address of every paper as published', () => {
    const found = papers.map(({ url }) => {
      const { highwirePress } = metadataOf(url)
      return {
        title: highwirePress?.title,
        abstract: highwirePress?.abstract,
        date: highwirePress?.publication_date?.replaceAll('/', '-') ?? null,
        url: highwirePress?.abstract_html_url,
      }
    })
    const published = papers.map(({ title, abstract, date, url }) => {
      return { title, abstract, date: printed(date) ?? null, url: siteUrl + url }
    })
    expect(found).toEqual(published)
    console.log(`${found.length} of ${papers.length} papers read back equal`)
  })

  test('finds the same in the JSON-LD of every paper', () => {
    for (const { url, title, abstract, date } of papers) {
      const article = nodesOf(url).find((node) => node['@type'] === 'ScholarlyArticle')!
      expect(article).toMatchObject({ headline: title, name: title, abstract })
      expect(article.datePublished).toBe(printed(date))
    }
  })

  test('finds no author anywhere, since the source names none', () => {
    for (const { path } of pages) {
      const { general, highwirePress } = metadataOf(path)
      expect([general.author, general.authorlink, highwirePress?.author]).toEqual([
        undefined,
        undefined,
        undefined,
      ])
      expect(JSON.stringify(nodesOf(path))).not.toMatch(/"(author|creator|contributor)":/)
    }
  })

  test('finds one address in all that a page says of itself', () => {
    const wrong = listed
      .filter(({ path }) => addressOf(path) !== `${siteUrl}${path}`)
      .map(({ path }) => `${path}: ${addressOf(path)}`)
    expect(wrong).toEqual([])
  })

  test('finds a card for links, with the title and description of the page', () => {
    for (const { path } of listed) {
      const { general, openGraph, twitter } = metadataOf(path)
      expect(general.title).toMatch(/^(Lectern|.+ · Lectern)$/s)
      expect(openGraph).toMatchObject({
        title: general.title?.replace(/ · Lectern$/, ''),
        description: general.description,
        site_name: 'Lectern',
      })
      expect(twitter?.card).toBe('summary_large_image')
    }
  })

  test('finds a picture on every page, of papers and topics their own, which keeps what the tags say', () => {
    const own = new Map(
      [...papers, ...topics].map(({ url }) => [url, `/cards${url.replace(/\/$/, '.png')}`]),
    )
    let largest = 0
    for (const { path } of listed) {
      const { url, width, height, type, alt } = imageOf(path)
      expect(url).toBe(`${siteUrl}${own.get(path) ?? '/cards/site.png'}`)
      const picture = readFileSync(`dist${url.slice(siteUrl.length)}`)
      expect(picture.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
      expect(type).toBe('image/png')
      expect([Number(width), Number(height)]).toEqual([
        picture.readUInt32BE(16),
        picture.readUInt32BE(20),
      ])
      expect([Number(width), Number(height)]).toEqual([1200, 630])
      expect(alt).not.toBe('')
      largest = Math.max(largest, picture.length)
    }
    console.log(`largest card: ${largest} bytes`)
    expect(largest).toBeLessThanOrEqual(40_000)
  })

  test('finds the papers of each list but the longest in the order of its page, to choose from', () => {
    let lists = 0
    for (const { path, elements } of listed) {
      const shown = elements
        .filter(({ attributes }) => attributes.has('data-title') && attributes.has('href'))
        .map(({ attributes }) => `${siteUrl}${attributes.get('href')}`)
      const list = nodesOf(path).find((node) => node['@type'] === 'CollectionPage')?.mainEntity
      if (list && shown.length > 0) {
        const { itemListElement: items } = list as {
          itemListElement: { url: string; position: number }[]
        }
        expect(items.map(({ url, position }) => [position, url])).toEqual(
          shown.map((url, index) => [index + 1, url]),
        )
      }
      if (shown.length === 0 || path.startsWith('/papers/')) continue
      lists++
      const coins = metadataOf(path).coins ?? []
      expect(coins.map(({ rft }) => rft.identifier)).toEqual(shown)
      for (const { rft } of coins) {
        const { title, date } = paperByAddress.get(rft.identifier!)!
        expect([rft.title, rft.type, rft.date]).toEqual([title, 'document', printed(date)])
      }
    }
    expect(lists).toBeGreaterThan(topics.length)
  })
})

describe('JSON-LD', () => {
  test.each([
    ['/', 'WebSite'],
    ['/papers/', 'CollectionPage'],
    ['/topics/', 'CollectionPage'],
    ['/listings/', 'CollectionPage'],
    ['/years/', 'CollectionPage'],
    ['/search/', 'SearchResultsPage'],
    ['/about/', 'AboutPage'],
    ['/about/data/', 'Dataset'],
    ['/about/permalinks/', 'WebPage'],
    ['/about/changes/', 'WebPage'],
  ])('of %s is of type %s', (path, type) => {
    expect(nodesOf(path)[0]?.['@type']).toBe(type)
  })

  test('names the search page with a place for the query', () => {
    expect(nodesOf('/')[0]).toMatchObject({
      potentialAction: {
        target: { urlTemplate: `${siteUrl}/search/?q={search_term_string}` },
      },
    })
  })

  test('leads only to files and pages of the site that are there', () => {
    const known = new Set(pages.map(({ path }) => siteUrl + path))
    for (const name of readdirSync('dist/data')) known.add(`${siteUrl}/data/${name}`)
    const wrong = pages.flatMap(({ path }) =>
      [...JSON.stringify(nodesOf(path)).matchAll(/"(?:@id|url|item|contentUrl)":"([^"]+)"/g)]
        .map(([, url]) => url!)
        .filter((url) => !known.has(url))
        .map((url) => `${path}: ${url}`),
    )
    expect(wrong.slice(0, 20)).toEqual([])
  })

  test('tells the way to a page as the page shows it', () => {
    for (const { path, elements } of pages) {
      const trail = nodesOf(path).find((node) => node['@type'] === 'BreadcrumbList')
      if (!elements.some(({ attributes }) => attributes.get('aria-label') === 'Breadcrumb')) {
        expect(trail).toBeUndefined()
        continue
      }
      const steps = trail!.itemListElement as { position: number; name: string; item?: string }[]
      expect(steps.length).toBeGreaterThan(1)
      expect(steps.map(({ position }) => position)).toEqual(steps.map((_, index) => index + 1))
      expect(steps.filter(({ item }) => !item)).toEqual([steps.at(-1)])
    }
  })
})

describe('a page of a paper gives Zotero nothing to guess from', () => {
  const paperPages = pages.filter(({ path }) => papers.some(({ url }) => url === path))

  test('it is a document and no web page', () => {
    for (const { path, elements } of paperPages) {
      const types = elements.filter(({ attributes }) => attributes.get('name') === 'z:itemType')
      expect(types.map(({ attributes }) => attributes.get('content'))).toEqual(['document'])
      expect(metadataOf(path).openGraph?.type).toBe('article')
    }
  })

  test('it has nothing that reads as an author, another date or an item of a list', () => {
    const wrong = paperPages.flatMap(({ path, elements }) =>
      elements
        .filter(
          ({ tag, attributes }) =>
            /byline|vcard/i.test(attributes.get('class') ?? '') ||
            /(^|\s)Z3988(\s|$)/.test(attributes.get('class') ?? '') ||
            /^author$/i.test(attributes.get('rel') ?? '') ||
            /^(dc|dcterms|prism|bib|eprints?)\b/i.test(attributes.get('name') ?? '') ||
            /author/i.test(attributes.get('name') ?? '') ||
            (tag === 'time' && attributes.has('datetime')),
        )
        .map(({ tag, attributes }) => `${path}: ${tag} ${JSON.stringify([...attributes])}`),
    )
    expect(wrong).toEqual([])
  })
})
