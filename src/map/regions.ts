import { contours } from 'd3'

/** The ground of one group of topics, as an SVG path in units of the map. */
interface Region {
  group: string
  path: string
}

/** How far a topic's ground reaches, and the strip that stays free between two groups, in units of the map. */
const REACH = 52
const STRIP = 2
/** Topics of a group nearer than about this melt into one ground. */
const SOFTNESS = 9
/** A topic so much farther than the nearest no longer draws the ground towards it. */
const NOTHING = 20 * SOFTNESS
const GRID = 8
/** Farther than any ground reaches. */
const FAR = 1e6
/** Ground may reach so far beyond the frame. */
const MARGIN = 56
/** Corners that lie nearer to the line between others are left out. */
const TOLERANCE = 0.9

/**
 * Parts the map among groups as a political map does (Gansner, Hu and Kobourov 2010): ground belongs to the group
 * whose topics are nearest, up to a reach. So regions never overlap. In the order of groups.
 */
export function findRegions(
  topics: readonly { x: number; y: number; group: string }[],
  size: { width: number; height: number },
): Region[] {
  const columns = Math.ceil((size.width + 2 * MARGIN) / GRID) + 1
  const rows = Math.ceil((size.height + 2 * MARGIN) / GRID) + 1
  const groups = [...new Set(topics.map(({ group }) => group))].sort()
  const distances = groups.map((group) =>
    distanceGrid(
      topics.filter((topic) => topic.group === group),
      columns,
      rows,
    ),
  )
  const nearest = new Int16Array(columns * rows)
  const least = new Float64Array(columns * rows).fill(Number.POSITIVE_INFINITY)
  const second = new Float64Array(columns * rows).fill(Number.POSITIVE_INFINITY)
  for (const [number, grid] of distances.entries())
    for (let at = 0; at < grid.length; at++) {
      const distance = grid[at] as number
      if (distance < (least[at] as number)) {
        second[at] = least[at] as number
        least[at] = distance
        nearest[at] = number
      } else second[at] = Math.min(second[at] as number, distance)
    }
  return groups.map((group, number) => {
    const values = Array.from(distances[number] as Float64Array, (distance, at) => {
      const other = (nearest[at] === number ? second : least)[at] as number
      return Math.min(REACH - distance, (other - distance) / 2 - STRIP)
    })
    const { coordinates } = contours().size([columns, rows]).contour(values, 0)
    return { group, path: coordinates.flat().map(loopPath).join('') }
  })
}

/**
 * The soft distance from each point of the grid to the nearest of these topics, row by row. Only near a topic: beyond
 * that, where no ground is and none is bounded, it is `FAR`.
 */
function distanceGrid(
  topics: { x: number; y: number }[],
  columns: number,
  rows: number,
): Float64Array {
  const nearest = new Float64Array(columns * rows).fill(FAR)
  const sums = new Float64Array(columns * rows)
  // Two grounds that reach equally far meet between topics twice as far from each other.
  const farthest = 2 * (REACH + GRID) + SOFTNESS * Math.log(topics.length)
  const visit = (meet: (cell: number, distance: number) => void) => {
    for (const { x, y } of topics) {
      const [left, right] = cellsAround(x, farthest, columns)
      const [top, bottom] = cellsAround(y, farthest, rows)
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) {
          const across = x + MARGIN - column * GRID
          const down = y + MARGIN - row * GRID
          // Several times faster than Math.hypot, which guards against sizes that no map has.
          meet(row * columns + column, Math.sqrt(across * across + down * down))
        }
    }
  }
  visit((cell, distance) => {
    if (distance < (nearest[cell] as number)) nearest[cell] = distance
  })
  visit((cell, distance) => {
    const least = nearest[cell] as number
    if (distance < least + NOTHING)
      sums[cell] = (sums[cell] as number) + Math.exp((least - distance) / SOFTNESS)
  })
  return nearest.map((least, cell) =>
    least === FAR ? FAR : least - SOFTNESS * Math.log(sums[cell] as number),
  )
}

/** The first and the last column, or row, no farther than this from a place. */
function cellsAround(place: number, farthest: number, cells: number): [number, number] {
  const first = Math.ceil((place + MARGIN - farthest) / GRID)
  const last = Math.floor((place + MARGIN + farthest) / GRID)
  return [Math.max(first, 0), Math.min(last, cells - 1)]
}

/** A closed loop of grid points as a path, without corners that hardly show. */
function loopPath(loop: number[][]): string {
  // A grid value stands in the middle of its cell, and the last point repeats the first.
  const points = loop
    .slice(0, -1)
    .map(([x, y]) => [((x as number) - 0.5) * GRID - MARGIN, ((y as number) - 0.5) * GRID - MARGIN])
  const half = Math.floor(points.length / 2)
  const kept = [
    ...simplified(points.slice(0, half + 1)).slice(0, -1),
    ...simplified([...points.slice(half), points[0] as number[]]).slice(0, -1),
  ]
  return kept.length < 3
    ? ''
    : `M${kept.map((point) => point.map(Math.round).join(' ')).join('L')}Z`
}

/** A line with fewer corners (Douglas and Peucker 1973); its ends stay. */
function simplified(line: number[][]): number[][] {
  const [first, last] = [line[0], line.at(-1)] as [number[], number[]]
  const dx = (last[0] as number) - (first[0] as number)
  const dy = (last[1] as number) - (first[1] as number)
  const length = Math.hypot(dx, dy) || 1
  let farthest = 0
  let most = TOLERANCE
  for (const [at, point] of line.entries()) {
    const off =
      Math.abs(
        dx * ((point[1] as number) - (first[1] as number)) -
          dy * ((point[0] as number) - (first[0] as number)),
      ) / length
    if (off > most) {
      most = off
      farthest = at
    }
  }
  if (farthest === 0) return [first, last]
  return [
    ...simplified(line.slice(0, farthest + 1)).slice(0, -1),
    ...simplified(line.slice(farthest)),
  ]
}
