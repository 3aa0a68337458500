import type { FrameName } from '../shared/map-layout.ts'
import { compactPath } from './compact-path.ts'
import { labelShapes } from './label-choices.ts'
import { AREA_NAME_SIZE, AREA_NAME_SPACING, LINE_HEIGHT, markRadius } from './marks.ts'
import type { MapData, MapTopic } from './model.ts'
import { setOverviewNames } from './overview-names.ts'
import { findRegions } from './regions.ts'
import { textWidth } from './text-width.ts'

/** Ground reaches this far beyond the frame, in units of the map. */
const MARGIN = 56

/** Marks and names are as large for their places as at the size that a page has for the picture, about. */
interface OverviewFrame {
  frame: FrameName
  /** How many units of the map make one of the picture. */
  factor: number
  /** How much larger marks and names are for their places than on the map. */
  grown: number
}

interface Mark {
  /** Of the topic, and of its area, in the data. */
  place: number
  area: number
  /** In units of the map. */
  x: number
  y: number
  radius: number
}

export const OVERVIEW_FRAMES: readonly OverviewFrame[] = [
  { frame: 'landscape', factor: 3, grown: 1.85 },
  { frame: 'portrait', factor: 4, grown: 2.5 },
]

/** A frame of the map in small, with names of areas only, in units of the picture. */
export function drawOverview(data: MapData, { frame, factor, grown }: OverviewFrame) {
  const placeOf = new Map(data.topics.map(({ id }, place) => [id, place]))
  const { width, height, topics } = data.layouts[frame]
  const small = (value: number) => Math.round(value / factor)
  const marks = topics.map(({ id, x, y }): Mark => {
    const place = placeOf.get(id) as number
    const { area, papers } = data.topics[place] as MapTopic
    return { place, area, x, y, radius: markRadius(papers) * grown * 0.8 }
  })
  const markOf = new Map(marks.map((mark) => [mark.place, mark]))
  const regions = findRegions(
    marks.map(({ x, y, area }) => ({ x, y, group: String(area) })),
    { width, height },
  )
  const lines = data.links
    .map(({ a, b }) => [markOf.get(a), markOf.get(b)])
    .map(([from, to]) => (from && to ? `M${from.x} ${from.y}L${to.x} ${to.y}` : ''))
  return {
    frame,
    viewBox: [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN].map(small).join(' '),
    grounds: regions.map(({ group, path }) => ({
      hue: Number(group) + 1,
      path: compactPath(path, factor),
    })),
    links: compactPath(lines.join(''), factor),
    dots: regions.map(({ group }) => ({
      hue: Number(group) + 1,
      marks: marks
        .filter(({ area }) => String(area) === group)
        .map(({ x, y, radius }) => ({ x: small(x), y: small(y), r: tenth(radius / factor) })),
    })),
    ...nameAreas(data, { frame, factor, grown }, marks),
  }
}

/** The names of areas, clear of each other, and how they are set. */
function nameAreas(data: MapData, { frame, factor, grown }: OverviewFrame, marks: Mark[]) {
  const { width, height, areas } = data.layouts[frame]
  const areaName = (id: string) =>
    data.areas.find((area) => area.id === id)?.label.toUpperCase() ?? ''
  const size = tenth((AREA_NAME_SIZE * grown) / factor)
  const spacing = tenth((AREA_NAME_SPACING * grown) / factor)
  const measure = (line: string) => textWidth('area', line, size, spacing)
  const names = setOverviewNames(
    areas.map(({ id }) => ({
      id,
      shapes: labelShapes(areaName(id), size, measure).map((lines) => ({
        lines,
        width: Math.max(...lines.map(measure)),
        height: lines.length * size * LINE_HEIGHT,
      })),
    })),
    marks.map(({ x, y, radius, area }) => ({
      x: x / factor,
      y: y / factor,
      radius: radius / factor,
      area: data.areas[area]?.id ?? '',
    })),
    {
      left: -MARGIN / factor,
      top: -MARGIN / factor,
      right: (width + MARGIN) / factor,
      bottom: (height + MARGIN) / factor,
    },
  )
  return {
    size,
    spacing,
    names: names.map(({ id, x, y, lines }) => ({
      hue: data.areas.findIndex((area) => area.id === id) + 1,
      lines: lines.map((line, at) => ({
        line,
        x: Math.round(x),
        y: tenth(y + (at - (lines.length - 1) / 2) * size * LINE_HEIGHT),
      })),
    })),
  }
}

function tenth(value: number): number {
  return Math.round(10 * value) / 10
}
