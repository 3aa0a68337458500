import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'

/** A colour as sRGB, `#rrggbb`. */
type Hex = string

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const COLOUR_BY_PALETTE = 3
const compress = promisify(deflate)

/**
 * A PNG with a palette, from pixels of four bytes (red, green, blue, opaque). A pixel takes the nearest of
 * the `shades` steps from `ground` to each of `colours`, which must be 255 in all at most. Not left to sharp, which searches
 * for a palette: that takes longer than drawing, and here the palette is known.
 */
export async function encodePng(
  pixels: Uint8Array,
  width: number,
  ground: Hex,
  colours: readonly Hex[],
  shades: number,
): Promise<Buffer> {
  const palette = shadesOf(ground, colours, shades)
  const height = pixels.length / 4 / width
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, COLOUR_BY_PALETTE, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    // Level 9 takes ten times as long, for a tenth of the size.
    chunk('IDAT', await compress(indexRows(pixels, width, palette), { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

type Rgb = [red: number, green: number, blue: number]

function shadesOf(ground: Hex, colours: readonly Hex[], steps: number): Rgb[] {
  const from = parseHex(ground)
  const shades = colours.flatMap((colour) => {
    const to = parseHex(colour)
    return Array.from(
      { length: steps },
      (_, step) =>
        from.map((value, index) => {
          return Math.round(value + ((to[index]! - value) * (step + 1)) / steps)
        }) as Rgb,
    )
  })
  const palette: Rgb[] = [from, ...shades]
  if (palette.length > 256) throw new Error(`${colours.length} colours do not fit a palette`)
  return palette
}

function parseHex(colour: Hex): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** One byte a pixel, and before each row the number of its filter: none. */
function indexRows(pixels: Uint8Array, width: number, palette: readonly Rgb[]): Uint8Array {
  const rows = new Uint8Array((pixels.length / 4 / width) * (width + 1))
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
  const known = new Map<number, number>()
  let [word, index] = [-1, 0]
  for (let at = 0, to = 0; at < words.length; at++, to++) {
    if (at % width === 0) to++
    if (words[at] !== word) {
      word = words[at]!
      const found = known.get(word)
      index = found ?? nearest(pixels.subarray(4 * at, 4 * at + 3), palette)
      if (found === undefined) known.set(word, index)
    }
    rows[to] = index
  }
  return rows
}

function nearest([red = 0, green = 0, blue = 0]: Uint8Array, palette: readonly Rgb[]): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  palette.forEach(([r, g, b], index) => {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
    if (distance < least) [best, least] = [index, distance]
  })
  return best
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
