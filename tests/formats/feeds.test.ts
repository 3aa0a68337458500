import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import fc from 'fast-check'
import { parseJsonFeed, parseOpml } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { formatAtom } from '../../src/formats/atom.ts'
import { composeChangeFeed } from '../../src/formats/change-feed.ts'
import type { Feed } from '../../src/formats/feed.ts'
import { formatJsonFeed } from '../../src/formats/json-feed.ts'
import { formatOpml } from '../../src/formats/opml.ts'
import { composeFeed } from '../../src/formats/paper-feed.ts'
import { keepXmlCharacters } from '../../src/formats/xml-text.ts'
import type { Listing, Paper } from '../../src/shared/model.ts'
import { recordDate } from '../../src/shared/record-date.ts'

const site = 'https://papers.example'

function paper(id: string, date: string | null, ...listings: string[]): Paper {
  return {
    id,
    title: `Title of ${id}`,
    abstract: `Abstract of ${id}`,
    url: `/papers/${id}/`,
    date: date === null ? null : { value: date, yearInferred: false },
    sightings: listings.map((listing) => ({ listing })),
    topics: [{ id: 'a-topic' }],
  } as Paper
}

const listings = [
  { id: 'undated', date: null },
  { id: 'old', date: '2024-05-02' },
  { id: 'new', date: '2025-11-04' },
] as Listing[]

function feedOf(papers: Paper[], from = listings, most = 10): Feed {
  return composeFeed(
    { title: 'All', description: 'What is new', path: '/', papers, hasJson: true },
    {
      siteName: 'Site',
      listings: from,
      topicById: new Map(),
      address: (path) => site + path,
      most,
    },
  )
}

/** Elements of a name directly below another, and the text of the first. */
function below(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child.type === 'element' && (child as XmlElement).name === name,
  )
}
const textOf = (element: XmlElement, name: string) => below(element, name)[0]?.text.trim()

describe('the date of a record', () => {
  test.each([
    ['the newest dated listing it stands in', paper('a', '2024-05-01', 'old', 'new'), '2025-11-04'],
    ['its own, where no listing is dated', paper('a', '2024-05-01', 'undated'), '2024-05-01'],
    ['its own, where that is later', paper('a', '2024-06-01', 'old'), '2024-06-01'],
    ['that of a listing, where it has none', paper('a', null, 'old', 'undated'), '2024-05-02'],
    ['unknown, where the source dates nothing', paper('a', null, 'undated'), null],
  ])('is %s', (_, of, date) => {
    expect(recordDate(of, listings)).toBe(date)
  })
})

describe('Atom', () => {
  const dates = (feed: Feed) => {
    const { root } = parseXml(formatAtom(feed))
    return below(root!, 'entry').map((entry) => [
      textOf(entry, 'id'),
      textOf(entry, 'published')?.slice(0, 10),
      textOf(entry, 'updated')?.slice(0, 10),
    ])
  }

  test('has the newest paper first, and a date of publication only where the source has one', () => {
    const papers = [paper('a', null, 'undated'), paper('b', '2024-04-01', 'old')]
    papers.push(paper('c', '2025-01-02', 'new'))
    expect(dates(feedOf(papers))).toEqual([
      [`${site}/papers/c/`, '2025-01-02', '2025-11-04'],
      [`${site}/papers/b/`, '2024-04-01', '2024-05-02'],
      [`${site}/papers/a/`, undefined, '2025-11-04'],
    ])
  })

  test('of too many papers has those that came last, newest listing first', () => {
    const papers = [
      paper('a', null, 'undated'),
      paper('b', '2024-04-01', 'old'),
      paper('c', '2023-01-02', 'new'),
      paper('d', '2023-02-02', 'new'),
      paper('e', '2025-01-01', 'undated'),
    ]
    const ids = dates(feedOf(papers, listings, 3)).map(([id]) => id)
    expect(ids).toEqual(['d', 'c', 'e'].map((id) => `${site}/papers/${id}/`))
  })

  test('has a date that means none where the source dates nothing at all', () => {
    expect(dates(feedOf([paper('a', null, 'undated')], listings.slice(0, 1)))).toEqual([
      [`${site}/papers/a/`, undefined, '1970-01-01'],
    ])
  })

  test('has the site as author of the feed, and no author of an entry', () => {
    const { root } = parseXml(formatAtom(feedOf([paper('a', null, 'old')])))
    expect(below(root!, 'author').map((author) => textOf(author, 'name'))).toEqual(['Site'])
    expect(below(below(root!, 'entry')[0]!, 'author')).toEqual([])
  })

  test('stands without entries too, with the date of the newest listing', () => {
    const { root } = parseXml(formatAtom(feedOf([])))
    expect(textOf(root!, 'id')).toBe(`${site}/feed.xml`)
    expect(textOf(root!, 'updated')?.slice(0, 10)).toBe('2025-11-04')
  })

  test('has the date of a paper that is newer than all listings', () => {
    expect(feedOf([paper('a', '2026-01-02', 'new')]).updated).toBe('2026-01-02')
  })
})

