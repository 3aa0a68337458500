import type { LabelChoice } from '../map/label-choices.ts'
import { labelsToShow } from '../map/labels.ts'
import { AREA_NAME_SIZE, AREA_NAME_SPACING, labelText } from '../map/marks.ts'
import { pairKey } from '../map/scene.ts'
import { type Palette, readPalette } from './map-palette.ts'
import {
  cornerOf,
  labelViewOf,
  type Picture,
  type PicturedTopic,
  type PictureView,
  type Seen,
} from './map-picture.ts'
import { textStamps } from './text-stamps.ts'

/** As in the page's style: what does not stand out. */
const FAINT = { mark: 0.4, text: 0.62 }
const OUT = 0.14
/** As in the page's style: how much of a halo covers, and how wide it is around the label of a selected topic. */
const HALO: Halo = { opacity: 0.8, width: 3 }
const HALO_SELECTED: Halo = { opacity: 1, width: 5 }

/** What is painted of the ground around letters; its width in pixels. */
interface Halo {
  opacity: number
  width: number
}

/** Draws a view of the picture; `isFresh` has it read the colours of the page again. */
type ScenePainter = (
  context: CanvasRenderingContext2D,
  view: PictureView,
  /** `density` is pixels of the canvas for a pixel of the stage. */
  seen: Seen & { density: number },
  isFresh: boolean,
) => void

/** What does not change between two paintings of a picture, as a canvas needs it. */
interface Outlines {
  grounds: { colour: string; path: Path2D }[]
  lines: { key: string; from: PicturedTopic; to: PicturedTopic; width: number }[]
  /** Of the names over the ground. */
  texts: { colour: string; text: string }[]
}

/** One painting: of what, as it is seen, in which colours. */
interface Painting extends Outlines {
  context: CanvasRenderingContext2D
  picture: Picture
  view: PictureView
  seen: Seen & { density: number }
  palette: Palette
  stamps: ReturnType<typeof textStamps>
  /** Pixels from the corner of the stage to that of the sheet. */
  corner: { left: number; top: number }
  /** Where a place of the frame is on the stage. */
  at(place: { x: number; y: number }): readonly [x: number, y: number]
}

/** Prepares to draw a picture on canvases. */
export function scenePainter(picture: Picture): ScenePainter {
  const outlines = outlinesOf(picture)
  const groundColours = outlines.grounds.map(({ colour }) => colour)
  let palette: Palette | null = null
  let stamps = textStamps(1, HALO_SELECTED.width)

  return (context, view, seen, isFresh) => {
    const { scale, width, height, density } = seen
    if (isFresh || !palette) palette = readPalette(picture.svg, [...view.colours, ...groundColours])
    if (isFresh || stamps.density !== density) stamps = textStamps(density, HALO_SELECTED.width)
    const corner = cornerOf(picture, seen)
    const at = ({ x, y }: { x: number; y: number }) =>
      [corner.left + x * scale, corner.top + y * scale] as const
    const painting = { ...outlines, context, picture, view, seen, palette, stamps, corner, at }

    context.setTransform(density, 0, 0, density, 0, 0)
    context.clearRect(0, 0, width, height)
    const shown = labelsToShow(picture.topics, picture.names, labelViewOf(picture, view, seen))
    if (view.hasGround) paintGrounds(painting)
    paintLines(painting)
    paintTopics(painting, shown.topics)
    if (view.hasGround) paintNames(painting, shown.names)
    context.globalAlpha = 1
  }
}

function outlinesOf({ svg, topics, links, names }: Picture): Outlines {
  const topicAt = new Map(topics.map((topic) => [topic.topic, topic]))
  return {
    grounds: [...svg.querySelectorAll<SVGPathElement>('.grounds path')].map((path) => ({
      colour: path.classList[0] ?? '',
      path: new Path2D(path.getAttribute('d') ?? ''),
    })),
    lines: links.flatMap(({ a, b, line }) => {
      const [from, to] = [topicAt.get(a), topicAt.get(b)]
      const width = Number(line.getAttribute('stroke-width'))
      return from && to ? [{ key: pairKey(a, b), from, to, width }] : []
    }),
    texts: names.map(({ group }) => ({
      colour: group.classList[0] ?? '',
      text: group.textContent.trim(),
    })),
  }
}

function paintGrounds({ context, grounds, palette, seen, corner }: Painting): void {
  const { density, scale } = seen
  const pixels = density * scale
  context.setTransform(pixels, 0, 0, pixels, density * corner.left, density * corner.top)
  for (const { colour, path } of grounds) {
    context.fillStyle = palette.marks.get(colour)?.wash ?? palette.ground
    context.fill(path)
  }
  context.setTransform(density, 0, 0, density, 0, 0)
}

