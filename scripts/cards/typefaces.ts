import { readFile } from 'node:fs/promises'
import { Blob, Face, Font, Buffer as GlyphBuffer, shape } from 'harfbuzzjs'
import subsetFont from 'subset-font'

/**
 * Text as outlines: HarfBuzz shapes it with the fonts of the packages, so that a card needs no font of the
 * system it is drawn on, and no text of a paper ever stands in the SVG.
 */

/** A line of text, set. */
export interface SetText {
  /** In pixels. */
  width: number
  /** SVG paths with the baseline's start at (x, y), in pixels. */
  pathsAt(x: number, y: number): string[]
}

/** Sets a line of text at a size in pixels. `tracking` is space after each letter, in ems. */
export type Typeface = (text: string, size: number, tracking?: number) => SetText

export interface Typefaces {
  title: Typeface
  text: Typeface
  facts: Typeface
  strong: Typeface
}

interface LoadedFont {
  font: Font
  unitsPerEm: number
  codePoints: ReadonlySet<number>
  /** Outline by glyph. */
  outlines: Map<number, string>
}

/** One glyph in ems, y upwards: its outline scaled from font units. */
interface Glyph {
  outline: string
  unitsPerEm: number
  x: number
  y: number
  scale: number
  advance: number
}

const FONTSOURCE = 'node_modules/@fontsource-variable'
const NEWSREADER = ['latin', 'latin-ext', 'vietnamese'].map(
  (part) => `${FONTSOURCE}/newsreader/files/newsreader-${part}-opsz-normal.woff2`,
)
const INTER = [
  'latin',
  'latin-ext',
  'vietnamese',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
].map((part) => `${FONTSOURCE}/inter/files/inter-${part}-wght-normal.woff2`)
/** Signs of mathematics, with serifs. */
const SIGNS = 'node_modules/katex/dist/fonts/KaTeX_Main-Regular.ttf'

/** All files that letters may come from. */
export const FONT_FILES: readonly string[] = [...NEWSREADER, SIGNS, ...INTER]

/** A letter that no font has stands as a box: what is missing is seen to be missing. */
const BOX = 'M80 0L80 700L520 700L520 0ZM120 40L480 40L480 660L120 660Z'

/** The stroke through a sign, which combines with it. */
const NOT = '\u0338'
const SUPERSCRIPT = /^[\u02b0-\u02b8\u02e1-\u02e4\u1d2c-\u1d61\u2070\u2071\u2074-\u207f]$/u
const SUBSCRIPT = /^[\u2080-\u208e\u2090-\u209c\u1d62-\u1d6a]$/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The typefaces of the site; letters that its first font lacks come from the others. */
export async function loadTypefaces(): Promise<Typefaces> {
  const signs = await loadFont(SIGNS, {})
  const inter = (wght: number) => Promise.all(INTER.map((file) => loadFont(file, { wght })))
  const newsreader = (wght: number, opsz: number) =>
    Promise.all(NEWSREADER.map((file) => loadFont(file, { wght, opsz })))
  const [regular, strong] = [await inter(400), await inter(500)]
  return {
    title: typefaceOf([...(await newsreader(500, 32)), signs, ...strong]),
    text: typefaceOf([...(await newsreader(400, 18)), signs, ...regular]),
    facts: typefaceOf([...regular, signs]),
    strong: typefaceOf([...strong, signs]),
  }
}

async function loadFont(file: string, variationAxes: Record<string, number>): Promise<LoadedFont> {
  const bytes = await subsetFont(await readFile(file), null, {
    targetFormat: 'sfnt',
    variationAxes,
    keepAllGlyphs: true,
  })
  const face = new Face(new Blob(bytes))
  return {
    font: new Font(face),
    unitsPerEm: face.upem,
    codePoints: new Set(face.collectUnicodes()),
    outlines: new Map(),
  }
}

function typefaceOf(fonts: readonly LoadedFont[]): Typeface {
  const words = new Map<string, Glyph[]>()
  const wordInEms = (word: string) => {
    const glyphs = words.get(word) ?? setInEms(word, fonts)
    words.set(word, glyphs)
    return glyphs
  }
  return (text, size, tracking = 0) => {
    // Words come again at each size that is tried, and in other titles; lines do not.
    const glyphs = text.includes(' ') ? setInEms(text, fonts) : wordInEms(text)
    const width = glyphs.reduce((sum, { advance }) => sum + advance + tracking, 0) * size
    return { width, pathsAt: (x, y) => drawGlyphs(glyphs, { x, y, size, tracking }) }
  }
}

