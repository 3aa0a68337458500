import { download } from './download.ts'
import { type Seen, scenePainter } from './map-canvas.ts'
import type { Picture, PictureView } from './map-picture.ts'

/** What the style sheet says, and a file of its own must say itself. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'display',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'transform',
  'vector-effect',
] as const

/** Pixels of a PNG for a pixel of the screen. */
const DENSITY = 2

/** Saves the picture as it is seen, as an SVG file that needs nothing else; text stays text. */
export function saveSvg({ svg }: Picture, name: string): void {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const originals = [svg, ...svg.querySelectorAll('*')]
  for (const [at, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[at] as Element)
    element.setAttribute(
      'style',
      STYLES.map((property) => `${property}:${style.getPropertyValue(property)}`).join(';'),
    )
    element.removeAttribute('class')
    element.removeAttribute('tabindex')
  }
  for (const link of copy.querySelectorAll('a')) {
    const { href } = link as unknown as { href: { baseVal: string } }
    link.setAttribute('href', new URL(href.baseVal, location.href).href)
  }
  const { width, height } = svg.getBoundingClientRect()
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const background = getComputedStyle(document.documentElement).backgroundColor
  copy.setAttribute('style', `background:${background}`)
  const text = new XMLSerializer().serializeToString(copy)
  download(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`)
}

/** Saves the picture as it is seen, as a PNG of twice its size on the screen. */
export async function savePng(
  picture: Picture,
  view: PictureView,
  seen: Omit<Seen, 'density'>,
  name: string,
): Promise<void> {
  const canvas = document.createElement('canvas')
  canvas.width = seen.width * DENSITY
  canvas.height = seen.height * DENSITY
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no canvas to paint on.')
  scenePainter(picture)(context, view, { ...seen, density: DENSITY }, true)
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('This browser could not make a PNG.')
  download(blob, `${name}.png`)
}
