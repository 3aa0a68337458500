import widths from '../fonts/widths.json' with { type: 'json' }
import { AREA_NAME_SIZE, AREA_NAME_SPACING, type Box, LINE_HEIGHT } from './marks.ts'

const tables: Record<'topic' | 'area', Readonly<Record<string, number>>> = widths

/** A letter that the font lacks is set in another font; few are wider than this. */
const UNKNOWN = 1000

/** Width in pixels of a line of the map in its font, without kerning, which mostly narrows it. */
export function textWidth(font: 'topic' | 'area', text: string, size: number, spacing = 0): number {
  let thousandths = 0
  let letters = 0
  for (const letter of text) {
    thousandths += tables[font][letter] ?? UNKNOWN
    letters++
  }
  return (thousandths / 1000) * size + letters * spacing
}

/** Room that the name of an area takes on the map. */
export function areaNameSize(label: string): { width: number; height: number } {
  return {
    width: textWidth('area', label.toUpperCase(), AREA_NAME_SIZE, AREA_NAME_SPACING),
    height: AREA_NAME_SIZE * LINE_HEIGHT,
  }
}

/** The same room around the middle of the name. */
export function areaNameBox(label: string): Box {
  const { width, height } = areaNameSize(label)
  return { left: -width / 2, top: -height / 2, right: width / 2, bottom: height / 2 }
}
