/** An area may lie in several places: the points within `reach` of the one that has most of them so near. */
export function densestGroup<P extends { x: number; y: number }>(
  points: readonly P[],
  reach: number,
): P[] {
  let best: P[] = []
  for (const { x, y } of points) {
    const group = points.filter((other) => Math.hypot(other.x - x, other.y - y) <= reach)
    if (group.length > best.length) best = group
  }
  return best
}
