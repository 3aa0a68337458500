import {
  AREA_NAME_SIZE,
  AREA_NAME_SPACING,
  labelText,
  linkWidth,
  markRadius,
} from '../map/marks.ts'
import { findRegions } from '../map/regions.ts'
import { counted } from '../shared/facts.ts'
import type { MapLayout, PlacedTopic } from '../shared/map-layout.ts'
import { areaColours, LIGHT_COLOURS } from './area-colours.ts'
import type { ExportedGraph, ExportedTopic } from './exported-graph.ts'
import { xmlElement } from './xml-element.ts'
import { escapeXml } from './xml-text.ts'

/** Pixels of the picture for a unit of the frame: as many as labels need to stand clear of each other, in steps. */
const SCALE = { least: 1.25, most: 2, step: 0.05 }
/** Room at the sides; the ground of areas may reach into it. */
const MARGIN = 40
const HEAD = 112
const LEGEND_COLUMNS = 5
const LEGEND_LINE = 22
const FOOT = 72
const TEXT_SIZE = 13
/** How far the baseline lies below the middle of small text. */
const MIDDLE = 4.5

// Measured: with DejaVu Serif, wider than any of these, no labels of the real corpus meet either.
const SERIF = "Newsreader, Georgia, 'Times New Roman', 'Liberation Serif', serif"
const SANS = "Inter, Arial, Helvetica, 'Liberation Sans', sans-serif"

type Attributes = Record<string, string | number>

interface DrawnTopic {
  topic: ExportedTopic
  placed: PlacedTopic
  /** In pixels of the picture. */
  x: number
  y: number
  hasLabel: boolean
}

/**
 * A frame of the map as an SVG 1.1 picture that needs nothing else: text stays text, colours are those of the
 * light theme, each topic links to its page. Labels are drawn but for those that need more than twice the size of the frame.
 */
export function formatMapSvg(graph: ExportedGraph, layout: MapLayout): string {
  const scale = scaleOf(layout)
  const topicById = new Map(graph.topics.map((topic) => [topic.id, topic]))
  const drawn = layout.topics.flatMap((placed) => {
    const topic = topicById.get(placed.id)
    if (!topic) return []
    const [x, y] = [rounded(placed.x * scale), rounded(placed.y * scale)]
    return { topic, placed, x, y, hasLabel: placed.label.from <= scale }
  })
  const width = layout.width * scale + 2 * MARGIN
  const legendTop = HEAD + layout.height * scale + MARGIN
  const footTop = legendTop + Math.ceil(graph.areas.length / LEGEND_COLUMNS) * LEGEND_LINE
  const height = footTop + FOOT
  const root = xmlElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': SANS,
      'font-size': TEXT_SIZE,
      fill: LIGHT_COLOURS.softInk,
    },
    lines([
      xmlElement('title', {}, escapeXml(`${graph.siteName}: topic map`)),
      xmlElement('rect', { id: 'ground', width, height, fill: LIGHT_COLOURS.ground }),
      drawHead(graph, drawn.length),
      xmlElement(
        'g',
        { id: 'map', transform: `translate(${MARGIN} ${HEAD})` },
        lines(drawMap(graph, layout, drawn, scale)),
      ),
      drawLegend(graph.areas, (layout.width * scale) / LEGEND_COLUMNS, legendTop),
      drawFoot(graph, footTop),
    ]),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function scaleOf({ topics }: MapLayout): number {
  const { least, most, step } = SCALE
  const needed = Math.max(least, ...topics.map(({ label }) => label.from))
  return Math.min(most, rounded(Math.ceil(needed / step) * step))
}

function drawHead({ topics, links, corpus }: ExportedGraph, drawn: number): string {
  const left = topics.length - drawn
  const summary = `${counted(drawn, 'topic')} of ${counted(corpus.papers, 'paper')}, and ${counted(links.length, 'link')} between them.`
  const rest = left === 0 ? '' : ` Topics without links are not shown: ${left}.`
  return group({ id: 'head' }, [
    drawText('Topic map', MARGIN, 54, {
      'font-family': SERIF,
      'font-size': 32,
      fill: LIGHT_COLOURS.ink,
    }),
    drawText(summary + rest, MARGIN, 78),
  ])
}

