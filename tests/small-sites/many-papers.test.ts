import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CheerioAPI, load } from 'cheerio'
import { parseAtomFeed } from 'feedsmith'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatChanges } from '../../scripts/pipeline/changes-file.ts'
import { partOf } from '../../src/reading-list/catalogue-parts.ts'
import { datedListing } from '../pipeline/listing-fixtures.ts'
import { changeOf, recordOf } from '../shared/change-fixtures.ts'
import { copySmallProject, runIn } from './small-site.ts'

/** A site whose listings are too many to be columns, and its papers too many for one page. */
const LISTINGS = 12
const PAPERS = 1200
const IN_EACH = 80
const SUBJECTS = ['Amber', 'Beacon', 'Candle']

const record = recordOf(
  changeOf({ added: ['amber-0-tides-at-night', 'candle-20-tides-at-night'] }),
  changeOf({
    date: '2027-03-15',
    titles: [{ id: 'beacon-10-tides-at-night', before: 'Old', after: 'New' }],
  }),
)

const folder = mkdtempSync(join(tmpdir(), 'lectern-many-'))

beforeAll(() => {
  copySmallProject(folder, [
    'about',
    'index.astro',
    'listings',
    'papers',
    'years',
    'about',
    'areas',
    'feed.xml.ts',
    'glossary',
    'graph',
    'reading-list',
    'search-index',
    'topics',
    'sitemap-[part].xml.ts',
  ])
  const listings = join(folder, 'data/listings')
  for (const name of readdirSync(listings)) rmSync(join(listings, name))
  for (let at = 0; at < LISTINGS; at++)
    writeFileSync(join(listings, `${nameOf(at)}_0123456789abcdef.txt`), listingText(at))
  writeFileSync(join(folder, 'data/changes.json'), formatChanges(record))
  runIn(folder, 'scripts/build-data.ts')
  runIn(folder, 'scripts/astro.ts', 'build')
})

afterAll(() => rmSync(folder, { recursive: true }))

const nameOf = (at: number) => String(at).padStart(3, '0')

/** Each listing repeats a paper of the one before; the last one has all that are left. The first has lost characters. */
function listingText(at: number): string {
  const titleOf = (number: number) =>
    `${SUBJECTS[number % 3]} ${number}: ${number % 10 === 0 ? 'tides at night' : 'quantization of language models (LM)'}`
  const first = at * IN_EACH
  const own = at === LISTINGS - 1 ? PAPERS - first : IN_EACH
  const numbers = Array.from({ length: own }, (_, place) => first + place)
  const records = [...numbers, ...(at === 0 ? [] : [first - 1])].map((number) => ({
    title: titleOf(number),
    date: `${['Jan', 'Feb', 'Mar'][number % 3]} 7, 2025`,
  }))
  const text = datedListing(records)
  return at === 0 ? text.replaceAll('of data.', '\ufffd data.') : text
}

function pageAt(path: string): CheerioAPI {
  return load(readFileSync(join(folder, 'dist', path, 'index.html'), 'utf8'))
}

const distFile = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8')

/** Texts of elements, one a string, with single spaces. */
const textsOf = (page: CheerioAPI, selector: string) =>
  page(selector)
    .toArray()
    .map((node) => page(node).text().replace(/\s+/g, ' ').trim())

test('many listings are rows of a table, none a column', () => {
  const page = pageAt('listings')
  const heads = ['Listing', 'Date', 'Records', 'Only here']
  expect(textsOf(page, 'main table:first th[scope="col"]')).toEqual(heads)
  expect(page('main table:first tbody tr')).toHaveLength(LISTINGS)
})

const MEETING = 'caption:contains("exact combination") ~ tbody'

test.each(['', 'listings'])('where many listings meet, the page "%s" names them', (path) => {
  const page = pageAt(path)
  const pairs = Array.from({ length: LISTINGS - 1 }, (_, at) => `${nameOf(at)}, ${nameOf(at + 1)}`)
  const shown = path === '' ? pairs.slice(0, 10) : pairs
  expect(textsOf(page, `${MEETING} td:first-child`)).toEqual(shown)
  expect(textsOf(page, `${MEETING} a`)).toEqual(shown.map(() => '1'))
})

test('the number of papers that listings share leads to a search without needless terms', () => {
  const link = pageAt('listings')(`${MEETING} a`).attr('href')
  expect(link).toBe('/search/?q=listing:000+listing:001')
})

