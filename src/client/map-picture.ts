import type { Emphasis } from '../map/emphasis.ts'
import { labelChoices } from '../map/label-choices.ts'
import { readLabelSteps } from '../map/label-steps.ts'
import type { DrawnName, DrawnTopic, LabelView } from '../map/labels.ts'
import {
  AREA_NAME_SIZE,
  AREA_NAME_SPACING,
  LINE_HEIGHT,
  labelSize,
  markRadius,
} from '../map/marks.ts'
import type { MapScriptData } from '../map/model.ts'
import { textMeasure } from './page-fonts.ts'

/** A topic in the picture. */
export interface PicturedTopic extends DrawnTopic {
  /** Its place among the topics of the data. */
  topic: number
  id: string
  /** Place of its area among the areas of the data. */
  area: number
  anchor: SVGAElement
}

interface PicturedName extends DrawnName {
  /** Place of the area among those of the data. */
  area: number
  group: SVGGElement
}

interface PicturedLink {
  a: number
  b: number
  line: SVGLineElement
}

/** One of the two pictures that the page brings: what stands where in it. */
export interface Picture {
  svg: SVGSVGElement
  sheet: SVGGElement
  width: number
  height: number
  topics: PicturedTopic[]
  links: PicturedLink[]
  names: PicturedName[]
}

/** What to make of the picture. Topics are given by their places in the data. */
export interface PictureView {
  isShown: readonly boolean[]
  /** Keys of the links shown. */
  links: ReadonlySet<string>
  selected: readonly number[]
  /** The topic that has the focus of the keyboard, if it is to be seen. */
  focused: number | null
  /** Null if nothing stands out. */
  emphasis: Emphasis | null
  /** A class of colour for each topic. */
  colours: readonly string[]
  /** Whether the ground shows areas, whose names it carries. */
  hasGround: boolean
}

/** How much of the sheet is seen, and where. */
export interface Seen {
  /** The sheet is moved by (x, y) and enlarged by k, in units of the frame. */
  transform: { k: number; x: number; y: number }
  /** Pixels by unit of the frame. */
  scale: number
  /** Size of the stage in pixels. */
  width: number
  height: number
}

/** Draws a picture; there is one for SVG and one for canvas. */
export interface MapPainter {
  /** Of a gesture many more such moves are to come. */
  move(seen: Seen, isGesture: boolean): void
  show(view: PictureView): void
}

/** Reads a picture that was drawn at build. */
export function readPicture(svg: SVGSVGElement, data: MapScriptData): Picture {
  const places = new Map(data.topics.map(({ id }, place) => [id, place]))
  const measure = textMeasure('--font-text', 400)
  const measureName = textMeasure('--font-sans', 600)
  const topics = [...svg.querySelectorAll<SVGAElement>('a[data-topic]')].map((anchor) => {
    const id = anchor.dataset.topic ?? ''
    const topic = places.get(id) ?? 0
    const papers = data.topics[topic]?.papers ?? 0
    const { e: x, f: y } = anchor.transform.baseVal.getItem(0).matrix
    const size = labelSize(papers)
    const radius = markRadius(papers)
    const label = data.topics[topic]?.label ?? ''
    const { broken, steps } = anchor.dataset
    const shapes = broken === undefined ? [[label]] : [[label], broken.split('|')]
    return {
      topic,
      id,
      area: data.topics[topic]?.area ?? -1,
      anchor,
      x,
      y,
      radius,
      papers,
      choices: labelChoices(shapes, radius, size, measure),
      steps: readLabelSteps(steps ?? ''),
    }
  })
  const links = [...svg.querySelectorAll<SVGLineElement>('line[data-link]')].map((line) => {
    const [a, b] = (line.dataset.link ?? '').split('+').map((id) => places.get(id) ?? 0)
    return { a: a as number, b: b as number, line }
  })
  const names = [...svg.querySelectorAll<SVGGElement>('.names > g')].map((group) => {
    const { e: x, f: y } = group.transform.baseVal.getItem(0).matrix
    const text = group.textContent.trim()
    const across = (measureName(text, AREA_NAME_SIZE) + text.length * AREA_NAME_SPACING) / 2
    const down = (AREA_NAME_SIZE * LINE_HEIGHT) / 2
    const area = data.areas.findIndex(({ id }) => id === group.dataset.area)
    return { area, group, x, y, box: { left: -across, right: across, top: -down, bottom: down } }
  })
  const { width, height } = svg.viewBox.baseVal
  return { svg, sheet: svg.querySelector('.sheet')!, width, height, topics, links, names }
}

/** Where the corner of the sheet is, in pixels from that of the stage. */
export function cornerOf(
  { width: w, height: h }: Picture,
  { transform, scale, width, height }: Seen,
): { left: number; top: number } {
  const fit = scale / transform.k
  // The frame stands in the middle of the stage.
  return {
    left: (width - w * fit) / 2 + transform.x * fit,
    top: (height - h * fit) / 2 + transform.y * fit,
  }
}

/** What labels are chosen for. */
export function labelViewOf(
  picture: Picture,
  { isShown, emphasis }: PictureView,
  seen: Seen,
): LabelView {
  const places = new Map(picture.topics.map(({ topic }, place) => [topic, place]))
  const placesOf = (wanted: Iterable<number>) =>
    [...wanted].flatMap((topic) => places.get(topic) ?? [])
  const { left, top } = cornerOf(picture, seen)
  const shown = picture.topics.filter(({ topic }) => isShown[topic])
  const named = new Set(shown.map(({ area }) => area))
  return {
    scale: seen.scale,
    isShown: picture.topics.map(({ topic }) => isShown[topic] === true),
    isNamed: picture.names.map(({ area }) => named.has(area)),
    emphasis: emphasis && {
      topics: placesOf(emphasis.topics),
      centres: placesOf(emphasis.centres),
    },
    seen: { left: -left, top: -top, right: seen.width - left, bottom: seen.height - top },
    sheet: {
      left: 0,
      top: 0,
      right: picture.width * seen.scale,
      bottom: picture.height * seen.scale,
    },
  }
}
