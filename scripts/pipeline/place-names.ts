import { densestGroup } from '../../src/map/densest-group.ts'
import type { Box } from '../../src/map/marks.ts'
import { AIR, lastMeeting } from '../../src/map/meeting-scales.ts'
import { byId } from '../../src/shared/code-unit-order.ts'
import { type Frame, isInside, type Obstacle } from './place-labels.ts'

interface Point {
  x: number
  y: number
}

/** A name to be set over the ground of some topics. */
export interface GroundName {
  id: string
  width: number
  height: number
  /** Places of the topics it names, at least one. */
  topics: Point[]
}

export interface PlacedName extends Obstacle {
  id: string
}

/** Something that a name keeps clear of from this scale on; how much it costs not to is weighed. */
interface NameObstacle extends Obstacle {
  scale: number
  weight: number
}

/** Where names are tried, in units of the map. */
const GRID = 8
const REACH = 110
/** A unit of scale that a name stands in the way weighs as much as this many units of distance. */
const WORTH_OF_CLEARANCE = 200
/** To stand in the way of something at the scale of sight weighs as much as this many units of distance. */
const WORTH_OF_SIGHT = 200
/** To stand on the ground of another area weighs as much as this many units of distance. */
const WORTH_OF_OWN_GROUND = 600
/** Half of the ground: topics within this distance count as one group. */
const GROUP_REACH = 130

/**
 * Sets each name near the densest part of its topics, on their own ground and where it meets as little as possible:
 * other names and the edges of the frame only below `scale`. From `apart` on no two names meet: those with more topics
 * choose first, one that has no room near its topics stands elsewhere, and one that has none anywhere is left out.
 * What a name stands in the way of at `sight` weighs more, since there it would never be seen.
 */
export function placeNames(
  names: GroundName[],
  obstacles: NameObstacle[],
  frame: Frame,
  { scale, apart, sight }: { scale: number; apart: number; sight: number },
): PlacedName[] {
  const placed: PlacedName[] = []
  const order = [...names].sort((a, b) => b.topics.length - a.topics.length || byId(a, b))
  for (const name of order) {
    const group = densestGroup(name.topics, GROUP_REACH)
    const others = names.flatMap(({ id, topics }) => (id === name.id ? [] : topics))
    const box = centred(name.width, name.height)
    const reach = reachBeside(obstacles, box)
    const clear = (x: number, y: number) =>
      isInside(box, x, y, scale, frame) &&
      placed.every((other) => lastMeeting(other.x - x, other.y - y, box, other.box) <= apart)
    const costAt = (x: number, y: number, least: number) => {
      let cost = meanDistance(group, x, y)
      if (cost >= least) return cost
      // Ground belongs to the nearest topic's area.
      if (nearest(others, x, y) < nearest(name.topics, x, y)) cost += WORTH_OF_OWN_GROUND
      for (const obstacle of obstacles) {
        // Most are too far away to meet at the scale from which they matter.
        if (Math.abs(obstacle.y - y) * obstacle.scale > reach) continue
        const meeting = lastMeeting(obstacle.x - x, obstacle.y - y, box, obstacle.box)
        if (meeting > obstacle.scale)
          cost +=
            (meeting - obstacle.scale) * obstacle.weight * WORTH_OF_CLEARANCE +
            (meeting > sight ? WORTH_OF_SIGHT : 0)
        if (cost >= least) return cost
      }
      for (const other of placed) {
        const meeting = lastMeeting(other.x - x, other.y - y, box, other.box)
        if (meeting > scale) cost += (meeting - scale) * 2 * WORTH_OF_CLEARANCE
      }
      return cost
    }
    const best =
      leastOf(gridAround(group, frame), clear, costAt) ??
      leastOf(gridAround(cornersOf(frame), frame), clear, costAt)
    if (best) placed.push({ id: name.id, ...best, box })
  }
  return placed.sort(byId)
}

/** The first of the points that are allowed and cost least; `costAt` may stop counting at `least`. */
function leastOf(
  points: Iterable<Point>,
  isAllowed: (x: number, y: number) => boolean,
  costAt: (x: number, y: number, least: number) => number,
): Point | null {
  let best: Point | null = null
  let least = Number.POSITIVE_INFINITY
  for (const { x, y } of points) {
    if (!isAllowed(x, y)) continue
    const cost = costAt(x, y, least)
    if (cost >= least) continue
    least = cost
    best = { x, y }
  }
  return best
}

function cornersOf({ width, height }: Frame): Point[] {
  return [
    { x: 0, y: 0 },
    { x: width, y: height },
  ]
}

function centred(width: number, height: number): Box {
  return { left: -width / 2, top: -height / 2, right: width / 2, bottom: height / 2 }
}

function meanDistance(topics: Point[], x: number, y: number): number {
  let sum = 0
  for (const topic of topics) sum += Math.hypot(topic.x - x, topic.y - y)
  return sum / topics.length
}

function nearest(topics: Point[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY
  for (const topic of topics) least = Math.min(least, Math.hypot(topic.x - x, topic.y - y))
  return least
}

/** Farther above or below than this, in pixels, no obstacle meets a name; with air to spare for rounding. */
function reachBeside(obstacles: Obstacle[], name: Box): number {
  const highest = obstacles.reduce((most, { box }) => Math.max(most, -box.top, box.bottom), 0)
  return highest + name.bottom + 2 * AIR
}

/** Points of a grid near the topics. */
function* gridAround(topics: Point[], frame: Frame): Generator<Point> {
  const xs = topics.map(({ x }) => x)
  const ys = topics.map(({ y }) => y)
  const first = (values: number[]) => Math.max(0, Math.ceil((Math.min(...values) - REACH) / GRID))
  const last = (values: number[], size: number) =>
    Math.floor(Math.min(size, Math.max(...values) + REACH) / GRID)
  for (let row = first(ys); row <= last(ys, frame.height); row++)
    for (let column = first(xs); column <= last(xs, frame.width); column++)
      yield { x: column * GRID, y: row * GRID }
}