test('a listing names those it meets and counts the others', () => {
  const page = pageAt(`listings/${nameOf(0)}_0123456789abcdef`)
  const also = 'section:has(> #also-in)'
  expect(textsOf(page, `${also} tbody th`)).toEqual(['Listing 001'])
  const [there, notThere] = page(`${also} tbody a`).toArray().slice(1)
  expect(page(there).text()).toBe('1')
  expect(page(notThere).attr('href')).toBe('/search/?q=listing:000+-listing:001')
  expect(textsOf(page, `${also} p`)).toEqual(['10 other listings have none of its papers.'])
})

test('many papers have a page for each letter, and a list of these', () => {
  const page = pageAt('papers')
  expect(page('[data-title]')).toHaveLength(0)
  expect(textsOf(page, 'main ol a')).toEqual(['A', 'B', 'C'])
  expect(textsOf(page, 'main ol span')).toEqual(Array(3).fill('400 papers'))
  const links = page('main ol a').toArray()
  const titles = links.flatMap((link) =>
    textsOf(pageAt(page(link).attr('href') as string), '[data-title]'),
  )
  expect(new Set(titles).size).toBe(PAPERS)
})

test('a letter leads to those that have papers, the next one above all', () => {
  const page = pageAt('papers/letters/b')
  const links = page('nav[aria-label="Letters"] a').toArray()
  expect(links.map((link) => page(link).attr('href'))).toEqual(
    ['a', 'b', 'c'].map((letter) => `/papers/letters/${letter}/`),
  )
  expect(page('main p:contains("Next letter") a').attr('href')).toBe('/papers/letters/c/')
})

test('a letter without papers has a page that search engines are not told of', () => {
  expect(pageAt('papers/letters/z')('meta[name="robots"]').attr('content')).toBe('noindex')
  const sitemap = readFileSync(join(folder, 'dist/sitemap-0.xml'), 'utf8')
  expect(sitemap).toContain('/papers/letters/c/')
  expect(sitemap).not.toContain('/papers/letters/z/')
})

test('a year of many papers has a page for each month', () => {
  const page = pageAt('years/2025')
  expect(page('[data-title]')).toHaveLength(0)
  expect(textsOf(page, 'main div > ol a')).toEqual(['Mar 2025', 'Feb 2025', 'Jan 2025'])
  const month = pageAt('years/2025/02')
  expect(month('[data-title]')).toHaveLength(400)
  expect(textsOf(month, 'main > .facts li')).toEqual([
    '400 papers',
    'Later: Mar 2025',
    'Earlier: Jan 2025',
  ])
})

test('lists of more than 300 papers have no records for reference managers', () => {
  const records = (path: string) => pageAt(path)('.Z3988')
  expect(records('years/2025/02')).toHaveLength(0)
  expect(records('topics/quantization')).toHaveLength(0)
  expect(records(`listings/${nameOf(0)}_0123456789abcdef`)).toHaveLength(IN_EACH)
})

test('an area of many papers leaves them to its topics', () => {
  const page = pageAt('areas/models-compression')
  expect(page('[data-title]')).toHaveLength(0)
  expect(textsOf(page, 'h2#papers ~ p')).toEqual([
    'Too many for one page. Each is on the page of at least one topic of this area.',
  ])
  expect(page('main .row a[href="/topics/quantization/"]')).toHaveLength(1)
})

test('warnings that are alike are folded after the first three', () => {
  const page = pageAt('about/data')
  const lost = page('.warnings > li:contains("a character was lost")')
  expect(lost).toHaveLength(4)
  const fold = lost.last()
  expect(fold.find('summary').text().trim()).toMatch(
    /^\d+ more warnings: if the page shows it right/,
  )
  expect(fold.find('li').length).toBe(Number.parseInt(fold.find('summary').text().trim(), 10))
})

test('months that have pages are on record, so that they keep them', () => {
  const { years } = JSON.parse(readFileSync(join(folder, 'data/published.json'), 'utf8'))
  expect(years).toEqual(['2025', '2025/01', '2025/02', '2025/03'])
})

