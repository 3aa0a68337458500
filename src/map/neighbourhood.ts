import { breakLines, lineWidths, type MeasuredLabel, widestPart } from './break-lines.ts'
import {
  type Box,
  LINE_HEIGHT,
  labelBox,
  labelLines,
  linkWidth,
  type MeasureText,
  markRadius,
} from './marks.ts'
import type { MapData, MapLink, MapTopic } from './model.ts'
import { neighboursOf } from './scene.ts'

/** A topic in a neighbourhood, in pixels, y down. */
interface NeighbourMark {
  /** Its place among the topics. */
  topic: number
  x: number
  y: number
  radius: number
  /** Seen from the middle of the mark. */
  label: {
    size: number
    anchor: 'start' | 'middle' | 'end'
    x: number
    lines: { text: string; y: number }[]
    box: Box
  }
}

/** A topic with the strongest of its neighbours around it. */
export interface Neighbourhood {
  width: number
  height: number
  centre: NeighbourMark
  /** Clockwise from the top: the strongest first, then what is linked with the one before. */
  neighbours: NeighbourMark[]
  links: {
    /** An SVG path. */
    path: string
    width: number
    /** Whether it joins two neighbours, and not the centre with one. */
    isOuter: boolean
  }[]
}

export const NEIGHBOURS_MOST = 12

const SIZE = 13
const CENTRE_SIZE = 15
/** The label of the middle is broken above this width. */
const CENTRE_WIDEST = 110
/** Room between a label and its mark, and between it and the edge. */
const GAP = 5
/** Between the label of one topic and that of the next. */
const AIR = 8
/** What a finger hits of a mark; others keep away so far. Above 24, since a page may show the picture smaller. */
export const TARGET = 27
/** How far the ring reaches to each side: a part of the width, within bounds in pixels. */
const ACROSS = 0.2
const ACROSS_LEAST = 40
const ACROSS_MOST = 120
/** How far it reaches up and down at least: in pixels, and as a part of how far it does to a side. */
const DOWN_LEAST = 60
const DOWN = 0.7
/** How far links between neighbours bend to the middle. */
const BEND = 0.45

/**
 * Sets a topic in the middle and its strongest neighbours on a ring, half of them on each side, with labels outside
 * in as many lines as the width asks for. Labels of a side stand one below the other, and links stay inside the ring:
 * so nothing overlaps, whatever the labels. Null for a topic without links. The width is in pixels, at least 280.
 */
export function layOutNeighbourhood(
  { topics, links }: Pick<MapData, 'topics' | 'links'>,
  centre: number,
  width: number,
  measure: MeasureText,
): Neighbourhood | null {
  const strongest = neighboursOf(links, centre).slice(0, NEIGHBOURS_MOST)
  if (strongest.length === 0) return null
  const described = inCircle(
    strongest.map(({ topic }) => topic),
    links,
  ).map((topic) => describe(topic, topics[topic] as MapTopic, SIZE, measure))
  const across = reachAcross(described, width)
  const room = width / 2 - across
  const onRight = Math.ceil(described.length / 2)
  const right = stack(described.slice(0, onRight), room)
  const left = stack(described.slice(onRight).reverse(), room)
  const down = Math.max(DOWN_LEAST, DOWN * across, heightOf(right) / 2, heightOf(left) / 2)
  const neighbours = [
    ...placeSide('right', right, across, down),
    ...placeSide('left', left, across, down).reverse(),
  ]
  const middle = placeCentre(
    describe(centre, topics[centre] as MapTopic, CENTRE_SIZE, measure),
    neighbours,
  )
  const all = [middle, ...neighbours]
  const boxes = all.flatMap((mark) => boxesOf(mark))
  const top = Math.min(...boxes.map((box) => box.top))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  for (const mark of all) {
    mark.x = round(mark.x + width / 2)
    mark.y = round(mark.y - top + GAP)
  }
  return {
    width,
    height: Math.ceil(bottom - top + 2 * GAP),
    centre: middle,
    neighbours,
    links: drawLinks(links, middle, neighbours),
  }
}

/** A topic with what its label needs to be broken into lines. */
interface Described extends MeasuredLabel {
  topic: number
  radius: number
  size: number
}

/** A topic with its label in lines. */
interface Slot extends Described {
  lines: string[]
  /** Of what is highest of its mark, its label and its target, with the air to the next. */
  height: number
}

function describe(
  topic: number,
  { label, papers }: MapTopic,
  size: number,
  measure: MeasureText,
): Described {
  return {
    topic,
    radius: markRadius(papers),
    size,
    label,
    measure: (text) => measure(text.trimEnd(), size),
  }
}

