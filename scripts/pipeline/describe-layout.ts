import { areaNameSize } from '../../src/map/text-width.ts'
import type { FrameName, MapLayout } from '../../src/shared/map-layout.ts'
import { FRAMES } from './map-frames.ts'
import type { MapTask } from './map-task.ts'
import { type Candidate, insideFrom, type Mark, visibleFrom } from './place-labels.ts'
import { type PlacedName, placeNames } from './place-names.ts'
import { type Draft, type LabelStep, labelSteps, MARK_SCALE, MARK_STEP } from './place-topics.ts'

/** From these scales on no two names of areas meet: those of a landscape 780 pixels wide, of a portrait of 360. */
const NAMES_APART: Record<FrameName, number> = { landscape: 0.65, portrait: MARK_SCALE }

/** The scale of a frame as large as its units, where these shares of labels are to show. */
export const FULL_SIZE = 1
const SHOWN_LEAST: Record<FrameName, number> = { landscape: 0.95, portrait: 0.9 }
/**
 * What a name of an area hides even at the first makes the map that is taken away as a file larger. Where too few labels
 * show, names give way to what they hide at the second.
 */
export const SIGHTS = [1.2, FULL_SIZE] as const

/** The names of areas, and the scale that each label shows from beside them. */
interface SetNames {
  names: PlacedName[]
  from: number[]
}

/** Names of areas give way to labels a little, or as far as they can where too few labels would show. */
export function setNames(
  task: MapTask,
  draft: Draft,
  areas: { id: string; label: string }[],
  frameName: FrameName,
): SetNames {
  const set = (sight: number): SetNames => {
    const names = namesOf(task, draft, areas, frameName, sight)
    return { names, from: shownFrom(task, draft, names, frameName) }
  }
  const usual = set(SIGHTS[0])
  const labels = task.marks.length
  if (countShown(usual) >= SHOWN_LEAST[frameName] * labels) return usual
  const yielding = set(SIGHTS[1])
  return countShown(yielding) > countShown(usual) ? yielding : usual
}

/** Labels that show at full size. */
export function countShown({ from }: Pick<SetNames, 'from'>): number {
  return from.filter((scale) => scale <= FULL_SIZE).length
}

/** The scale that each label shows from beside these names. */
export function shownFrom(
  { marks }: MapTask,
  { places, chosen }: Draft,
  names: PlacedName[],
  frameName: FrameName,
): number[] {
  return visibleFrom(marks, places, chosen, names).map((from, node) => {
    const { box } = (marks[node] as Mark).candidates[chosen[node] as number] as Candidate
    // At smaller scales a label near the edge would be cut off there.
    const inside = insideFrom(
      box,
      places.x[node] as number,
      places.y[node] as number,
      FRAMES[frameName],
    )
    const least = Math.max(from, Number.isFinite(inside) ? inside : 0)
    // Upwards, so that a rounded scale is still a clear one.
    return Math.ceil(least * 1000) / 1000
  })
}

/** The names of areas, each where it stands in the way of the least; what it hides at `sight` weighs more. */
export function namesOf(
  { topics, marks }: MapTask,
  { places, chosen }: Draft,
  areas: { id: string; label: string }[],
  frameName: FrameName,
  sight: number,
): PlacedName[] {
  const at = (node: number) => ({ x: places.x[node] as number, y: places.y[node] as number })
  const steps = labelSteps(marks)
  return placeNames(
    areas.flatMap(({ id, label }) => {
      const own = topics.flatMap(({ area }, node) => (area === id ? [at(node)] : []))
      return own.length === 0 ? [] : [{ id, ...areaNameSize(label), topics: own }]
    }),
    marks.flatMap(({ box, candidates }, node) => [
      { ...at(node), box, ...MARK_STEP },
      {
        ...at(node),
        box: (candidates[chosen[node] as number] as Candidate).box,
        ...(steps[node] as LabelStep),
      },
    ]),
    FRAMES[frameName],
    { scale: MARK_SCALE, apart: NAMES_APART[frameName], sight },
  )
}

/** A frame of the map as published: each label with the scale it shows from, and the names of areas. */
export function describeLayout(
  task: MapTask,
  draft: Draft,
  areas: { id: string; label: string }[],
  frameName: FrameName,
): MapLayout {
  const { places, chosen } = draft
  const { names, from } = setNames(task, draft, areas, frameName)
  return {
    ...FRAMES[frameName],
    topics: task.topics.map(({ id }, node) => {
      const { side, lines } = (task.marks[node] as Mark).candidates[
        chosen[node] as number
      ] as Candidate
      const [x, y] = [places.x[node] as number, places.y[node] as number]
      return { id, x, y, label: { side, lines, from: from[node] as number } }
    }),
    areas: names.map(({ id, x, y }) => ({ id, x, y })),
  }
}