test('what the reading list knows of papers is in parts', () => {
  const { folder: parts, starts } = JSON.parse(distFile('reading-list/papers.json'))
  const known = starts.flatMap(
    (_: string, part: number) => JSON.parse(distFile(`${parts}catalogue-${part}.json`)).papers,
  )
  const ids = known.map(({ id }: { id: string }) => id)
  expect(new Set(ids).size).toBe(PAPERS)
  expect(ids.every((id: string, at: number) => partOf(id, starts) === Math.floor(at / 32))).toBe(
    true,
  )
})

test('the data of the map leaves titles to these parts', () => {
  const [name = ''] = readdirSync(join(folder, 'dist/graph')).filter((file) =>
    file.endsWith('.json'),
  )
  const { papers, catalogue } = JSON.parse(distFile(`graph/${name}`))
  expect(papers).toHaveLength(PAPERS)
  expect(papers[0]).toEqual({ year: 2025, topics: [] })
  expect(JSON.parse(distFile(`${catalogue}catalogue-0.json`)).papers[0].title).toBe(
    'Amber 0: tides at night',
  )
})

test('the feed has the newest hundred', () => {
  expect(distFile('feed.xml').match(/<entry>/g)).toHaveLength(100)
})

test('a shelf shows its newest papers and leads to the others', () => {
  const page = pageAt('')
  const shelf = page('.shelf:has(.book)')
  expect(textsOf(page, '.shelf:has(.book) .count')).toEqual(['1,080'])
  const titles = textsOf(page, '.shelf .book .tip')
  expect(titles).toHaveLength(126)
  // Those of March, the others are older.
  expect(titles.filter((title) => !title.startsWith(SUBJECTS[2] as string))).toEqual([])
  expect(textsOf(page, '.shelf > p')).toEqual(['954 more'])
  expect(shelf.find('> p a').attr('href')).toBe(shelf.find('h3 a').attr('href'))
})

test('the home page says what its shelves leave out', () => {
  const [text] = textsOf(pageAt(''), '#shelves ~ p')
  expect(text).toContain('A shelf has room for the newest 126.')
  expect(text).toContain('120 papers without a main topic stand on none.')
})

test('the glossary of many papers has a page for each letter', () => {
  const page = pageAt('glossary')
  expect(page('dt')).toHaveLength(0)
  expect(textsOf(page, '.lede')).toEqual(['1 abbreviation that abstracts spell out themselves.'])
  const link = page('nav[aria-label="Letters"] a')
  expect(link.attr('href')).toBe('/glossary/l/')
  const letter = pageAt('glossary/l')
  expect(textsOf(letter, 'dt')).toEqual(['LM'])
  expect(textsOf(letter, 'dd span')[0]).toMatch(/ · and 1,077 more$/)
  expect(pageAt('glossary/z')('meta[name="robots"]').attr('content')).toBe('noindex')
})

test('thousands are told with a comma beside the bars of years', () => {
  expect(textsOf(pageAt('topics/quantization'), 'figcaption')[0]).toContain('2025: 1,080.')
})

test('a long listing has links to every hundredth record, and a short one none', () => {
  const links = (at: number) =>
    textsOf(pageAt(`listings/${nameOf(at)}_0123456789abcdef`), 'nav[aria-label="Ranks"] a')
  expect(links(0)).toEqual([])
  expect(links(LISTINGS - 1)).toEqual(['1', '101', '201', '301'])
})

test('recorded changes stand above the opening, the newest first, with their papers and in the feed', () => {
  const page = pageAt('about/changes')
  const anchors = page('main section')
    .toArray()
    .map((section) => page(section).attr('id'))
  expect(anchors).toEqual(['change-2', 'change-1', 'opening'])
  const namedIn = (anchor: string) =>
    page(`#${anchor} a[href^="/papers/"]`)
      .toArray()
      .map((link) => page(link).attr('href'))
  expect(namedIn('change-1')).toEqual([
    '/papers/amber-0-tides-at-night/',
    '/papers/candle-20-tides-at-night/',
  ])
  expect(namedIn('change-2')).toEqual(['/papers/beacon-10-tides-at-night/'])
  const { entries = [] } = parseAtomFeed(
    readFileSync(join(folder, 'dist/about/changes/feed.xml'), 'utf8'),
  )
  expect(entries.map(({ id, updated }) => [id?.split('#')[1], updated?.slice(0, 10)])).toEqual([
    ['change-2', '2027-03-15'],
    ['change-1', '2027-03-14'],
  ])
})
