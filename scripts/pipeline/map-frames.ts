import type { FrameName } from '../../src/shared/map-layout.ts'
import type { Frame } from './place-labels.ts'

/** Sizes of the two pictures of the map, in its units. */
export const FRAMES: Record<FrameName, Frame> = {
  landscape: { width: 1200, height: 800 },
  portrait: { width: 800, height: 1200 },
}
