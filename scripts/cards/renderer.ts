import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import project from '../../package.json' with { type: 'json' }
import type { CardContent } from './card-content.ts'
import { CARD_WIDTH, drawCard } from './draw-card.ts'
import { encodePng } from './encode-png.ts'
import { readSiteColours } from './site-colours.ts'
import { FONT_FILES, loadTypefaces } from './typefaces.ts'

/** Bytes; above, a card is drawn with coarser edges. */
const HEAVIEST = 40_000
/** Shades of a colour, for the edges of letters. */
const FINE = 10
const COARSE = 3
const STYLES = 'src/styles/colours.css'

export interface Renderer {
  /** Changes with anything that could change a picture: this code, fonts, colours, libraries. */
  version: string
  /** A PNG of 1200 by 630 pixels. */
  render(content: CardContent): Promise<Buffer>
}

/** Loads fonts only when the first card is drawn, since often none is. */
export async function openRenderer(): Promise<Renderer> {
  const colours = readSiteColours(await readFile(STYLES, 'utf8'))
  // One thread a card: many are drawn at once.
  sharp.concurrency(1)
  let typefaces: ReturnType<typeof loadTypefaces> | null = null
  return {
    version: await hashRenderer(),
    async render(content) {
      typefaces ??= loadTypefaces()
      const svg = drawCard(content, { type: await typefaces, colours })
      const pixels = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer()
      const used = [...new Set(svg.match(/#[0-9a-f]{6}/g))].filter(
        (colour) => colour !== colours.ground,
      )
      const encode = (shades: number) => encodePng(pixels, CARD_WIDTH, colours.ground, used, shades)
      const png = await encode(FINE)
      return png.length <= HEAVIEST ? png : encode(COARSE)
    },
  }
}

async function hashRenderer(): Promise<string> {
  const hash = createHash('sha256')
  const code = (await readdir(import.meta.dirname))
    .sort()
    .map((name) => join(import.meta.dirname, name))
  for (const file of [...code, STYLES, ...FONT_FILES]) hash.update(await readFile(file))
  const { harfbuzzjs, 'subset-font': subsetter } = project.devDependencies
  hash.update(JSON.stringify([sharp.versions, harfbuzzjs, subsetter, process.versions.zlib]))
  return hash.digest('hex')
}
