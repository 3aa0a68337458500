import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { breakLines, cutLines } from '../../scripts/cards/break-lines.ts'
import { type CardContent, listCards } from '../../scripts/cards/card-content.ts'
import { drawCard } from '../../scripts/cards/draw-card.ts'
import { placeCards } from '../../scripts/cards/place-cards.ts'
import { openRenderer } from '../../scripts/cards/renderer.ts'
import type { Typeface } from '../../scripts/cards/typefaces.ts'
import type { Area, Paper, Topic } from '../../src/shared/model.ts'
import { citable } from '../formats/citation-fixtures.ts'
import { filedPaper } from '../pipeline/topic-fixtures.ts'

const LIMIT = 40_000

const areas: Area[] = Array.from({ length: 10 }, (_, index) => ({
  id: `area-${index}`,
  label: `Area ${index}`,
  scope: 'A part of the field.',
  url: `/areas/area-${index}/`,
  formerly: [],
  papers: 1,
}))
const topics: Topic[] = areas.map(({ id }, index) => ({
  id: `topic-${index}`,
  label: `A topic with a long name, ${index}`,
  scope: `${'What belongs to it and what does not. '.repeat(12)}`,
  area: id,
  url: `/topics/topic-${index}/`,
  formerly: [],
  broader: [],
  aliases: [],
  acronyms: [],
  main: 1,
  also: 0,
}))

const renderer = await openRenderer()

function cardsOf(...papers: Partial<Paper>[]) {
  const whole = papers.map((known, index) => citable({ id: `paper-${index}`, ...known }).paper)
  return listCards({ papers: whole, topics, areas }, 'Lectern')
}

function contentOf(known: Partial<Paper>): CardContent {
  return cardsOf(known)[0]!.content
}

/** The share of pixels in which two pictures differ. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((png) => sharp(png).raw().toBuffer()))
  return a!.filter((value, index) => value !== b![index]).length / a!.length
}

describe('a card', () => {
  test.each([
    ['of a short title', { title: 'Attention' }],
    ['of the longest title a listing may have', { title: 'Mighty models '.repeat(22).trim() }],
    ['of one word that no line holds', { title: 'M'.repeat(300) }],
    ['of no letter that any font has', { title: '注意力就是你所需要的一切 🤖' }],
    ['of signs that no font has', { title: '⋉⌘'.repeat(60) }],
    ['of letters that turn the direction of text', { title: '\u202eevil\u202c \u200f\u0000 א ب' }],
    ['of markup', { title: '</svg><script>alert(1)</script><image href="file:///etc/passwd"/>' }],
    ['of letters under many marks', { title: `Z${'\u0341\u0316\u033e'.repeat(60)}algo` }],
    ['of no title', { title: ' ' }],
    ['of ten areas', filedPaper(...topics.map(({ id }) => id))],
    [
      'of an organisation that no line holds',
      { authorCount: 12, organization: { account: 'x', name: 'Institute '.repeat(40) } },
    ],
  ])('%s is a PNG of 1200 by 630 pixels within 40 kB', async (_, known) => {
    const png = await renderer.render(contentOf(known))
    const { format, width, height } = await sharp(png).metadata()
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 })
    expect(png.length).toBeLessThanOrEqual(LIMIT)
  })

  test('of a topic with a long scope and of the site keep the limit as well', async () => {
    const [topic, site] = [cardsOf(filedPaper('topic-0'))[1]!, cardsOf({}).at(-1)!]
    for (const { content } of [topic, site])
      expect((await renderer.render(content)).length).toBeLessThanOrEqual(LIMIT)
  })

  test('is the same, drawn twice by two renderers', async () => {
    const other = await openRenderer()
    for (const { content } of cardsOf({ title: 'Bounds for ℓₚ ≠ Δ' }, filedPaper('topic-3')).slice(
      0,
      3,
    ))
      expect((await renderer.render(content)).equals(await other.render(content))).toBe(true)
    expect(other.version).toBe(renderer.version)
  })

  test('shows a sign that no font has as a box, and each that one has as itself', async () => {
    const [box, otherBox, sign] = await Promise.all(
      ['⋉', '⌘', '≠'].map((title) => renderer.render(contentOf({ title }))),
    )
    expect(await difference(box!, otherBox!)).toBe(0)
    expect(await difference(box!, sign!)).toBeGreaterThan(0)
  })

  test.each(['蓝鲸鸣声的季节变化', 'تغير مجتمعات الشعاب', 'Reading 蓝鲸 in Time'])(
    'leaves out the title %j, whose letters no font has',
    async (title) => {
      const none = await renderer.render(contentOf({ title: '' }))
      expect(await difference(await renderer.render(contentOf({ title })), none)).toBe(0)
    },
  )

  test.each(['Étude des ondes', 'Миграция краба', 'Λόγος', '$ℓ_p$ ≠ ℵ₀', 'ʻOhana'])(
    'keeps the title %j',
    (title) => {
      expect(contentOf({ title }).title).toBe(title)
    },
  )

  test('leaves out pictures, an organisation, topics and areas whose letters no font has', () => {
    const paper = {
      ...citable({ ...filedPaper('topic-0', 'topic-1') }).paper,
      title: '🐙 Arms 🤖 of it',
    }
    const organization = { account: 'x', name: '清华大学' }
    const strange = { ...topics[0]!, label: '鲸鱼', scope: '关于鲸鱼的一切。' }
    const [card, topic] = listCards(
      {
        papers: [{ ...paper, organization }],
        topics: [strange, ...topics.slice(1)],
        areas: [{ ...areas[0]!, label: '动物' }, ...areas.slice(1)],
      },
      'Lectern',
    )
    expect(card!.content).toMatchObject({
      title: 'Arms of it',
      facts: [{ text: 'date and authors not in the source' }],
      topics: [{ label: topics[1]!.label }],
    })
    expect(topic!.content).toMatchObject({ title: '', area: '', scope: '' })
  })

  test('raises a figure that no font has raised', async () => {
    const [raised, plain, lowered] = await Promise.all(
      ['A⁵', 'A5', 'A₅'].map((title) => renderer.render(contentOf({ title }))),
    )
    expect(await difference(raised!, plain!)).toBeGreaterThan(0)
    expect(await difference(raised!, lowered!)).toBeGreaterThan(0)
    const boxed = await renderer.render(contentOf({ title: 'A⌘' }))
    expect(await difference(raised!, boxed)).toBeGreaterThan(0)
  })

  test('says what the source does not, and that a year is inferred', () => {
    const facts = (known: Partial<Paper>) => contentOf(known).facts.map(({ text }) => text)
    expect(facts({})).toEqual(['date and authors not in the source'])
    expect(facts({ authorCount: 1 })).toEqual(['date not in the source', '1 author'])
    expect(facts({ date: { value: '2024-08-07', yearInferred: true } })).toEqual([
      'Aug 7, 2024',
      'year inferred',
      'authors not in the source',
    ])
  })
})

/** Every letter is as wide as the size. */
const blocks: Typeface = (text, size) => ({
  width: [...text].length * size,
  pathsAt: () => [text],
})

