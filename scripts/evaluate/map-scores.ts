import { markBox } from '../../src/map/label-steps.ts'
import { meet, shifted } from '../../src/map/labels.ts'
import { markRadius } from '../../src/map/marks.ts'
import { areaNameSize } from '../../src/map/text-width.ts'
import type { FrameName, MapLayout, MapLayouts } from '../../src/shared/map-layout.ts'
import {
  crossingQuality,
  groupCohesion,
  neighbourhoodPreservation,
  normalisedStress,
} from '../pipeline/layout-quality.ts'
import type { MapTask } from '../pipeline/map-task.ts'
import type { Candidate, Mark } from '../pipeline/place-labels.ts'

/** How good a frame of the map is; shares and qualities from 0 to 1. */
export interface MapScores {
  stress: number
  crossingQuality: number
  neighbourhoodPreservation: number
  /** Share of the three nearest topics that are of the topic's own area. */
  areaCohesion: number
  /** Share of labels shown when the frame fits a box of 1200 × 800 pixels. */
  shownAtFit: number
}

/** What overlaps when the map is drawn at a scale, in pairs. */
export interface Overlaps {
  /** A label with a label, with the mark of another topic, or with the name of an area. */
  labels: number
  marks: number
  names: number
}

/** Boxes that the map is shown in, in pixels: screens of these widths with usual heights. */
export const BOXES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const
export const ZOOM_STEPS = [1, 1.5, 2.25, 3.4, 5] as const
export const FIT_BOX = { width: 1200, height: 800 }

export function mapScores(task: MapTask, layout: MapLayout): MapScores {
  const places = {
    x: Float64Array.from(layout.topics, ({ x }) => x),
    y: Float64Array.from(layout.topics, ({ y }) => y),
  }
  const fit = scaleAtFit(layout, FIT_BOX)
  const shown = layout.topics.filter(({ label }) => label.from <= fit)
  return {
    stress: normalisedStress(places, task.hops),
    crossingQuality: crossingQuality(places, task.links),
    neighbourhoodPreservation: neighbourhoodPreservation(places, task.links),
    areaCohesion: groupCohesion(
      places,
      task.topics.map(({ area }) => area),
    ),
    shownAtFit: shown.length / Math.max(1, layout.topics.length),
  }
}

/** Pixels by unit when the whole frame is to be seen in a box of pixels. */
export function scaleAtFit(
  layout: { width: number; height: number },
  box: { width: number; height: number },
): number {
  return Math.min(box.width / layout.width, box.height / layout.height)
}

/** Wide boxes show the landscape, all others the portrait. */
export function frameFor({ width, height }: { width: number; height: number }): FrameName {
  return width > height ? 'landscape' : 'portrait'
}

/** The scales at which a box shows the map: at each zoom step, and `between` more from each to the next. */
export function scalesIn(
  layouts: MapLayouts,
  box: { width: number; height: number },
  between = 0,
): number[] {
  const fit = scaleAtFit(layouts[frameFor(box)], box)
  return ZOOM_STEPS.flatMap((step, at) => {
    const next = ZOOM_STEPS[at + 1]
    if (next === undefined) return [fit * step]
    return Array.from(
      { length: between + 1 },
      (_, part) => fit * step * (next / step) ** (part / (between + 1)),
    )
  })
}

/**
 * Counts what overlaps at a scale by looking at every two boxes that are drawn there, with what pages know: sizes of
 * marks and labels, and the scale that each label shows from. `areas` have the names.
 */
export function countOverlaps(
  { topics, marks }: Pick<MapTask, 'topics' | 'marks'>,
  layout: MapLayout,
  areas: { id: string; label: string }[],
  scale: number,
): Overlaps {
  const labels = layout.topics.flatMap(({ x, y, label }, node) => {
    if (label.from > scale) return []
    const candidate = (marks[node] as Mark).candidates.find(
      ({ side, lines }) => side === label.side && lines.join() === label.lines.join(),
    ) as Candidate
    return [{ node, box: shifted(candidate.box, x * scale, y * scale) }]
  })
  const discs = layout.topics.map(({ x, y }, node) => ({
    x: x * scale,
    y: y * scale,
    radius: markRadius((topics[node] as { papers: number }).papers),
  }))
  const squares = discs.map(({ x, y, radius }) => shifted(markBox(radius), x, y))
  const labelOf = new Map(areas.map(({ id, label }) => [id, label]))
  const names = layout.areas.map(({ id, x, y }) => {
    const { width, height } = areaNameSize(labelOf.get(id) as string)
    return shifted(
      { left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 },
      x * scale,
      y * scale,
    )
  })
  const overlaps: Overlaps = { labels: 0, marks: 0, names: 0 }
  for (const [at, { node, box }] of labels.entries()) {
    for (const other of labels.slice(0, at)) if (meet(box, other.box)) overlaps.labels++
    for (const [other, square] of squares.entries())
      if (other !== node && meet(box, square)) overlaps.labels++
    for (const name of names) if (meet(box, name)) overlaps.labels++
  }
  for (const [at, disc] of discs.entries())
    for (const other of discs.slice(0, at))
      if (Math.hypot(disc.x - other.x, disc.y - other.y) < disc.radius + other.radius)
        overlaps.marks++
  for (const [at, name] of names.entries())
    for (const other of names.slice(0, at)) if (meet(name, other)) overlaps.names++
  return overlaps
}
