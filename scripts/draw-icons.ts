import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { readArguments } from './read-arguments.ts'

const USAGE = `Draws the icons of phones and home screens from public/favicon.svg, after a change of that.

  npm run icons

The results are committed, so that a build draws nothing.
`

interface Icon {
  file: string
  /** Width and height in pixels. */
  size: number
  /** Whether the system cuts the corners, so that the ground must fill them. */
  isCut: boolean
  /** Size of the mark by that of the favicon's. */
  scale: number
}

const ICONS: readonly Icon[] = [
  { file: 'icon-192.png', size: 192, isCut: false, scale: 1 },
  { file: 'icon-512.png', size: 512, isCut: false, scale: 1 },
  // Android may cut all but a circle of 80 % of the width; at .84 the mark's corners lie in it.
  { file: 'icon-maskable-512.png', size: 512, isCut: true, scale: 0.84 },
  { file: 'apple-touch-icon.png', size: 180, isCut: true, scale: 0.9 },
]

const SIDE = 32

readArguments(USAGE, {}, [0, 0])
const favicon = await readFile('public/favicon.svg', 'utf8')
const [, ground, mark] = /(<rect [^>]+>)(.+)<\/svg>/s.exec(favicon) ?? []
if (!ground || !mark) throw new Error('public/favicon.svg has no ground followed by a mark.')

for (const { file, size, isCut, scale } of ICONS) {
  const shift = (SIDE / 2) * (1 - scale)
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${size}" height="${size}">` +
    `${isCut ? ground.replace(/ rx="[^"]*"/, '') : ground}` +
    `<g transform="translate(${shift} ${shift}) scale(${scale})">${mark}</g></svg>`
  const png = await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer()
  await writeFile(`public/${file}`, png)
  console.log(`${file}  ${png.length} bytes`)
}
