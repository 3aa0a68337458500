/**
 * How large a topic's mark and label are, and where a label stands beside its mark. In pixels, y down: the map's
 * layout, its pages, its canvas and its tests all draw from here.
 */

import type { LabelSide } from '../shared/map-layout.ts'

/** A rectangle; `left` ≤ `right`, `top` ≤ `bottom`. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Width in pixels of a text in the font of labels, at a size in pixels. */
export type MeasureText = (text: string, size: number) => number

export const LINE_HEIGHT = 1.15

/** Names of areas are capitals of this font size, spaced. */
export const AREA_NAME_SIZE = 11
export const AREA_NAME_SPACING = 1.1

/** From the top of a line to its baseline, in line heights: ascent of the label's font, centred in the line. */
const BASELINE = (LINE_HEIGHT - 1) / 2 + 0.735

const RADIUS_MOST = 22
const SIZE_MOST = 17
const GAP = 4
/** Corners of a label may come this near to its own mark. */
const CORNER = 0.75

/** Radius of the mark of a topic with so many papers: area grows with papers. */
export function markRadius(papers: number): number {
  return round(Math.min(RADIUS_MOST, 3.5 + 1.06 * Math.sqrt(papers)))
}

/** Font size of its label. */
export function labelSize(papers: number): number {
  return Math.round(2 * Math.min(SIZE_MOST, 11.5 + 0.65 * Math.sqrt(papers))) / 2
}

/** Width of the line of a link between topics that share so many papers. */
export function linkWidth(papers: number): number {
  return round(Math.min(4, 0.5 * Math.sqrt(papers)))
}

/** The room a label takes around the centre of a mark of this radius. */
export function labelBox(side: LabelSide, radius: number, width: number, height: number): Box {
  const [across, down] = sideParts(side)
  const isDiagonal = across !== null && down !== null
  const corner = radius * CORNER
  const aside = isDiagonal ? corner + 1 : radius + GAP
  const away = isDiagonal ? corner - 3 : radius + 2
  const left = { none: -width / 2, right: aside, left: -width - aside }[across ?? 'none']
  const top = { none: -height / 2, below: away, above: -height - away }[down ?? 'none']
  return { left, top, right: left + width, bottom: top + height }
}

/** Where a label's lines begin, end or centre (`anchor`), and their baselines, from the centre of the mark. */
export function labelLines(
  side: LabelSide,
  radius: number,
  size: number,
  lines: number,
): { anchor: 'start' | 'middle' | 'end'; x: number; baselines: number[] } {
  const box = labelBox(side, radius, 0, lines * size * LINE_HEIGHT)
  const [across] = sideParts(side)
  return {
    anchor: across === null ? 'middle' : across === 'right' ? 'start' : 'end',
    x: round(box.left),
    baselines: Array.from({ length: lines }, (_, line) =>
      round(box.top + size * (line * LINE_HEIGHT + BASELINE)),
    ),
  }
}

/** A label's text, seen from the centre of its mark. */
export interface LabelText {
  /** Of the font. */
  size: number
  anchor: 'start' | 'middle' | 'end'
  x: number
  /** With their baselines. */
  lines: { text: string; y: number }[]
}

/** The text of the label of a topic with so many papers. */
export function labelText(
  { side, lines }: { side: LabelSide; lines: readonly string[] },
  papers: number,
): LabelText {
  const size = labelSize(papers)
  const { anchor, x, baselines } = labelLines(side, markRadius(papers), size, lines.length)
  return { size, anchor, x, lines: lines.map((text, at) => ({ text, y: baselines[at] as number })) }
}

function sideParts(side: LabelSide): ['left' | 'right' | null, 'above' | 'below' | null] {
  return [
    side.startsWith('right') ? 'right' : side.startsWith('left') ? 'left' : null,
    side.endsWith('above') ? 'above' : side.endsWith('below') ? 'below' : null,
  ]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
