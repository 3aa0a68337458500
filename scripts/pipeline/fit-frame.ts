import type { Frame } from './place-labels.ts'
import type { Places } from './stress-layout.ts'

/** How much more than the other the frame may pull an axis apart. */
const STRETCH = 1.25
/** Room for labels at the edges. */
const EDGE_X = 70
const EDGE_Y = 30

/** Scales places into a frame, an axis by at most STRETCH more than the other. */
export function fitFrame({ x, y }: Places, { width, height }: Frame): Places {
  const [across, down] = [extent(x), extent(y)]
  const scaleX = (width - 2 * EDGE_X) / across.size
  const scaleY = (height - 2 * EDGE_Y) / down.size
  const most = Math.min(scaleX, scaleY) * STRETCH
  return {
    x: x.map((value) => width / 2 + (value - across.middle) * Math.min(scaleX, most)),
    y: y.map((value) => height / 2 + (value - down.middle) * Math.min(scaleY, most)),
  }
}

/** How far places go towards an even spread along each side. */
const EVENNESS = 0.9

/** Thins crowds out: moves places towards an even spread along each side, in the order they have there. */
export function evenOut({ x, y }: Places, { width, height }: Frame): void {
  const spread = (values: Float64Array, edge: number, size: number) => {
    const order = [...values.keys()].sort(
      (a, b) => (values[a] as number) - (values[b] as number) || a - b,
    )
    for (const [rank, node] of order.entries()) {
      const even = edge + ((size - 2 * edge) * (rank + 0.5)) / order.length
      values[node] = (values[node] as number) + EVENNESS * (even - (values[node] as number))
    }
  }
  spread(x, EDGE_X, width)
  spread(y, EDGE_Y, height)
}

/** A quarter turn, so that a wide map becomes a tall one. */
export function turnQuarter({ x, y }: Places): Places {
  return { x: y.map((value) => -value), y: x.slice() }
}

/** Turns places so that they vary most from left to right: their first principal axis lies across. */
export function turnLongSideAcross({ x, y }: Places): void {
  const mean = (values: Float64Array) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const [middleX, middleY] = [mean(x), mean(y)]
  let [xx, xy, yy] = [0, 0, 0]
  for (let node = 0; node < x.length; node++) {
    const [dx, dy] = [(x[node] as number) - middleX, (y[node] as number) - middleY]
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  }
  const angle = -Math.atan2(2 * xy, xx - yy) / 2
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  for (let node = 0; node < x.length; node++) {
    const [dx, dy] = [(x[node] as number) - middleX, (y[node] as number) - middleY]
    x[node] = cosine * dx - sine * dy
    y[node] = sine * dx + cosine * dy
  }
}

function extent(values: Float64Array): { middle: number; size: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return { middle: (least + most) / 2, size: most - least || 1 }
}
