import type { FrameName, MapLayout } from '../../src/map/model.ts'
import { areaNameSize } from '../../src/map/text-width.ts'
import { FRAMES } from './map-frames.ts'
import type { MapTask } from './map-task.ts'
import { type Candidate, insideFrom, type Mark, visibleFrom } from './place-labels.ts'
import { placeNames } from './place-names.ts'
import { type Draft, type LabelStep, labelSteps, MARK_SCALE, MARK_STEP } from './place-topics.ts'

/** From these scales on no two names of areas meet: those of a landscape 780 pixels wide, of a portrait of 360. */
const NAMES_APART: Record<FrameName, number> = { landscape: 0.65, portrait: MARK_SCALE }

/** A frame of the map as published: each label with the scale it shows from, and the names of areas. */
export function describeLayout(
  { topics, marks }: MapTask,
  { places, chosen }: Draft,
  areas: { id: string; label: string }[],
  frameName: FrameName,
): MapLayout {
  const frame = FRAMES[frameName]
  const at = (node: number) => ({ x: places.x[node] as number, y: places.y[node] as number })
  const candidateOf = (node: number) =>
    (marks[node] as Mark).candidates[chosen[node] as number] as Candidate
  const steps = labelSteps(marks)
  const names = placeNames(
    areas.flatMap(({ id, label }) => {
      const own = topics.flatMap(({ area }, node) => (area === id ? [at(node)] : []))
      return own.length === 0 ? [] : [{ id, ...areaNameSize(label), topics: own }]
    }),
    topics.flatMap((_, node) => [
      { ...at(node), box: (marks[node] as Mark).box, ...MARK_STEP },
      { ...at(node), box: candidateOf(node).box, ...(steps[node] as LabelStep) },
    ]),
    frame,
    { scale: MARK_SCALE, apart: NAMES_APART[frameName] },
  )
  const from = visibleFrom(marks, places, chosen, names)
  return {
    ...frame,
    topics: topics.map(({ id }, node) => {
      const { side, lines, box } = candidateOf(node)
      const { x, y } = at(node)
      // At smaller scales a label near the edge would be cut off there.
      const inside = insideFrom(box, x, y, frame)
      const least = Math.max(from[node] as number, Number.isFinite(inside) ? inside : 0)
      // Upwards, so that a rounded scale is still a clear one.
      return { id, x, y, label: { side, lines, from: Math.ceil(least * 1000) / 1000 } }
    }),
    areas: names.map(({ id, x, y }) => ({ id, x, y })),
  }
}
