import { existsSync, readFileSync } from 'node:fs'
import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { type KnownAddresses, nearestPaths } from '../../src/shared/nearest-paths.ts'
import { paperPath } from '../../src/shared/paths.ts'
import { siteName, siteUrl } from '../../src/site.ts'
import { elementsOf, pagesOf } from './built-site.ts'

const PNG_SIGNATURE = '89504e470d0a1a0a'

/** Elements of a name anywhere below, in document order. */
function all(element: XmlElement, name: string): XmlElement[] {
  return element.children
    .filter((child): child is XmlElement => child.type === 'element')
    .flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

describe.each([
  { folder: 'dist', base: '/' },
  { folder: 'dist-base', base: '/lectern/' },
])('the site at $base', ({ folder, base }) => {
  const text = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
  const root = (name: string) => parseXml(text(name)).root!
  const home = `${siteUrl}${base}`
  const pages = pagesOf(folder).map((page) => ({ ...page, elements: elementsOf(page.html) }))

  /** The file in the built site that an absolute address or one on this host names. */
  const fileOf = (address: string) => {
    const { href } = new URL(address, home)
    expect(href.startsWith(home), href).toBe(true)
    return `${folder}/${href.slice(home.length)}`
  }

  test('has a sitemap of the pages that give themselves a canonical address, and of no others', () => {
    const sitemaps = all(root('sitemap-index.xml'), 'loc').map(({ text: address }) => address)
    const listed = sitemaps.flatMap((address) =>
      all(parseXml(readFileSync(fileOf(address), 'utf8')).root!, 'loc').map((loc) => loc.text),
    )
    const canonical = pages.flatMap(({ elements }) =>
      elements
        .filter(({ attributes }) => attributes.get('rel') === 'canonical')
        .map(({ attributes }) => attributes.get('href')),
    )
    expect([...listed].sort()).toEqual(canonical.sort())
    expect(new Set(listed).size).toBe(listed.length)
  })

  test('dates pages by the data', () => {
    const { listings } = JSON.parse(text('data/listings.json'))
    const known = new Set(text('data/papers.json').match(/\d{4}-\d\d-\d\d/g))
    const { opening, changes } = JSON.parse(text('data/changes.json'))
    for (const { date } of [...listings, opening, ...changes]) known.add(date)
    const dates = all(root('sitemap-0.xml'), 'lastmod').map((element) => element.text)
    expect(dates.length).toBeGreaterThan(100)
    expect(dates.filter((date) => !known.has(date))).toEqual([])
  })

  test('lets crawlers in and shows them the sitemap', () => {
    const lines = text('robots.txt').trim().split('\n')
    expect(lines).toEqual(['User-agent: *', 'Allow: /', '', `Sitemap: ${home}sitemap-index.xml`])
  })

  test('can be installed with icons of the sizes it states', () => {
    const manifest = JSON.parse(text('site.webmanifest'))
    const resolve = (address: string) => new URL(address, `${home}site.webmanifest`).href
    expect(manifest.name).toBe(siteName)
    expect([resolve(manifest.start_url), resolve(manifest.scope)]).toEqual([home, home])
    const icons: { src: string; sizes: string; type: string; purpose: string }[] = manifest.icons
    const pngs = icons.filter(({ type }) => type === 'image/png')
    expect(pngs.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ])
    for (const { src, sizes } of [...pngs, { src: 'apple-touch-icon.png', sizes: '180x180' }])
      expect(sizeOfPng(fileOf(resolve(src))), src).toBe(sizes)
    for (const { src } of icons) expect(existsSync(fileOf(resolve(src))), src).toBe(true)
  })

  test('tells browsers how to search it', () => {
    const description = root('opensearch.xml')
    const [name] = all(description, 'ShortName')
    expect(name?.text.length).toBeLessThanOrEqual(16)
    const [html, self] = all(description, 'Url').map(({ attributes }) => attributes)
    expect(html).toMatchObject({ type: 'text/html', template: `${home}search/?q={searchTerms}` })
    expect(existsSync(fileOf(self!.template!))).toBe(true)
    expect(existsSync(fileOf(all(description, 'Image')[0]!.text))).toBe(true)
  })

  test('names its manifest, icons and search on every page', () => {
    const wanted = {
      manifest: `${base}site.webmanifest`,
      search: `${base}opensearch.xml`,
      'apple-touch-icon': `${base}apple-touch-icon.png`,
    }
    for (const { path, elements } of pages)
      for (const [rel, href] of Object.entries(wanted)) {
        const links = elements.filter(({ attributes }) => attributes.get('rel') === rel)
        expect([path, ...links.map(({ attributes }) => attributes.get('href'))]).toEqual([
          path,
          href,
        ])
      }
  })

  test('says where to report a hole, and where that is said', () => {
    expect(text('.well-known/security.txt')).toMatch(/^Contact: (mailto:|https:\/\/)\S+$/m)
    expect(text('.well-known/security.txt')).toContain(
      `\nCanonical: ${home}.well-known/security.txt\n`,
    )
  })

  test('suggests every page, and the ids of papers that lead to one', () => {
    const { papers, pages }: KnownAddresses = JSON.parse(text('addresses.json'))
    const addresses = [...papers.map(paperPath), ...Object.keys(pages)]
    const { permalinks } = JSON.parse(text('data/permalinks.json'))
    for (const path of addresses) expect(existsSync(`${folder}${path}index.html`), path).toBe(true)
    for (const { id } of permalinks) expect(addresses).toContain(`/papers/${id}/`)
    // The name that is shown for an address is the one that its page has.
    for (const [path, name] of Object.entries(pages))
      expect(
        load(text(`${path.slice(1)}index.html`))('title')
          .text()
          .startsWith(name),
        path,
      ).toBe(true)
  })
})

test('a permalink that lost a letter, its end, its folder or its case leads back to its page', () => {
  const { papers, pages }: KnownAddresses = JSON.parse(readFileSync('dist/addresses.json', 'utf8'))
  const known = [...papers.map(paperPath), ...Object.keys(pages)]
  const names = known.filter((path) => path.startsWith('/papers/') && path.length > 30)
  const missed = names
    .filter((_, index) => index % 40 === 0)
    .flatMap((path) => {
      const id = path.split('/')[2]!
      const half = Math.floor(id.length / 2)
      const slips = [
        `/papers/${id.slice(0, half)}${id.slice(half + 1)}/`,
        `/papers/${id.slice(0, -5)}`,
        `/${id}`,
        `/papers/${id.toUpperCase()}.html`,
      ]
      return slips.filter((slip) => !nearestPaths(slip, known, 3).includes(path))
    })
  expect(missed).toEqual([])
})

function sizeOfPng(file: string): string {
  const bytes = readFileSync(file)
  expect(bytes.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE)
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}
