import { labelsToShow } from '../map/labels.ts'
import { AREA_NAME_SIZE, AREA_NAME_SPACING, labelLines, labelSize } from '../map/marks.ts'
import { pairKey } from '../map/scene.ts'
import {
  type MapPainter,
  type Picture,
  type PicturedTopic,
  type PictureView,
  svgPainter,
} from './map-picture.ts'

/** The SVG below follows once the map has come to rest: pointers and keys need it where it is seen. */
const REST_MS = 120
const FAINT = 0.28
const OUT = 0.14

interface Palette {
  ink: string
  line: string
  ground: string
  serif: string
  sans: string
  /** By class of colour. */
  marks: Map<string, { mark: string; text: string; wash: string }>
}

/** How much of the sheet is seen, and where. */
export interface Seen {
  transform: { k: number; x: number; y: number }
  /** Pixels by unit of the frame. */
  scale: number
  /** Size of the stage in pixels. */
  width: number
  height: number
  /** Pixels of the canvas for a pixel of the stage. */
  density: number
}

/** Draws a view of the picture; `isFresh` has it read the colours of the page again. */
export type ScenePainter = (
  context: CanvasRenderingContext2D,
  view: PictureView,
  seen: Seen,
  isFresh: boolean,
) => void

/**
 * Paints the same scene on a canvas that lies over the SVG, which stays there unseen for pointers, keys and screen
 * readers.
 */
export function canvasPainter(picture: Picture, stage: HTMLElement): MapPainter {
  const { svg } = picture
  const under = svgPainter(picture)
  const paintScene = scenePainter(picture)
  const canvas = document.createElement('canvas')
  canvas.className = `painted ${svg.dataset.frame}`
  canvas.setAttribute('aria-hidden', 'true')
  svg.classList.add('under')
  svg.after(canvas)

  let transform = { k: 1, x: 0, y: 0 }
  let scale = 1
  let view: PictureView | null = null
  let isFresh = true
  let frame = 0
  let rest = 0

  // A theme changes by the system or by the reader.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint)
  new MutationObserver(repaint).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  })

  function repaint(): void {
    isFresh = true
    if (frame === 0) frame = requestAnimationFrame(paint)
  }

  function paint(): void {
    frame = 0
    const context = canvas.getContext('2d')
    if (!context || !view) return
    const { clientWidth: width, clientHeight: height } = stage
    const density = devicePixelRatio
    if (canvas.width !== width * density) canvas.width = width * density
    if (canvas.height !== height * density) canvas.height = height * density
    paintScene(context, view, { transform, scale, width, height, density }, isFresh)
    isFresh = false
  }

  return {
    move(next, newScale) {
      transform = next
      scale = newScale
      if (frame === 0) frame = requestAnimationFrame(paint)
      clearTimeout(rest)
      rest = window.setTimeout(() => under.move(next, newScale), REST_MS)
    },
    show(next) {
      view = next
      under.show(next)
      repaint()
    },
  }
}

