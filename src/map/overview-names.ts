import { densestGroup } from './densest-group.ts'
import { meet } from './labels.ts'
import type { Box } from './marks.ts'

/** A mark of the small map, in its units. */
export interface OverviewMark {
  x: number
  y: number
  radius: number
  /** The id of its area. */
  area: string
}

/** An area's name, in one line or in two; sizes in units of the small map. */
interface OverviewName {
  id: string
  shapes: readonly { lines: readonly string[]; width: number; height: number }[]
}

/** A name with its middle at (x, y). */
interface SetName {
  id: string
  x: number
  y: number
  lines: readonly string[]
  box: Box
}

/** Names are tried so many units apart, keep so far from each other, and stay so near to a topic of theirs. */
const STEP = 4
const AIR = 3
const REACH = 40
/** Marks of an area so near to one of them count as one group. */
const GROUP_REACH = 40
/** A covered mark, and the ground of another area, weigh as much as so many units of distance. */
const WORTH_OF_MARK = 20
const WORTH_OF_OWN_GROUND = 60
/** How often names are set anew, each in view of all others. */
const ROUNDS = 3

/**
 * Sets the names of areas where none meets another, each on its own ground, near its topics and over as few marks as
 * can be. A name that finds no room is left out. In the order of names.
 */
export function setOverviewNames(
  names: readonly OverviewName[],
  marks: readonly OverviewMark[],
  bounds: Box,
): SetName[] {
  const set = new Map<string, SetName>()
  for (let round = 0; round < ROUNDS; round++)
    for (const name of names) {
      const others = [...set.values()].filter(({ id }) => id !== name.id)
      const best = setName(name, marks, others, bounds)
      if (best) set.set(name.id, best)
    }
  return names.flatMap(({ id }) => set.get(id) ?? [])
}

function setName(
  { id, shapes }: OverviewName,
  marks: readonly OverviewMark[],
  others: readonly SetName[],
  bounds: Box,
): SetName | null {
  const own = marks.filter(({ area }) => area === id)
  const group = densestGroup(own, GROUP_REACH)
  let best: SetName | null = null
  let least = Number.POSITIVE_INFINITY
  for (const { lines, width, height } of shapes)
    for (let y = bounds.top + height / 2; y <= bounds.bottom - height / 2; y += STEP)
      for (let x = bounds.left + width / 2; x <= bounds.right - width / 2; x += STEP) {
        if (distanceTo(group, x, y) > REACH) continue
        const box = {
          left: x - width / 2,
          right: x + width / 2,
          top: y - height / 2,
          bottom: y + height / 2,
        }
        if (others.some((other) => meet(wider(box, AIR), other.box))) continue
        let cost = meanDistance(group, x, y)
        for (const mark of marks) if (meet(box, squareAround(mark))) cost += WORTH_OF_MARK
        if (distanceTo(own, x, y) > distanceTo(marks, x, y)) cost += WORTH_OF_OWN_GROUND
        if (cost >= least) continue
        least = cost
        best = { id, x, y, lines, box }
      }
  return best
}

function squareAround({ x, y, radius }: OverviewMark): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}

function wider({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

function distanceTo(marks: readonly OverviewMark[], x: number, y: number): number {
  return Math.min(...marks.map((mark) => Math.hypot(mark.x - x, mark.y - y)))
}

function meanDistance(marks: readonly OverviewMark[], x: number, y: number): number {
  return marks.reduce((sum, mark) => sum + Math.hypot(mark.x - x, mark.y - y), 0) / marks.length
}
