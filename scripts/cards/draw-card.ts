import type { CardFact } from '../../src/formats/card.ts'
import { breakLines, cutLines } from './break-lines.ts'
import type { Book, CardContent, PaperContent, SiteContent, TopicContent } from './card-content.ts'
import type { SiteColours } from './site-colours.ts'
import type { SetText, Typefaces } from './typefaces.ts'

export const CARD_WIDTH = 1200
const CARD_HEIGHT = 630

const LEFT = 112
const RIGHT = 1128
const WIDTH = RIGHT - LEFT
const SPINE = 44
const TOP_LINE = 92
const BASE = 566
const GAP = 5
const SMALLEST = 44
const LEADING = 1.12
const TRACKING = -0.018
const FACTS = 26
const SWATCH = 18
/** A book and the gap beside it, at most. */
const BOOK = 22
/** On the site's card, at most. */
const SHELVES = 3
/** A fact is left out rather than cut to less, in pixels. */
const LEAST_WIDTH = 120

interface Pen {
  type: Typefaces
  colours: SiteColours
}

/** A card as SVG of paths and rectangles only. */
export function drawCard(content: CardContent, pen: Pen): string {
  const drawing = drawContent(content, pen)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">` +
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${pen.colours.ground}"/>` +
    `${drawing.join('')}</svg>`
  )
}

function drawContent(content: CardContent, pen: Pen): string[] {
  switch (content.kind) {
    case 'paper':
      return drawPaper(content, pen)
    case 'topic':
      return drawTopic(content, pen)
    case 'site':
      return drawSite(content, pen)
  }
}

function drawPaper({ title, facts, hues, topics, site }: PaperContent, pen: Pen): string[] {
  const factsBase = topics.length > 0 ? BASE - 54 : BASE
  return [
    ...drawSpine(hues, pen),
    ...drawWordmark(site, pen),
    ...drawTitle(title, { top: 140, height: factsBase - 60 - 140, largest: 88 }, pen).paths,
    ...drawFacts(facts, factsBase, pen),
    ...drawTopicNames(topics, pen),
  ]
}

function drawTopic(content: TopicContent, pen: Pen): string[] {
  const { type, colours } = pen
  const title = drawTitle(content.title, { top: 140, height: 100, largest: 88 }, pen)
  const scope = cutLines(content.scope, type.text, {
    size: 32,
    tracking: 0,
    width: WIDTH,
    maxLines: 3,
  })
  const area = type.strong(content.area, 24)
  return [
    ...drawSpine([content.hue], pen),
    ...drawWordmark(content.site, pen),
    ...filled(area.pathsAt(RIGHT - area.width, TOP_LINE), colours.markText(content.hue)),
    ...title.paths,
    ...scope.flatMap((line, index) =>
      filled(line.pathsAt(LEFT, title.bottom + 72 + index * 44), colours.ink2),
    ),
    ...drawShelf(content.books, { base: 500, tallest: 92, widest: BOOK }, pen),
    ...drawFacts(content.facts, BASE, pen),
  ]
}

function drawSite({ title, shelves, site }: SiteContent, pen: Pen): string[] {
  const books = shelves.flat()
  const rows = Math.min(SHELVES, Math.ceil((books.length * BOOK) / WIDTH))
  const perRow = Math.max(1, Math.ceil(books.length / rows))
  return [
    ...drawWordmark(site, pen),
    ...drawTitle(title, { top: 140, height: 100, largest: 80 }, pen).paths,
    ...Array.from({ length: rows }, (_, row) =>
      drawShelf(
        books.slice(row * perRow, (row + 1) * perRow),
        { base: BASE - (rows - 1 - row) * 110, tallest: 84, widest: BOOK },
        pen,
      ),
    ).flat(),
  ]
}

/** The title at the largest size at which it fits, and where its last line stands. */
function drawTitle(
  title: string,
  { top, height, largest }: { top: number; height: number; largest: number },
  { type, colours }: Pen,
): { paths: string[]; bottom: number } {
  const draw = (lines: readonly SetText[], size: number) => {
    const base = (index: number) => top + size * (0.86 + index * LEADING)
    const paths = lines.flatMap((line, index) => line.pathsAt(LEFT, base(index)))
    return { paths: filled(paths, colours.ink), bottom: base(lines.length - 1) }
  }
  const settingAt = (size: number) => ({
    size,
    tracking: TRACKING,
    width: WIDTH,
    maxLines: Math.max(1, Math.floor(height / (size * LEADING))),
  })
  for (let size = largest; size >= SMALLEST; size -= 4) {
    const lines = breakLines(title, type.title, settingAt(size))
    if (lines) return draw(lines, size)
  }
  return draw(cutLines(title, type.title, settingAt(SMALLEST)), SMALLEST)
}