/** Prepares to draw a picture on canvases. */
export function scenePainter({
  svg,
  width: w,
  height: h,
  topics,
  links,
  names,
}: Picture): ScenePainter {
  const grounds = [...svg.querySelectorAll<SVGPathElement>('.grounds path')].map((path) => ({
    colour: path.classList[0] ?? '',
    path: new Path2D(path.getAttribute('d') ?? ''),
  }))
  const texts = names.map(({ group }) => ({
    colour: group.classList[0] ?? '',
    text: group.textContent.trim(),
  }))
  const widths = links.map(({ line }) => Number(line.getAttribute('stroke-width')))
  const placeOf = new Map(topics.map(({ topic }, place) => [topic, place]))
  const placesOf = (wanted: Iterable<number>) =>
    [...wanted].flatMap((topic) => placeOf.get(topic) ?? [])
  let palette: Palette | null = null

  return (context, view, { transform, scale, width, height, density }, isFresh) => {
    if (isFresh || !palette) palette = readPalette(svg, view.colours)
    const colours = palette
    const fit = scale / transform.k
    // The frame stands in the middle of the stage.
    const left = (width - w * fit) / 2 + transform.x * fit
    const top = (height - h * fit) / 2 + transform.y * fit
    const at = ({ x, y }: { x: number; y: number }) => [left + x * scale, top + y * scale] as const

    context.setTransform(density, 0, 0, density, 0, 0)
    context.clearRect(0, 0, width, height)
    if (view.hasGround) {
      context.setTransform(density * scale, 0, 0, density * scale, density * left, density * top)
      for (const { colour, path } of grounds) {
        context.fillStyle = colours.marks.get(colour)?.wash ?? colours.ground
        context.fill(path)
      }
      context.setTransform(density, 0, 0, density, 0, 0)
    }
    context.strokeStyle = colours.line
    for (const [number, { a, b }] of links.entries()) {
      const key = pairKey(a, b)
      const [from, to] = [topics[placeOf.get(a) ?? -1], topics[placeOf.get(b) ?? -1]]
      if (!from || !to || !view.links.has(key)) continue
      const isNear = view.emphasis?.links.has(key) === true
      context.globalAlpha = isNear ? 0.8 : view.emphasis ? 0.05 : 0.4
      context.lineWidth = widths[number] ?? 1
      context.beginPath()
      context.moveTo(...at(from))
      context.lineTo(...at(to))
      context.stroke()
    }
    const shown = labelsToShow(
      topics,
      scale,
      topics.map(({ topic }) => view.isShown[topic] === true),
      view.emphasis && new Set(placesOf(view.emphasis.topics)),
      placesOf(view.emphasis?.centres ?? []),
      names,
    )
    for (const [place, topic] of topics.entries()) {
      const [x, y] = at(topic)
      if (x < -300 || x > width + 300 || y < -50 || y > height + 50) continue
      context.globalAlpha = opacityOf(topic.topic, view)
      paintMark(context, topic, view, colours, x, y)
      if (shown.topics[place]) paintLabel(context, topic, colours, x, y)
    }
    if (view.hasGround) {
      context.font = `600 ${AREA_NAME_SIZE}px ${colours.sans}`
      context.letterSpacing = `${AREA_NAME_SPACING}px`
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      context.lineJoin = 'round'
      context.lineWidth = 3
      context.strokeStyle = colours.ground
      context.globalAlpha = view.emphasis ? 0.5 : 1
      for (const [number, name] of names.entries()) {
        if (!shown.names[number]) continue
        const { colour, text } = texts[number] as { colour: string; text: string }
        context.fillStyle = colours.marks.get(colour)?.text ?? colours.ink
        context.strokeText(text, ...at(name))
        context.fillText(text, ...at(name))
      }
      context.letterSpacing = '0px'
      context.textBaseline = 'alphabetic'
    }
    context.globalAlpha = 1
  }
}

function opacityOf(topic: number, { isShown, emphasis }: PictureView): number {
  if (!isShown[topic]) return OUT
  return emphasis && !emphasis.topics.has(topic) ? FAINT : 1
}

function paintMark(
  context: CanvasRenderingContext2D,
  { topic, radius }: PicturedTopic,
  view: PictureView,
  palette: Palette,
  x: number,
  y: number,
): void {
  const colour = view.colours[topic] ?? 'hue-0'
  const isHollow = colour === 'era-0'
  const isSelected = view.selected.includes(topic)
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = isHollow ? palette.ground : (palette.marks.get(colour)?.mark ?? palette.line)
  context.fill()
  context.strokeStyle = isSelected ? palette.ink : isHollow ? palette.line : palette.ground
  context.lineWidth = isSelected ? 2.5 : 1.5
  context.stroke()
}

function paintLabel(
  context: CanvasRenderingContext2D,
  { lines, side, radius, papers }: PicturedTopic,
  palette: Palette,
  x: number,
  y: number,
): void {
  const size = labelSize(papers)
  const { anchor, x: shift, baselines } = labelLines(side, radius, size, lines.length)
  context.font = `${size}px ${palette.serif}`
  context.textAlign = anchor === 'middle' ? 'center' : anchor
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = palette.ground
  context.fillStyle = palette.ink
  for (const [line, baseline] of baselines.entries()) {
    context.strokeText(lines[line] ?? '', x + shift, y + baseline)
    context.fillText(lines[line] ?? '', x + shift, y + baseline)
  }
}

function fontOf(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token) || 'serif'
}

/** Colours as the style sheet has them now, read from an element that wears each class in turn. */
function readPalette(svg: SVGSVGElement, classes: readonly string[]): Palette {
  const probe = document.createElement('i')
  svg.parentElement?.append(probe)
  const colour = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const grounds = [...svg.querySelectorAll('.grounds path')].map(({ classList }) => classList[0])
  const marks = new Map(
    [...new Set([...classes, ...grounds])]
      .filter((name) => name !== undefined)
      .map((name) => {
        probe.className = name
        return [
          name,
          { mark: colour('--mark'), text: colour('--mark-text'), wash: colour('--wash') },
        ] as const
      }),
  )
  probe.className = ''
  const palette = {
    ink: colour('--ink'),
    line: colour('--ink-3'),
    ground: colour('--ground'),
    serif: fontOf('--font-text'),
    sans: fontOf('--font-sans'),
    marks,
  }
  probe.remove()
  return palette
}