/** The strongest first; after each the one that is linked with it, if one is left, else the next strongest. */
function inCircle(neighbours: number[], links: readonly MapLink[]): number[] {
  const left = [...neighbours]
  const order: number[] = []
  while (left.length > 0) {
    const last = order.at(-1)
    const near = last === undefined ? [] : neighboursOf(links, last).map(({ topic }) => topic)
    const next = near.find((topic) => left.includes(topic)) ?? (left[0] as number)
    order.push(next)
    left.splice(left.indexOf(next), 1)
  }
  return order
}

/** As far as the longest part of a word leaves it room. */
function reachAcross(described: Described[], width: number): number {
  const room = described.map((one) => width / 2 - widestPart(one) - one.radius - 2 * GAP)
  return Math.max(ACROSS_LEAST, Math.min(width * ACROSS, ACROSS_MOST, ...room))
}

function stack(described: Described[], room: number): Slot[] {
  return described.map((one) => {
    const lines = breakLines(one, room - one.radius - 2 * GAP)
    return {
      ...one,
      lines,
      height: Math.max(TARGET, lines.length * one.size * LINE_HEIGHT + AIR, 2 * one.radius + AIR),
    }
  })
}

function heightOf(slots: Slot[]): number {
  return slots.reduce((sum, { height }) => sum + height, 0)
}

/** Sets one side of the ring from the top down, around the middle at (0, 0). */
function placeSide(
  side: 'left' | 'right',
  slots: Slot[],
  across: number,
  down: number,
): NeighbourMark[] {
  // The side with less to say spreads it.
  const spare = (2 * down - heightOf(slots)) / Math.max(1, slots.length)
  let top = -down
  return slots.map((slot) => {
    const y = top + (slot.height + spare) / 2
    top += slot.height + spare
    const x = across * Math.sqrt(Math.max(0, 1 - (y / down) ** 2))
    return placeMark(slot, side, side === 'right' ? x : -x, y)
  })
}

function placeMark(
  { topic, radius, size, lines, measure }: Described & { lines: string[] },
  side: 'left' | 'right' | 'below',
  x: number,
  y: number,
): NeighbourMark {
  const { baselines, ...start } = labelLines(side, radius, size, lines.length)
  const box = labelBox(
    side,
    radius,
    Math.max(...lines.map(measure)),
    lines.length * size * LINE_HEIGHT,
  )
  return {
    topic,
    x,
    y,
    radius,
    label: {
      size,
      anchor: start.anchor,
      x: side === 'below' ? 0 : start.x,
      lines: lines.map((text, line) => ({ text, y: baselines[line] as number })),
      box,
    },
  }
}

/**
 * The label stands below the mark in as few lines as meet nothing there. Where none do, it goes down below what is in
 * its way.
 */
function placeCentre(described: Described, neighbours: NeighbourMark[]): NeighbourMark {
  const obstacles = neighbours.flatMap((mark) => boxesOf(mark)).sort((a, b) => a.top - b.top)
  const marks = [CENTRE_WIDEST, ...lineWidths(described)]
    .filter((room) => room <= CENTRE_WIDEST)
    .sort((a, b) => b - a)
    .map((room) => placeMark({ ...described, lines: breakLines(described, room) }, 'below', 0, 0))
  const free = marks.find(({ label }) => !obstacles.some((box) => meet(box, label.box)))
  if (free) return free
  const mark = marks.at(-1) as NeighbourMark
  for (const obstacle of obstacles) {
    const { box, lines } = mark.label
    if (!meet(obstacle, box)) continue
    const down = obstacle.bottom + GAP - box.top
    box.top += down
    box.bottom += down
    for (const line of lines) line.y = round(line.y + down)
  }
  return mark
}

function meet(a: Box, b: Box): boolean {
  return (
    a.left < b.right + GAP &&
    a.right > b.left - GAP &&
    a.top < b.bottom + GAP &&
    a.bottom > b.top - GAP
  )
}

/** The room that a mark and its label take. */
export function boxesOf({ x, y, radius, label: { box } }: NeighbourMark): [mark: Box, label: Box] {
  return [
    { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
    { left: x + box.left, right: x + box.right, top: y + box.top, bottom: y + box.bottom },
  ]
}

function drawLinks(
  links: readonly MapLink[],
  middle: NeighbourMark,
  neighbours: NeighbourMark[],
): Neighbourhood['links'] {
  const markOf = new Map([middle, ...neighbours].map((mark) => [mark.topic, mark]))
  return links.flatMap(({ a, b, observed }) => {
    const [from, to] = [markOf.get(a), markOf.get(b)]
    if (!from || !to) return []
    const isOuter = from !== middle && to !== middle
    const bent = (start: number, end: number, centre: number) =>
      round(centre + ((start + end) / 2 - centre) * (1 - BEND))
    return {
      path: isOuter
        ? `M${from.x} ${from.y}Q${bent(from.x, to.x, middle.x)} ${bent(from.y, to.y, middle.y)} ${to.x} ${to.y}`
        : `M${from.x} ${from.y}L${to.x} ${to.y}`,
      width: linkWidth(observed),
      isOuter,
    }
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
