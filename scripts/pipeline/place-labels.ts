import { type LabelChoice, labelChoices, labelShapes } from '../../src/map/label-choices.ts'
import type { Box } from '../../src/map/marks.ts'
import { AIR, lastMeeting } from '../../src/map/meeting-scales.ts'
import { textWidth } from '../../src/map/text-width.ts'
import type { LabelSide } from '../../src/shared/map-layout.ts'
import type { Places } from './stress-layout.ts'

/** A topic to be drawn: a round mark and, beside it, its label in one line or two. */
export interface Mark {
  radius: number
  /** Whose label goes before whose. */
  importance: number
  candidates: Candidate[]
  /** The square around the mark. */
  box: Box
}

export interface Candidate extends LabelChoice {
  /** How much less it is liked than the best, in scale. */
  cost: number
}

/** Something at a place of its own that labels keep clear of. */
export interface Obstacle {
  x: number
  y: number
  box: Box
}

export interface Frame {
  width: number
  height: number
}

const COSTS: Record<LabelSide, number> = {
  right: 0,
  left: 0.03,
  below: 0.04,
  above: 0.04,
  'right-below': 0.05,
  'right-above': 0.05,
  'left-below': 0.06,
  'left-above': 0.06,
}
const COST_OF_TWO_LINES = 0.02
const COST_OUTSIDE = 3
const COST_OF_CHANGE = 0.04
/** Labels that stand clear already at this part of the scale are as good as can be. */
const CLEAR_ENOUGH = 0.9

export function describeMark(
  label: string,
  radius: number,
  size: number,
  importance: number,
): Mark {
  const measure = (line: string) => textWidth('topic', line, size)
  return {
    radius,
    importance,
    box: { left: -radius, top: -radius, right: radius, bottom: radius },
    candidates: labelChoices(labelShapes(label, size, measure), radius, size, measure).map(
      (choice) => ({
        ...choice,
        cost: COSTS[choice.side] + (choice.lines.length > 1 ? COST_OF_TWO_LINES : 0),
      }),
    ),
  }
}

/**
 * A candidate for each mark: greedily, the most important first, the one that stands clear of all marks
 * and of labels placed before at the least scale, weighed against what eyes expect. `scales` are the ones to do well at,
 * in pixels by unit of the places, one for each mark; `before` are candidates to stay with where that costs little. Only the
 * first `count` get one; the others have −1.
 */
export function chooseCandidates(
  marks: Mark[],
  places: Places,
  scales: readonly number[],
  frame: Frame,
  before: number[] = [],
  count = marks.length,
): number[] {
  const { x, y } = places
  const standing = standingOf(marks, places, [])
  const { chosen, from } = standing
  for (const node of byImportance(marks).slice(0, count)) {
    const scale = scales[node] as number
    let least = Number.POSITIVE_INFINITY
    for (const [number, candidate] of (marks[node] as Mark).candidates.entries()) {
      const liking =
        candidate.cost +
        (before[node] === number ? -COST_OF_CHANGE : 0) +
        (isInside(candidate.box, x[node] as number, y[node] as number, scale, frame)
          ? 0
          : COST_OUTSIDE)
      if (liking + CLEAR_ENOUGH >= least) continue
      const clear = clearScale(node, candidate.box, standing, {
        above: CLEAR_ENOUGH * scale,
        upTo: (least - liking) * scale,
      })
      const cost = liking + Math.max(CLEAR_ENOUGH, clear / scale)
      // Where two marks share a place no label ever stands clear, yet each needs a candidate.
      if (cost < least || chosen[node] === -1) {
        least = cost
        chosen[node] = number
        from[node] = clear
      }
    }
  }
  return chosen
}

/**
 * The scale from which on each label can be shown: at it and at any greater one the label meets no mark, no obstacle
 * and no label that is shown there and more important. So labels never flicker, whatever the zoom (the rule of
 * VOSviewer, here for labels beside their marks).
 */
