import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { create } from 'fontkitten'
import subsetFont from 'subset-font'
import { readArguments } from './read-arguments.ts'

const USAGE = `Cuts the fonts of the Fontsource packages to what the site sets, after an update of those.

  npm run fonts

Writes them and how wide their letters are, in thousandths of the font size, into src/fonts. The
results are committed, so that a build needs no font tools.
`

/** Letters of Western European languages and the punctuation and signs of running text. */
const CHARACTERS = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...'‐‑‒–—‘’“”„†‡•…′″‹›⁄€™−←→↑↓≈≠≤≥∞⋅Łłőűğıśźżćčěřšžńăş',
].join('')

const NEWSREADER = 'newsreader/files/newsreader-latin-opsz-normal.woff2'
const INTER = 'inter/files/inter-latin-wght-normal.woff2'

const FONTS = [
  // Optical size 18 is cut for abstracts, 32 stands well from list titles (22 px) to the largest (58 px).
  { file: 'newsreader-text.woff2', source: NEWSREADER, variationAxes: { opsz: 18, wght: 400 } },
  { file: 'newsreader-display.woff2', source: NEWSREADER, variationAxes: { opsz: 32, wght: 500 } },
  {
    file: 'inter.woff2',
    source: INTER,
    variationAxes: { wght: { min: 400, max: 600, default: 400 } },
  },
]

readArguments(USAGE, {}, [0, 0])
await mkdir('src/fonts', { recursive: true })
for (const { file, source, variationAxes } of FONTS) {
  const original = await readFile(`node_modules/@fontsource-variable/${source}`)
  const subset = await subsetFont(original, CHARACTERS, { targetFormat: 'woff2', variationAxes })
  await writeFile(`src/fonts/${file}`, subset)
  console.log(`${file}  ${original.length} bytes cut to ${subset.length}`)
}

/** The fonts of the map's words, whose widths its layout must know. */
const MEASURED = {
  topic: { source: NEWSREADER, variationAxes: { opsz: 18, wght: 400 } },
  area: { source: INTER, variationAxes: { wght: 600 } },
}

const widths: Record<string, Record<string, number>> = {}
for (const [name, { source, variationAxes }] of Object.entries(MEASURED)) {
  const original = await readFile(`node_modules/@fontsource-variable/${source}`)
  const font = create(
    await subsetFont(original, CHARACTERS, { targetFormat: 'sfnt', variationAxes }),
  )
  if (!('glyphForCodePoint' in font)) throw new Error(`${source} is a collection, not a font`)
  widths[name] = Object.fromEntries(
    [...CHARACTERS].map((character) => [
      character,
      Math.round(
        (1000 * font.glyphForCodePoint(character.codePointAt(0)!).advanceWidth) / font.unitsPerEm,
      ),
    ]),
  )
}
await writeFile('src/fonts/widths.json', `${JSON.stringify(widths, null, 2)}\n`)
console.log('widths.json written')

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
}
