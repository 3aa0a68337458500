import { LABEL_SIDES, type LabelSide } from '../shared/map-layout.ts'
import { type Box, LINE_HEIGHT, labelBox, type MeasureText } from './marks.ts'

/** One way to set a label; the box lies around the centre of its mark. */
export interface LabelChoice {
  side: LabelSide
  lines: string[]
  box: Box
}

/** Two lines must save at least this much width. */
const SAVING_LEAST = 20

/** Every way to set a label in one of these shapes, which are its lines: shape by shape, each on every side. */
export function labelChoices(
  shapes: readonly string[][],
  radius: number,
  size: number,
  measure: MeasureText,
): LabelChoice[] {
  return shapes.flatMap((lines) => {
    const width = Math.max(...lines.map((line) => measure(line, size)))
    const height = lines.length * size * LINE_HEIGHT
    return LABEL_SIDES.map((side) => ({ side, lines, box: labelBox(side, radius, width, height) }))
  })
}

/** A label in one line, and broken in two where its longer line is shortest, if that saves enough. */
export function labelShapes(label: string, size: number, measure: MeasureText): string[][] {
  const words = label.split(' ')
  const breaks = words.slice(1).map((_, at) => {
    const lines = [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]
    return { lines, width: Math.max(...lines.map((line) => measure(line, size))) }
  })
  const best = breaks.sort((a, b) => a.width - b.width)[0]
  return best && best.width < measure(label, size) - SAVING_LEAST
    ? [[label], best.lines]
    : [[label]]
}