function drawGlyphs(
  glyphs: readonly Glyph[],
  { x, y, size, tracking }: { x: number; y: number; size: number; tracking: number },
): string[] {
  const paths: string[] = []
  let pen = x
  for (const glyph of glyphs) {
    const scale = (size * glyph.scale) / glyph.unitsPerEm
    const [left, base] = [pen + glyph.x * size, y - glyph.y * size]
    if (glyph.outline !== '')
      paths.push(
        `<path transform="translate(${rounded(left)} ${rounded(base)}) scale(${rounded(scale)} ${rounded(-scale)})" d="${glyph.outline}"/>`,
      )
    pen += (glyph.advance + tracking) * size
  }
  return paths
}

function setInEms(text: string, fonts: readonly LoadedFont[]): Glyph[] {
  return splitByFont(text, fonts).flatMap(({ run, font, form }) => {
    if (!font) return [{ outline: BOX, unitsPerEm: 1000, x: 0, y: 0, scale: 1, advance: 0.6 }]
    const glyphs = shapeRun(run, font)
    if (form === 'negated') return strike(glyphs, shapeRun('/', font))
    if (form === 'raised') return glyphs.map((glyph) => shift(glyph, 0.3))
    return form === 'lowered' ? glyphs.map((glyph) => shift(glyph, -0.16)) : glyphs
  })
}

interface Run {
  run: string
  /** Null if no font has it. */
  font: LoadedFont | null
  /** What to make of a plain letter in place of a superscript, a subscript or a negated sign that no font has. */
  form: 'plain' | 'raised' | 'lowered' | 'negated'
}

function splitByFont(text: string, fonts: readonly LoadedFont[]): Run[] {
  const runs: Run[] = []
  for (const { segment } of graphemes.segment(text)) {
    const next = runFor(segment, fonts)
    const last = runs.at(-1)
    if (
      last &&
      next.font &&
      last.font === next.font &&
      last.form === 'plain' &&
      next.form === 'plain'
    )
      last.run += next.run
    else runs.push(next)
  }
  return runs
}

function runFor(letter: string, fonts: readonly LoadedFont[]): Run {
  const fontOf = (text: string) => fonts.find((each) => hasAll(each, text)) ?? null
  const decomposed = letter.normalize('NFD')
  const font = fontOf(letter) ?? fontOf(decomposed)
  if (font) return { run: letter, font, form: 'plain' }
  if (decomposed.endsWith(NOT)) {
    const sign = decomposed.slice(0, -NOT.length)
    return { run: sign, font: fontOf(`${sign}/`), form: 'negated' }
  }
  const isRaised = SUPERSCRIPT.test(letter)
  const plain = isRaised || SUBSCRIPT.test(letter) ? letter.normalize('NFKC') : letter
  return { run: plain, font: fontOf(plain), form: isRaised ? 'raised' : 'lowered' }
}

function hasAll({ codePoints }: LoadedFont, text: string): boolean {
  return [...text].every((character) => codePoints.has(character.codePointAt(0)!))
}

function shapeRun(run: string, { font, unitsPerEm, outlines }: LoadedFont): Glyph[] {
  const buffer = new GlyphBuffer()
  buffer.addText(run)
  buffer.guessSegmentProperties()
  shape(font, buffer)
  const outlineOf = (glyph: number) => {
    const outline = outlines.get(glyph) ?? font.glyphToPath(glyph)
    outlines.set(glyph, outline)
    return outline
  }
  return buffer.getGlyphInfosAndPositions().map((glyph) => ({
    outline: outlineOf(glyph.codepoint),
    unitsPerEm,
    x: (glyph.xOffset ?? 0) / unitsPerEm,
    y: (glyph.yOffset ?? 0) / unitsPerEm,
    scale: 1,
    advance: (glyph.xAdvance ?? 0) / unitsPerEm,
  }))
}

/** A sign with a stroke through its middle. */
function strike(sign: readonly Glyph[], stroke: readonly Glyph[]): Glyph[] {
  const width = (glyphs: readonly Glyph[]) => glyphs.reduce((sum, { advance }) => sum + advance, 0)
  const back = (width(sign) + width(stroke)) / 2
  return [...sign, ...stroke.map((glyph) => ({ ...glyph, x: glyph.x - back, advance: 0 }))]
}

/** A small letter above the line, or below it, in ems. */
function shift(glyph: Glyph, by: number): Glyph {
  const scale = 0.62
  return {
    ...glyph,
    x: glyph.x * scale,
    y: glyph.y * scale + by,
    scale,
    advance: glyph.advance * scale,
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
