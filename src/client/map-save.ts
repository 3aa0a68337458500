import { download } from './download.ts'
import { scenePainter } from './map-painting.ts'
import type { Picture, PictureView, Seen } from './map-picture.ts'

/** What the style sheet says, and a file of its own must say itself, as attributes: other programs read no style. */
const STYLES = [
  'display',
  'fill',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'opacity',
  'paint-order',
  'stroke',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
  'transform',
  'vector-effect',
  'visibility',
] as const

/** Pixels of a PNG for a pixel of the screen. */
const DENSITY = 2

/** Saves the picture as it is seen, as an SVG file that needs nothing else; text stays text. */
export function saveSvg({ svg }: Picture, name: string): void {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const originals = [svg, ...svg.querySelectorAll('*')]
  const toRgb = rgbColours()
  for (const [at, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[at] as Element)
    for (const property of STYLES) {
      const value = style.getPropertyValue(property)
      const isColour = property === 'fill' || property === 'stroke'
      if (property !== 'transform' || value !== 'none')
        element.setAttribute(property, isColour ? toRgb(value) : value)
    }
    element.removeAttribute('class')
    element.removeAttribute('style')
    element.removeAttribute('tabindex')
  }
  for (const link of copy.querySelectorAll<SVGAElement>('a'))
    link.setAttribute('href', new URL(link.href.baseVal, location.href).href)
  const { width, height } = svg.getBoundingClientRect()
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  // The frame stands in the middle of the stage, which may be wider or higher.
  for (const [key, value] of Object.entries({
    x: '-100%',
    y: '-100%',
    width: '300%',
    height: '300%',
  }))
    ground.setAttribute(key, value)
  ground.setAttribute('fill', toRgb(getComputedStyle(document.documentElement).backgroundColor))
  copy.prepend(ground)
  const text = new XMLSerializer().serializeToString(copy)
  download(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`)
}

/** Turns colours of any kind into those that every program knows; `none` stays. */
function rgbColours(): (colour: string) => string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const known = new Map<string, string>()
  return (colour) => {
    if (colour === 'none' || !context) return colour
    const before = known.get(colour)
    if (before) return before
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data
    const rgb = alpha === 0 ? 'none' : `rgb(${red},${green},${blue})`
    known.set(colour, rgb)
    return rgb
  }
}

/** Saves the picture as it is seen, as a PNG of twice its size on the screen. */
export async function savePng(
  picture: Picture,
  view: PictureView,
  seen: Seen,
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
