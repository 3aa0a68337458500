interface Point {
  x: number
  y: number
}

/** The link whose line passes nearest to a point, and nearer than `reach`, all in units of the frame; null if none does. */
export function nearestLink<T extends { a: number; b: number }>(
  point: Point,
  links: readonly T[],
  places: readonly ({ topic: number } & Point)[],
  reach: number,
): T | null {
  const placeOf = new Map(places.map((place) => [place.topic, place]))
  let best: T | null = null
  let least = reach
  for (const link of links) {
    const [from, to] = [placeOf.get(link.a), placeOf.get(link.b)]
    if (!from || !to) continue
    const distance = distanceToSegment(point, from, to)
    if (distance < least) {
      least = distance
      best = link
    }
  }
  return best
}

/** How far a point is from the nearest point of a line that ends at both ends. */
export function distanceToSegment({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)
  const part = Math.max(0, Math.min(1, along))
  return Math.hypot(x - from.x - part * dx, y - from.y - part * dy)
}