/** The left edge of the card, as the page has it beside its title. */
function drawSpine(hues: readonly number[], { colours }: Pen): string[] {
  return drawBands(hues.length > 0 ? hues : [0], 1.6).map(
    ({ hue, from, to }) =>
      `<rect x="0" y="${round(from * (CARD_HEIGHT + GAP))}" width="${SPINE}" height="${round((to - from) * (CARD_HEIGHT + GAP) - GAP)}" fill="${colours.mark(hue)}"/>`,
  )
}

/** Shares of a height from 0 to 1, of which the first is `first` times as large as each other. */
function drawBands(hues: readonly number[], first: number) {
  const whole = first + hues.length - 1
  return hues.map((hue, index) => ({
    hue,
    from: index === 0 ? 0 : (first + index - 1) / whole,
    to: (first + index) / whole,
  }))
}

/** Books side by side on a board, bands from the foot up. */
function drawShelf(
  books: readonly Book[],
  { base, tallest, widest }: { base: number; tallest: number; widest: number },
  { colours }: Pen,
): string[] {
  const pitch = Math.min(widest, WIDTH / Math.max(1, books.length))
  const width = pitch * 0.76
  const drawn = books.flatMap(({ hues, height }, index) => {
    const tall = tallest * (0.58 + 0.06 * (height - 1))
    return drawBands(hues.length > 0 ? hues : [0], 1.8).map(({ hue, from, to }, band) => {
      const gap = band === 0 ? 0 : 1.5
      return `<rect x="${round(LEFT + index * pitch)}" y="${round(base - to * tall)}" width="${round(width)}" height="${round((to - from) * tall - gap)}" fill="${colours.mark(hue)}"/>`
    })
  })
  return [
    ...drawn,
    `<rect x="${LEFT}" y="${base + 1}" width="${WIDTH}" height="2" fill="${colours.rule}"/>`,
  ]
}

function drawFacts(facts: readonly CardFact[], base: number, { type, colours }: Pen): string[] {
  const paths: string[] = []
  let x = LEFT
  for (const { text, absent } of facts) {
    if (RIGHT - x < LEAST_WIDTH) break
    const setting = { size: FACTS, tracking: 0, width: RIGHT - x, maxLines: 1 }
    const [line] = cutLines(text, type.facts, setting)
    if (!line) break
    paths.push(...filled(line.pathsAt(x, base), absent ? colours.ink3 : colours.ink2))
    x += line.width + 32
  }
  return paths
}

/** As many topics as stand in a line, and how many more there are. */
function drawTopicNames(topics: PaperContent['topics'], { type, colours }: Pen): string[] {
  const names = topics.map(({ label, hue }) => ({ hue, line: type.strong(label, FACTS) }))
  const widthOf = (count: number) =>
    names.slice(0, count).reduce((sum, { line }) => sum + SWATCH + 12 + line.width + 36, 0)
  const more = (count: number) => type.facts(`and ${topics.length - count} more`, FACTS)
  let shown = topics.length
  while (shown > 1 && widthOf(shown) + (shown < topics.length ? more(shown).width : -36) > WIDTH)
    shown--
  const paths = names.slice(0, shown).flatMap(({ hue, line }, index) => {
    const x = LEFT + widthOf(index)
    return [
      `<rect x="${round(x)}" y="${BASE - 18}" width="${SWATCH}" height="${SWATCH}" rx="3" fill="${colours.mark(hue)}"/>`,
      ...filled(line.pathsAt(x + SWATCH + 12, BASE), colours.markText(hue)),
    ]
  })
  if (shown === topics.length) return paths
  return [...paths, ...filled(more(shown).pathsAt(LEFT + widthOf(shown), BASE), colours.ink3)]
}

/** The mark of the site's header with its name. */
function drawWordmark(site: string, { type, colours }: Pen): string[] {
  const bars = [
    { x: 0, y: 1, height: 16, hue: 1 },
    { x: 5, y: 4, height: 13, hue: 6 },
    { x: 10, y: 0.5, height: 16.5, hue: 4 },
  ]
  return [
    `<g transform="translate(${LEFT} ${TOP_LINE - 29}) scale(1.75)">`,
    ...bars.map(
      ({ x, y, height, hue }) =>
        `<rect x="${x}" y="${y}" width="3.6" height="${height}" rx=".8" fill="${colours.mark(hue)}"/>`,
    ),
    `<path d="M17.4 1.6 19.3 2 16.9 17h-1.9z" fill="${colours.ink}"/></g>`,
    ...filled(type.title(site, 36, -0.01).pathsAt(LEFT + 49, TOP_LINE), colours.ink),
  ]
}

function filled(paths: readonly string[], colour: string): string[] {
  return [`<g fill="${colour}">`, ...paths, '</g>']
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