export function visibleFrom(
  marks: Mark[],
  places: Places,
  chosen: number[],
  obstacles: Obstacle[] = [],
): number[] {
  const standing = standingOf(marks, places, obstacles)
  for (const node of byImportance(marks)) {
    const number = chosen[node] as number
    const { box } = (marks[node] as Mark).candidates[number] as Candidate
    const range = { above: 0, upTo: Number.POSITIVE_INFINITY }
    standing.from[node] = clearScale(node, box, standing, range)
    standing.chosen[node] = number
  }
  return standing.from
}

/** What a label keeps clear of: all marks and obstacles, and the labels that have been placed. */
interface Standing {
  marks: Mark[]
  places: Places
  obstacles: Obstacle[]
  /** The candidates of labels placed, by mark; −1 for the others. */
  chosen: number[]
  /** The scales from which on these labels show. */
  from: number[]
  reach: Reach
}

/** Farther apart than this, in pixels, two marks with their labels cannot meet. */
interface Reach {
  across: number
  down: number
}

/** Before any label is placed. */
function standingOf(marks: Mark[], places: Places, obstacles: Obstacle[]): Standing {
  const [chosen, from] = [marks.map(() => -1), marks.map(() => 0)]
  return { marks, places, obstacles, chosen, from, reach: reachOf(marks) }
}

function reachOf(marks: Mark[]): Reach {
  let [across, down] = [0, 0]
  for (const { candidates } of marks)
    for (const { box } of candidates) {
      across = Math.max(across, -box.left, box.right)
      down = Math.max(down, -box.top, box.bottom)
    }
  return { across: 2 * across + AIR, down: 2 * down + AIR }
}

/**
 * The scale from which on the label of a mark, with this box, meets nothing. Exact between the scales asked for:
 * smaller ones may be told as 0, and at a greater one the search ends.
 */
function clearScale(
  node: number,
  box: Box,
  { marks, places: { x, y }, obstacles, chosen, from, reach }: Standing,
  { above, upTo }: { above: number; upTo: number },
): number {
  const atX = x[node] as number
  const atY = y[node] as number
  let clear = 0
  for (const obstacle of obstacles)
    clear = Math.max(clear, lastMeeting(obstacle.x - atX, obstacle.y - atY, box, obstacle.box))
  for (let other = 0; other < marks.length && clear < upTo; other++) {
    const dx = (x[other] as number) - atX
    const dy = (y[other] as number) - atY
    // Most are too far away to meet at any scale that matters.
    if (Math.abs(dy) * above > reach.down || Math.abs(dx) * above > reach.across) continue
    if (other === node) continue
    const mark = marks[other] as Mark
    clear = Math.max(clear, lastMeeting(dx, dy, box, mark.box))
    const label = mark.candidates[chosen[other] as number]
    if (!label) continue
    const last = lastMeeting(dx, dy, box, label.box)
    // Below its own scale the other label is not shown.
    if (last > (from[other] as number)) clear = Math.max(clear, last)
  }
  return clear
}

export function isInside(box: Box, x: number, y: number, scale: number, frame: Frame): boolean {
  return (
    x * scale + box.left >= 0 &&
    x * scale + box.right <= frame.width * scale &&
    y * scale + box.top >= 0 &&
    y * scale + box.bottom <= frame.height * scale
  )
}

/** The scale from which on a box around a place lies within the frame; infinite if it never does. */
export function insideFrom(box: Box, x: number, y: number, frame: Frame): number {
  const least = (reach: number, room: number) =>
    reach <= 0 ? 0 : room <= 0 ? Number.POSITIVE_INFINITY : reach / room
  return Math.max(
    least(-box.left, x),
    least(box.right, frame.width - x),
    least(-box.top, y),
    least(box.bottom, frame.height - y),
  )
}

/** Numbers of marks, most important first. */
export function byImportance(marks: Mark[]): number[] {
  return [...marks.keys()].sort(
    (a, b) => (marks[b] as Mark).importance - (marks[a] as Mark).importance || a - b,
  )
}
