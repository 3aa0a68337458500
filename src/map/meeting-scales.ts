import type { Box } from './marks.ts'

/** Air between a label and anything else. */
export const AIR = 1.5

/**
 * The scales between which two boxes meet that stand around places (dx, dy) apart; null if they never do. Boxes keep
 * their size while places move apart, so they meet in one interval of scales.
 */
export function meetingScales(
  dx: number,
  dy: number,
  a: Box,
  b: Box,
): { first: number; last: number } | null {
  const across = meetingOnAxis(dx, a.left - b.right, a.right - b.left)
  const down = meetingOnAxis(dy, a.top - b.bottom, a.bottom - b.top)
  if (!across || !down) return null
  const first = Math.max(0, across.first, down.first)
  const last = Math.min(across.last, down.last)
  return first < last && last > 0 ? { first, last } : null
}

/** The same on one axis: they meet where the distance is more than `least` and less than `most`, and the air. */
function meetingOnAxis(
  distance: number,
  least: number,
  most: number,
): { first: number; last: number } | null {
  const [from, to] = [least - AIR, most + AIR]
  if (distance > 0) return { first: from / distance, last: to / distance }
  if (distance < 0) return { first: to / distance, last: from / distance }
  return from >= 0 || to <= 0 ? null : { first: 0, last: Number.POSITIVE_INFINITY }
}

/** The greatest scale at which they meet; 0 if they never do. */
export function lastMeeting(dx: number, dy: number, a: Box, b: Box): number {
  return meetingScales(dx, dy, a, b)?.last ?? 0
}
