import type { Box } from '../../src/map/marks.ts'
import type { Frame, Mark } from './place-labels.ts'
import type { Places } from './stress-layout.ts'

/** Air between two marks, and between a label and anything else, in pixels. */
export const AIR_OF_MARKS = 5
export const AIR_OF_LABELS = 2.1
/** An overlap of the air that is too small to matter, in pixels; halving it again and again would never end it. */
const SLACK = 0.05
/** Nothing comes nearer to the edge of the frame, in units of places. */
const MARGIN = 14

/**
 * Moves marks apart until each label, at its own of `scales`, in pixels by unit, meets no mark and no label shown there,
 * and marks alone do not meet at `markScale`, by at most so many passes; keeps all in the frame. Two that meet part
 * along the shorter way, each by half of it times `strength`; with `discs` two marks part along the line between them,
 * which does not jam in a crowd. Gives the number of meetings in the last pass.
 */
export function spreadMarks(
  marks: Mark[],
  { x, y }: Places,
  chosen: number[],
  frame: Frame,
  {
    scales,
    markScale,
    discs = false,
    passes,
    strength,
  }: {
    scales: readonly number[]
    markScale: number
    discs?: boolean
    passes: number
    strength: number
  },
): number {
  const labels = marks.map(({ candidates }, node) => candidates[chosen[node] as number]?.box)
  // How far down or up each topic can meet another, in units.
  const reach = marks.map(({ radius }, node) => {
    const { top, bottom } = labels[node] ?? { top: 0, bottom: 0 }
    return Math.max(
      (radius + AIR_OF_MARKS) / markScale,
      (Math.max(radius, bottom, -top) + AIR_OF_LABELS) / (scales[node] as number),
    )
  })
  let meetings = 0

  function part(a: number, b: number, boxA: Box, boxB: Box, air: number, at: number): void {
    const dx = ((x[b] as number) - (x[a] as number)) * at
    const dy = ((y[b] as number) - (y[a] as number)) * at
    const overX = Math.min(boxA.right + air - dx - boxB.left, dx + boxB.right + air - boxA.left)
    if (overX <= SLACK) return
    const overY = Math.min(boxA.bottom + air - dy - boxB.top, dy + boxB.bottom + air - boxA.top)
    if (overY <= SLACK) return
    meetings++
    if (overY <= overX) {
      const ahead = dy + (boxB.top + boxB.bottom - boxA.top - boxA.bottom) / 2 >= 0 ? 1 : -1
      const move = (ahead * overY * strength) / 2 / at
      y[a] = (y[a] as number) - move
      y[b] = (y[b] as number) + move
    } else {
      const ahead = dx + (boxB.left + boxB.right - boxA.left - boxA.right) / 2 >= 0 ? 1 : -1
      const move = (ahead * overX * strength) / 2 / at
      x[a] = (x[a] as number) - move
      x[b] = (x[b] as number) + move
    }
  }

  function partDiscs(a: number, b: number, apart: number): void {
    const dx = (x[b] as number) - (x[a] as number)
    const dy = (y[b] as number) - (y[a] as number)
    const distance = Math.sqrt(dx * dx + dy * dy)
    if (distance >= apart - SLACK / markScale) return
    meetings++
    const move = ((apart - distance) * strength) / 2
    const [alongX, alongY] = distance === 0 ? [1, 0] : [dx / distance, dy / distance]
    x[a] = (x[a] as number) - move * alongX
    y[a] = (y[a] as number) - move * alongY
    x[b] = (x[b] as number) + move * alongX
    y[b] = (y[b] as number) + move * alongY
  }

  function keepInFrame(): void {
    for (const [node, mark] of marks.entries()) {
      const box = labels[node] ? around(mark.box, labels[node]) : mark.box
      const scale = scales[node] as number
      x[node] = within(x[node] as number, box.left / scale, box.right / scale, frame.width)
      y[node] = within(y[node] as number, box.top / scale, box.bottom / scale, frame.height)
    }
  }

  for (let pass = 0; pass < passes; pass++) {
    // Before they part: back in the frame, topics may meet others, which a pass must then count.
    keepInFrame()
    meetings = 0
    for (let a = 1; a < marks.length; a++)
      for (let b = 0; b < a; b++) {
        const apart = Math.abs((y[a] as number) - (y[b] as number))
        if (apart > (reach[a] as number) + (reach[b] as number)) continue
        const markA = marks[a] as Mark
        const markB = marks[b] as Mark
        if (discs) partDiscs(a, b, (markA.radius + markB.radius + AIR_OF_MARKS) / markScale)
        else part(a, b, markA.box, markB.box, AIR_OF_MARKS, markScale)
        const labelA = labels[a]
        const labelB = labels[b]
        const [scaleA, scaleB] = [scales[a] as number, scales[b] as number]
        if (labelA) part(a, b, labelA, markB.box, AIR_OF_LABELS, scaleA)
        if (labelB) part(a, b, markA.box, labelB, AIR_OF_LABELS, scaleB)
        // Below its own scale a label is not shown.
        if (labelA && labelB) part(a, b, labelA, labelB, AIR_OF_LABELS, Math.max(scaleA, scaleB))
      }
    if (meetings === 0) return 0
  }
  keepInFrame()
  return meetings
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

/** Keeps a box that reaches from `before` to `after` in the frame; of one that is too long only its mark. */
function within(at: number, before: number, after: number, size: number): number {
  const [least, most] = [MARGIN - before, size - MARGIN - after]
  return least <= most
    ? Math.max(least, Math.min(most, at))
    : Math.max(MARGIN, Math.min(size - MARGIN, at))
}