/** Areas below links below names below topics. */
function drawMap(
  graph: ExportedGraph,
  layout: MapLayout,
  drawn: DrawnTopic[],
  scale: number,
): string[] {
  const coloursOf = new Map(graph.areas.map(({ label }, place) => [label, areaColours(place)]))
  const colours = (area: string) => coloursOf.get(area) ?? areaColours(0)
  return [
    group(
      { id: 'areas', transform: `scale(${scale})` },
      findRegions(
        drawn.map(({ topic, placed: { x, y } }) => ({ x, y, group: topic.area })),
        layout,
      ).map(({ group: area, path }) => xmlElement('path', { d: path, fill: colours(area).wash })),
    ),
    drawLinks(graph, drawn),
    group(
      {
        id: 'area-names',
        'font-size': AREA_NAME_SIZE,
        'font-weight': 600,
        'letter-spacing': AREA_NAME_SPACING,
        'text-anchor': 'middle',
      },
      layout.areas.flatMap(({ id, x, y }) => {
        const label = graph.areas.find((area) => area.id === id)?.label
        if (label === undefined) return []
        return drawText(label.toUpperCase(), rounded(x * scale), rounded(y * scale) + 4, {
          fill: colours(label).text,
        })
      }),
    ),
    // Texts of their own, since some programs would draw the stroke of a label over its fill.
    group(
      {
        id: 'halos',
        'font-family': SERIF,
        fill: 'none',
        stroke: LIGHT_COLOURS.ground,
        'stroke-width': 3,
        'stroke-opacity': 0.8,
        'stroke-linejoin': 'round',
        'aria-hidden': 'true',
      },
      drawn.map(drawLabel),
    ),
    group(
      { id: 'topics', 'font-family': SERIF, fill: LIGHT_COLOURS.ink },
      drawn.map((each) => drawTopic(each, colours(each.topic.area).mark)),
    ),
  ]
}

function drawLinks({ links }: ExportedGraph, drawn: DrawnTopic[]): string {
  const placeById = new Map(drawn.map((each) => [each.placed.id, each]))
  return group(
    { id: 'links', stroke: LIGHT_COLOURS.faintInk, 'stroke-opacity': 0.4 },
    links.flatMap(({ topics: [a, b], observed }) => {
      const [from, to] = [placeById.get(a), placeById.get(b)]
      if (!from || !to) return []
      return xmlElement('line', {
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        'stroke-width': linkWidth(observed),
      })
    }),
  )
}

function drawTopic(each: DrawnTopic, fill: string): string {
  const { topic, x, y } = each
  return xmlElement(
    'a',
    { 'xlink:href': topic.url },
    [
      xmlElement('title', {}, escapeXml(`${topic.label}, ${counted(topic.papers, 'paper')}`)),
      xmlElement('circle', {
        cx: x,
        cy: y,
        r: markRadius(topic.papers),
        fill,
        stroke: LIGHT_COLOURS.ground,
        'stroke-width': 1.5,
      }),
      drawLabel(each),
    ].join(''),
  )
}

function drawLabel({ topic, placed, x: atX, y: atY, hasLabel }: DrawnTopic): string {
  if (!hasLabel) return ''
  const { size, anchor, x, lines: texts } = labelText(placed.label, topic.papers)
  return texts
    .map(({ text, y }) =>
      drawText(text, rounded(atX + x), rounded(atY + y), {
        'font-size': size,
        'text-anchor': anchor,
      }),
    )
    .join('')
}

function drawLegend(areas: ExportedGraph['areas'], column: number, top: number): string {
  return group(
    { id: 'legend' },
    areas.map(({ label }, place) => {
      const x = MARGIN + (place % LEGEND_COLUMNS) * column
      const y = top + Math.floor(place / LEGEND_COLUMNS) * LEGEND_LINE
      const mark = xmlElement('circle', { cx: x + 6, cy: y, r: 6, fill: areaColours(place).mark })
      return mark + drawText(label, x + 20, y + MIDDLE)
    }),
  )
}

function drawFoot({ siteName, corpus, url }: ExportedGraph, top: number): string {
  return group({ id: 'caption' }, [
    drawText(
      'A line joins two topics that share papers more often than chance. Colour is the area, size the number of papers.',
      MARGIN,
      top + 18,
    ),
    drawText(
      `${siteName} · corpus ${corpus.hash} · ${counted(corpus.papers, 'paper')} · ${url}`,
      MARGIN,
      top + 40,
    ),
  ])
}

function drawText(text: string, x: number, y: number, attributes: Attributes = {}): string {
  return xmlElement('text', { x, y, ...attributes }, escapeXml(text))
}

function group(attributes: Attributes, members: string[]): string {
  return xmlElement('g', attributes, lines(members))
}

function lines(members: string[]): string {
  return `\n${members.join('\n')}\n`
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