describe('the card of the site', () => {
  const colours = { ground: 'g', ink: 'i', ink2: 'j', ink3: 'k', rule: 'r' }
  const pen = {
    type: { title: blocks, text: blocks, facts: blocks, strong: blocks },
    colours: { ...colours, mark: () => 'book', markText: () => 'm' },
  }
  /** Left edge, width and foot of each book, and how many boards there are. */
  function shelvesOf(books: number) {
    const content = cardsOf(...Array.from({ length: books }, () => filedPaper('topic-0'))).at(-1)!
    // Without the bars of the wordmark.
    const svg = drawCard(content.content, pen).replace(/<g transform.*?<\/g>/, '')
    const drawn = /x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="book"/g
    return {
      boards: svg.split('fill="r"').length - 1,
      books: [...svg.matchAll(drawn)].map(([, x, y, width, height]) => ({
        x: Number(x),
        width: Number(width),
        foot: Math.round(Number(y) + Number(height)),
      })),
    }
  }

  test.each([
    [0, 0, []],
    [4, 1, [566]],
    [60, 2, [456, 566]],
    [465, 3, [346, 456, 566]],
  ])('has %i books side by side on %i shelves', (count, boards, feet) => {
    const shelves = shelvesOf(count)
    expect(shelves.boards).toBe(boards)
    expect(shelves.books).toHaveLength(count)
    expect([...new Set(shelves.books.map(({ foot }) => foot))]).toEqual(feet)
    for (const { x, width } of shelves.books) {
      expect(width).toBeLessThan(22)
      expect(x + width).toBeLessThanOrEqual(1128)
    }
  })
})

describe('lines', () => {
  const setting = { size: 1, tracking: 0, width: 10, maxLines: 2 }
  const textOf = (lines: ReturnType<typeof breakLines>) =>
    lines?.flatMap((line) => line.pathsAt(0, 0))

  test('are nearly equal in width', () => {
    expect(textOf(breakLines('one two three', blocks, setting))).toEqual(['one two', 'three'])
    expect(textOf(breakLines('aaaa bb cc', blocks, { ...setting, width: 9 }))).toEqual([
      'aaaa',
      'bb cc',
    ])
  })

  test('are not more than there is room for', () => {
    expect(breakLines('seven letters, thrice', blocks, { ...setting, maxLines: 1 })).toBeNull()
    expect(textOf(cutLines('seven letters, thrice', blocks, { ...setting, maxLines: 1 }))).toEqual([
      'seven let…',
    ])
  })

  test('break a word only where it is wider than a line', () => {
    expect(textOf(breakLines('abcdefghijkl m', blocks, setting))).toEqual(['abcdefghij', 'kl m'])
  })
})

describe('the cache', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-cards-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const drawing = (version: string) => ({
    version,
    render: async ({ title }: CardContent) => Buffer.from(title),
  })
  const place = (titles: string[], version = '1') =>
    placeCards(
      cardsOf(...titles.map((title) => ({ title }))).slice(0, titles.length),
      drawing(version),
      { sites: [join(folder, 'dist'), join(folder, 'dist-base')], cache: join(folder, 'cache') },
    )

  test('gives what was drawn before, and leaves its file as it is', async () => {
    expect(await place(['One', 'Two'])).toBe(2)
    const files = readdirSync(join(folder, 'cache')).map((name) => join(folder, 'cache', name))
    for (const file of files) utimesSync(file, 1, 1)
    rmSync(join(folder, 'dist'), { recursive: true })
    expect(await place(['One', 'Two'])).toBe(0)
    expect(files.map((file) => statSync(file).mtimeMs)).toEqual([1000, 1000])
    for (const site of ['dist', 'dist-base'])
      expect(readFileSync(join(folder, site, 'cards/papers/paper-1.png'), 'utf8')).toBe('Two')
  })

  test('draws what changed, and all after a change of the renderer, and forgets the rest', async () => {
    await place(['One', 'Two'])
    expect(await place(['One', 'Three'])).toBe(1)
    expect(readdirSync(join(folder, 'cache'))).toHaveLength(2)
    expect(await place(['One', 'Three'], '2')).toBe(2)
    expect(readdirSync(join(folder, 'cache'))).toHaveLength(2)
  })
})