function paintLines({ context, lines, view, palette, at }: Painting): void {
  for (const { key, from, to, width } of lines) {
    if (!view.links.has(key)) continue
    const isNear = view.emphasis?.links.has(key) === true
    context.strokeStyle = isNear ? palette.strongLine : palette.line
    context.globalAlpha = isNear ? 0.8 : view.emphasis ? 0.05 : 0.4
    context.lineWidth = width
    context.beginPath()
    context.moveTo(...at(from))
    context.lineTo(...at(to))
    context.stroke()
  }
}

/** Marks with their labels; `choices` are the numbers of those that the labels are set by. */
function paintTopics(painting: Painting, choices: readonly (number | null)[]): void {
  const { context, picture, view, seen, palette, stamps, at } = painting
  for (const [place, topic] of picture.topics.entries()) {
    const [x, y] = at(topic)
    if (x < -300 || x > seen.width + 300 || y < -50 || y > seen.height + 50) continue
    const isSelected = view.selected.includes(topic.topic)
    context.globalAlpha = opacityOf(topic.topic, view, FAINT.mark)
    paintMark(painting, topic, x, y)
    const number = choices[place] ?? null
    const choice = topic.choices[number ?? -1]
    context.globalAlpha = opacityOf(topic.topic, view, FAINT.text)
    if (!choice) continue
    const halo = isSelected ? HALO_SELECTED : HALO
    const paint = (target: CanvasRenderingContext2D) =>
      paintLabel(target, topic, choice, { palette, halo })
    const key = `${place} ${number} ${isSelected}`
    stamps.print(context, { key, box: choice.box, paint }, x, y)
  }
}

function paintNames(painting: Painting, isShown: readonly boolean[]): void {
  const { context, picture, texts, view, palette, stamps, at } = painting
  context.globalAlpha = view.emphasis ? FAINT.text : 1
  for (const [number, name] of picture.names.entries()) {
    if (!isShown[number]) continue
    const { colour, text } = texts[number] as Outlines['texts'][number]
    const paint = (target: CanvasRenderingContext2D) => {
      target.font = `600 ${AREA_NAME_SIZE}px ${palette.sans}`
      target.letterSpacing = `${AREA_NAME_SPACING}px`
      target.textAlign = 'center'
      target.textBaseline = 'middle'
      target.fillStyle = palette.marks.get(colour)?.text ?? palette.ink
      paintText(target, { text, x: 0, y: 0 }, { ...HALO, colour: palette.ground })
    }
    stamps.print(context, { key: `name ${number}`, box: name.box, paint }, ...at(name))
  }
}

function opacityOf(topic: number, { isShown, emphasis }: PictureView, faint: number): number {
  if (!isShown[topic]) return OUT
  return emphasis && !emphasis.topics.has(topic) ? faint : 1
}

function paintMark(
  { context, palette, view: { colours, selected, focused } }: Painting,
  { topic, radius }: PicturedTopic,
  x: number,
  y: number,
): void {
  const colour = colours[topic] ?? 'hue-0'
  const isHollow = colour === 'era-0'
  const isSelected = selected.includes(topic)
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = isHollow ? palette.ground : (palette.marks.get(colour)?.mark ?? palette.line)
  context.fill()
  context.strokeStyle = isSelected ? palette.ink : isHollow ? palette.line : palette.ground
  context.lineWidth = isSelected ? 2.5 : 1.5
  if (focused === topic) {
    context.strokeStyle = palette.accent
    context.lineWidth = 3
  }
  context.stroke()
}

/** The label of a topic whose mark stands at (0, 0). */
function paintLabel(
  context: CanvasRenderingContext2D,
  { papers }: PicturedTopic,
  choice: LabelChoice,
  { palette, halo }: { palette: Palette; halo: Halo },
): void {
  const { size, anchor, x, lines } = labelText(choice, papers)
  context.font = `${size}px ${palette.serif}`
  context.textAlign = anchor === 'middle' ? 'center' : anchor
  context.fillStyle = palette.ink
  for (const { text, y } of lines)
    paintText(context, { text, x, y }, { ...halo, colour: palette.ground })
}

function paintText(
  context: CanvasRenderingContext2D,
  { text, x, y }: { text: string; x: number; y: number },
  halo: Halo & { colour: string },
): void {
  context.lineJoin = 'round'
  context.lineWidth = halo.width
  context.strokeStyle = halo.colour
  context.globalAlpha = halo.opacity
  context.strokeText(text, x, y)
  context.globalAlpha = 1
  context.fillText(text, x, y)
}
