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
  let first = 0
  let last = Number.POSITIVE_INFINITY
  const most = a.right + AIR - b.left
  const least = a.left - AIR - b.right
  if (dx > 0) {
    first = Math.max(first, least / dx)
    last = Math.min(last, most / dx)
  } else if (dx < 0) {
    first = Math.max(first, most / dx)
    last = Math.min(last, least / dx)
  } else if (least >= 0 || most <= 0) return null
  const lowest = a.bottom + AIR - b.top
  const highest = a.top - AIR - b.bottom
  if (dy > 0) {
    first = Math.max(first, highest / dy)
    last = Math.min(last, lowest / dy)
  } else if (dy < 0) {
    first = Math.max(first, lowest / dy)
    last = Math.min(last, highest / dy)
  } else if (highest >= 0 || lowest <= 0) return null
  return first < last && last > 0 ? { first, last } : null
}

/** The greatest scale at which they meet; 0 if they never do. */
export function lastMeeting(dx: number, dy: number, a: Box, b: Box): number {
  return meetingScales(dx, dy, a, b)?.last ?? 0
}
