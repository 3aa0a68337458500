/** A direction of an arrow key. */
export type Direction = 'left' | 'right' | 'up' | 'down'

/** Going straight counts once, going astray so much. */
const ASTRAY = 2

/**
 * The nearest of the other points that lies in a direction from `from`: within 45 degrees if any does, else within 90.
 * Null if nothing lies there. Points are in units with y down.
 */
export function nearestInDirection<T extends { x: number; y: number }>(
  points: readonly T[],
  from: { x: number; y: number },
  direction: Direction,
): T | null {
  let best: T | null = null
  let least = Number.POSITIVE_INFINITY
  for (const point of points) {
    const [dx, dy] = [point.x - from.x, point.y - from.y]
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction]
    const astray = Math.abs(direction === 'left' || direction === 'right' ? dy : dx)
    if (ahead <= 0) continue
    // What lies beside is taken only where nothing lies ahead.
    const cost = ahead + ASTRAY * astray + (astray > ahead ? 1e6 : 0)
    if (cost < least) {
      least = cost
      best = point
    }
  }
  return best
}
