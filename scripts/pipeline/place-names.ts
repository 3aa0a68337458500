import type { Box } from '../../src/map/marks.ts'
import { lastMeeting } from '../../src/map/meeting-scales.ts'
import { type Frame, isInside, type Obstacle } from './place-labels.ts'

/** A name to be set over the ground of some topics. */
export interface GroundName {
  id: string
  width: number
  height: number
  /** Places of the topics it names, at least one. */
  topics: { x: number; y: number }[]
}

export interface PlacedName extends Obstacle {
  id: string
}

/** Something that a name keeps clear of from this scale on; how much it costs not to is weighed. */
export interface NameObstacle extends Obstacle {
  scale: number
  weight: number
}

/** Where names are tried, in units of the map. */
const GRID = 8
const REACH = 110
/** A unit of scale that a name stands in the way weighs as much as this many units of distance. */
const WORTH_OF_CLEARANCE = 200
/** What a name stands in the way of even here would not be seen on the map that is taken away as a file. */
const SIGHT = 1.2
const WORTH_OF_SIGHT = 200
/** To stand on the ground of another area weighs as much as this many units of distance. */
const WORTH_OF_OWN_GROUND = 600
/** Half of the ground: topics within this distance count as one group. */
const GROUP_REACH = 130

/**
 * Sets each name near the densest part of its topics, on their own ground and where it meets as little as possible:
 * other names and the edges of the frame only below `scale`. Names with more topics choose first.
 */
export function placeNames(
  names: GroundName[],
  obstacles: NameObstacle[],
  frame: Frame,
  scale: number,
): PlacedName[] {
  const placed: PlacedName[] = []
  const order = [...names].sort(
    (a, b) => b.topics.length - a.topics.length || (a.id < b.id ? -1 : 1),
  )
  for (const name of order) {
    const group = densestGroup(name.topics)
    const others = names.flatMap(({ id, topics }) => (id === name.id ? [] : topics))
    const box = centred(name.width, name.height)
    let best: { x: number; y: number } | null = null
    let least = Number.POSITIVE_INFINITY
    for (const { x, y } of gridAround(group, frame)) {
      if (!isInside(box, x, y, scale, frame)) continue
      let cost = meanDistance(group, x, y)
      if (cost >= least) continue
      // Ground belongs to the nearest topic's area.
      if (nearest(others, x, y) < nearest(name.topics, x, y)) cost += WORTH_OF_OWN_GROUND
      for (const obstacle of obstacles) {
        const meeting = lastMeeting(obstacle.x - x, obstacle.y - y, box, obstacle.box)
        if (meeting > obstacle.scale)
          cost +=
            (meeting - obstacle.scale) * obstacle.weight * WORTH_OF_CLEARANCE +
            (meeting > SIGHT ? WORTH_OF_SIGHT : 0)
        if (cost >= least) break
      }
      for (const other of placed) {
        const meeting = lastMeeting(other.x - x, other.y - y, box, other.box)
        if (meeting > scale) cost += (meeting - scale) * 2 * WORTH_OF_CLEARANCE
      }
      if (cost < least) {
        least = cost
        best = { x, y }
      }
    }
    if (best) placed.push({ id: name.id, ...best, box })
  }
  return placed.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function centred(width: number, height: number): Box {
  return { left: -width / 2, top: -height / 2, right: width / 2, bottom: height / 2 }
}

/** The topics around the one that has most others near. */
function densestGroup(topics: { x: number; y: number }[]): { x: number; y: number }[] {
  let best: { x: number; y: number }[] = []
  for (const topic of topics) {
    const group = topics.filter(
      (other) => Math.hypot(other.x - topic.x, other.y - topic.y) <= GROUP_REACH,
    )
    if (group.length > best.length) best = group
  }
  return best
}

function meanDistance(topics: { x: number; y: number }[], x: number, y: number): number {
  let sum = 0
  for (const topic of topics) sum += Math.hypot(topic.x - x, topic.y - y)
  return sum / topics.length
}

function nearest(topics: { x: number; y: number }[], x: number, y: number): number {
  return Math.min(...topics.map((topic) => Math.hypot(topic.x - x, topic.y - y)))
}

/** Points of a grid near the topics. */
function* gridAround(
  topics: { x: number; y: number }[],
  frame: Frame,
): Generator<{ x: number; y: number }> {
  const xs = topics.map(({ x }) => x)
  const ys = topics.map(({ y }) => y)
  const first = (values: number[]) => Math.max(0, Math.ceil((Math.min(...values) - REACH) / GRID))
  const last = (values: number[], size: number) =>
    Math.floor(Math.min(size, Math.max(...values) + REACH) / GRID)
  for (let row = first(ys); row <= last(ys, frame.height); row++)
    for (let column = first(xs); column <= last(xs, frame.width); column++)
      yield { x: column * GRID, y: row * GRID }
}