describe('JSON Feed', () => {
  test('dates only what the source dates', () => {
    const papers = [paper('a', null, 'undated'), paper('b', '2024-04-01', 'old')]
    const { items } = parseJsonFeed(formatJsonFeed(feedOf(papers)))
    expect(
      items?.map(({ date_published, date_modified }) => [date_published, date_modified]),
    ).toEqual([
      ['2024-04-01T00:00:00Z', '2024-05-02T00:00:00Z'],
      [undefined, undefined],
    ])
  })

  test('has its list where nothing is in it, its address, and no author', () => {
    const written = JSON.parse(formatJsonFeed(feedOf([])))
    expect(written.feed_url).toBe(`${site}/feed.json`)
    expect(written.items).toEqual([])
    expect(written).not.toHaveProperty('authors')
  })
})

describe('the feed of changes', () => {
  const change = { title: '2 new papers', note: null, lines: [] }
  const item = [{ text: 'A Title', path: '/papers/a/' }, ', before: “B”']
  const subject = {
    title: 'Changes',
    description: 'What changed',
    path: '/about/changes/',
    date: '2025-11-04',
  }
  const address = (path: string) => site + path
  const feed = composeChangeFeed(
    {
      ...subject,
      changes: [
        {
          ...change,
          anchor: 'change-1',
          date: '2027-03-14',
          note: 'Noted.',
          lines: [
            { sentence: ['1 title reads differently.'], items: [item] },
            { sentence: ['31 papers are new.'], items: Array(31).fill(['B']) },
            { sentence: ['The map was drawn anew.'], items: [] },
          ],
        },
        { ...change, anchor: 'opening', date: null },
      ],
    },
    'Site',
    address,
  )

  test('has the date of the data while there is no change', () => {
    expect(composeChangeFeed({ ...subject, changes: [] }, 'Site', address).updated).toBe(
      '2025-11-04',
    )
  })

  test('leaves out what has no date, and names entries by their anchors', () => {
    const { root } = parseXml(formatAtom(feed))
    expect(textOf(root!, 'updated')?.slice(0, 10)).toBe('2027-03-14')
    const ids = [`${site}/about/changes/#change-1`]
    expect(below(root!, 'entry').map((entry) => textOf(entry, 'id'))).toEqual(ids)
    const { items } = parseJsonFeed(formatJsonFeed(feed))
    expect(items?.map(({ id }) => id)).toEqual(ids)
  })

  test('says in plain text what the page says, and where a long list goes on', () => {
    const [entry] = feed.entries
    const [note, title, added, drawn] = entry!.text.split('\n\n')
    expect(note).toBe('Noted.')
    expect(title).toBe('1 title reads differently: A Title, before: “B”.')
    expect(added).toMatch(/^31 papers are new: (B; ){30}and more, all on the page\.$/)
    expect(drawn).toBe('The map was drawn anew.')
  })
})

/** Texts rich in what XML takes for its own, or cannot hold. */
const hostileText = fc
  .array(
    fc.constantFrom(
      ...[']]>', '<![CDATA[', '<!--', '-->', '</entry>', '</title>', '<?xml ?>', '<!DOCTYPE x>'],
      ...['&amp;', '&', '&#0;', '<', '>', '"', "'", '\u0000', '\u0008', '\ud800', '\udc00'],
      ...['\ufffe', '😀', 'ü', ' ', '\n', 'a'],
    ),
    { minLength: 1 },
  )
  .map((parts) => parts.join(''))

describe('hostile text', () => {
  test('reads back from Atom as it was, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, abstract) => {
        const feed = feedOf([{ ...paper('a', null, 'old'), title, abstract }])
        const xml = formatAtom({ ...feed, title, description: abstract })
        const { root } = parseXml(xml)
        const [entry, ...others] = below(root!, 'entry')
        const kept = (text: string) => keepXmlCharacters(text).trim() || undefined
        expect(others).toEqual([])
        expect(textOf(entry!, 'title') || undefined).toBe(kept(title))
        expect(textOf(entry!, 'content') || undefined).toBe(kept(abstract))
        expect(textOf(root!, 'title') || undefined).toBe(kept(title))
        expect(textOf(root!, 'subtitle') || undefined).toBe(kept(abstract))
      }),
    )
  })

  test('reads back from JSON Feed as it was', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, abstract) => {
        const feed = feedOf([{ ...paper('a', null, 'old'), title, abstract }])
        const [item] = JSON.parse(formatJsonFeed(feed)).items
        expect([item.title, item.content_text]).toEqual([title, abstract])
      }),
    )
  })

  test('leaves a list of feeds well-formed', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const named = { title, feed: `${site}/feed.xml`, page: site }
        const xml = formatOpml(title, [named], [{ label: `x${title}`, feeds: [named] }])
        expect(parseXml(xml).root?.name).toBe('opml')
        expect(parseOpml(xml).body?.outlines).toHaveLength(2)
      }),
    )
  })
})
