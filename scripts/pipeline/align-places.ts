import type { Places } from './stress-layout.ts'

/**
 * Turns, mirrors and shifts `places` so that the nodes that `to` has too come as near to it as they can (orthogonal
 * Procrustes in the plane). Sizes stay. Without two common nodes the places stay as they are.
 */
export function alignPlaces(
  { x, y }: Places,
  to: readonly (readonly [number, number] | undefined)[],
): void {
  const common = to.flatMap((target, node) => (target ? [{ node, target }] : []))
  if (common.length < 2) return
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const fromX = mean(common.map(({ node }) => x[node] as number))
  const fromY = mean(common.map(({ node }) => y[node] as number))
  const toX = mean(common.map(({ target }) => target[0]))
  const toY = mean(common.map(({ target }) => target[1]))
  let [xx, xy, yx, yy] = [0, 0, 0, 0]
  for (const { node, target } of common) {
    const [dx, dy] = [(x[node] as number) - fromX, (y[node] as number) - fromY]
    xx += dx * (target[0] - toX)
    xy += dx * (target[1] - toY)
    yx += dy * (target[0] - toX)
    yy += dy * (target[1] - toY)
  }
  // A turn gains hypot(xx + yy, xy − yx) in agreement, a turn of the mirror image hypot(xx − yy, xy + yx).
  const mirrored = Math.hypot(xx - yy, xy + yx) > Math.hypot(xx + yy, xy - yx)
  const angle = mirrored ? Math.atan2(xy + yx, xx - yy) : Math.atan2(xy - yx, xx + yy)
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const flip = mirrored ? -1 : 1
  for (let node = 0; node < x.length; node++) {
    const [dx, dy] = [(x[node] as number) - fromX, ((y[node] as number) - fromY) * flip]
    x[node] = toX + cosine * dx - sine * dy
    y[node] = toY + sine * dx + cosine * dy
  }
}
