import { type DrawnName, type DrawnTopic, labelsToShow } from '../map/labels.ts'
import {
  AREA_NAME_SIZE,
  AREA_NAME_SPACING,
  LABEL_SIDES,
  type LabelSide,
  LINE_HEIGHT,
  labelBox,
  labelSize,
  markRadius,
} from '../map/marks.ts'
import type { MapScriptData } from '../map/model.ts'
import { pairKey } from '../map/scene.ts'

/** A topic in the picture. */
export interface PicturedTopic extends DrawnTopic {
  /** Its place among the topics of the data. */
  topic: number
  id: string
  /** The lines of its label, and where they stand beside the mark. */
  lines: string[]
  side: LabelSide
  anchor: SVGAElement
}

export interface PicturedName extends DrawnName {
  group: SVGGElement
}

export interface PicturedLink {
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
  /** Topics and links that stand out, around some topics; null if none does. */
  emphasis: {
    centres: readonly number[]
    topics: ReadonlySet<number>
    links: ReadonlySet<string>
  } | null
  /** A class of colour for each topic. */
  colours: readonly string[]
  /** Whether the ground shows areas, whose names it carries. */
  hasGround: boolean
}

/** Draws a picture; there is one for SVG and one for canvas. */
export interface MapPainter {
  /**
   * The sheet is moved by (x, y) and enlarged by k, in units of the frame; `scale` is pixels by unit. Of a gesture many
   * more such moves are to come.
   */
  move(transform: { k: number; x: number; y: number }, scale: number, isGesture: boolean): void
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
    const lines = [...anchor.querySelectorAll('tspan')].map(({ textContent }) => textContent)
    const width = Math.max(...lines.map((line) => measure(line, size)))
    const radius = markRadius(papers)
    const side = sideOf(anchor)
    return {
      topic,
      id,
      lines,
      side,
      anchor,
      x,
      y,
      radius,
      papers,
      from: Number(anchor.dataset.from),
      label: labelBox(side, radius, width, lines.length * size * LINE_HEIGHT),
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
    return { group, x, y, box: { left: -across, right: across, top: -down, bottom: down } }
  })
  const { width, height } = svg.viewBox.baseVal
  return { svg, sheet: svg.querySelector('.sheet')!, width, height, topics, links, names }
}

function sideOf(anchor: SVGAElement): LabelSide {
  return LABEL_SIDES.find((side) => side === anchor.dataset.side) ?? 'right'
}

/** Widths of texts in a font of the page, of a weight. */
function textMeasure(font: '--font-text' | '--font-sans', weight: number): TextMeasure {
  const context = document.createElement('canvas').getContext('2d')
  const family = getComputedStyle(document.documentElement).getPropertyValue(font)
  return (text, size) => {
    if (!context) return text.length * size * 0.5
    context.font = `${weight} ${size}px ${family || 'serif'}`
    return context.measureText(text).width
  }
}

type TextMeasure = (text: string, size: number) => number

/** Paints with the SVG itself. */
export function svgPainter({ svg, sheet, topics, links, names }: Picture): MapPainter {
  let scale = 0
  let view: PictureView | null = null
  let labels: boolean[] = []
  let named: boolean[] = []

  const placeOf = new Map(topics.map(({ topic }, place) => [topic, place]))
  const placesOf = (wanted: Iterable<number>) =>
    [...wanted].flatMap((topic) => placeOf.get(topic) ?? [])

  function showLabels(): void {
    if (!view) return
    const { emphasis, isShown } = view
    const shown = labelsToShow(
      topics,
      scale,
      topics.map(({ topic }) => isShown[topic] === true),
      emphasis && new Set(placesOf(emphasis.topics)),
      placesOf(emphasis?.centres ?? []),
      names,
    )
    for (const [at, { anchor }] of topics.entries())
      if (shown.topics[at] !== labels[at]) anchor.classList.toggle('labelled', shown.topics[at])
    for (const [at, { group }] of names.entries())
      if (shown.names[at] !== named[at]) group.classList.toggle('out', !shown.names[at])
    labels = shown.topics
    named = shown.names
  }

  return {
    move({ k, x, y }, newScale) {
      sheet.setAttribute('transform', `translate(${x} ${y}) scale(${k})`)
      if (newScale === scale) return
      scale = newScale
      svg.style.setProperty('--shrink', String(1 / scale))
      showLabels()
    },
    show(next) {
      const before = view
      view = next
      svg.classList.toggle('emphasised', next.emphasis !== null)
      svg.classList.toggle('without-ground', !next.hasGround)
      for (const { topic, anchor } of topics) {
        const colour = next.colours[topic] ?? 'hue-0'
        if (before?.colours[topic] !== colour) {
          for (const name of [...anchor.classList])
            if (/^(hue|era)-/.test(name)) anchor.classList.remove(name)
          anchor.classList.add(colour)
        }
        anchor.classList.toggle('out', !next.isShown[topic])
        anchor.classList.toggle('selected', next.selected.includes(topic))
        anchor.classList.toggle('near', next.emphasis?.topics.has(topic) === true)
      }
      for (const { a, b, line } of links) {
        const key = pairKey(a, b)
        line.classList.toggle('out', !next.links.has(key))
        line.classList.toggle('near', next.emphasis?.links.has(key) === true)
      }
      showLabels()
    },
  }
}
