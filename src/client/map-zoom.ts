import { type D3ZoomEvent, select, type ZoomTransform, zoom, zoomIdentity } from 'd3'
import { type MapPlace, placeWithin, SLACK, ZOOM_MOST } from '../map/state.ts'
import type { Picture } from './map-picture.ts'

const ZOOM_STEP = 1.5
/** Part of the frame. */
const PAN_STEP = 0.25
const MOTION_MS = 200

/** What buttons and keys ask for. */
export type ZoomStep = 'in' | 'out' | 'left' | 'right' | 'up' | 'down' | 'fit'

export interface MapZoom {
  step(step: ZoomStep): void
  goTo(place: MapPlace | null): void
  /** Brings a point into view if it is outside. */
  reveal(x: number, y: number): void
  transform(): ZoomTransform
  /** Whether a gesture of the reader moves the map just now. */
  isMoving(): boolean
  /** Where the reader moved to; null at the fitted size. */
  place(): MapPlace | null
}

/**
 * Pan and zoom of a picture. `onMove` hears of every step, and whether it is one of a gesture; `onRest` when the reader
 * has moved it, by whatever means.
 */
export function mapZoom(
  { svg, width, height }: Picture,
  onMove: (transform: ZoomTransform, isGesture: boolean) => void,
  onRest: () => void,
): MapZoom {
  let current = zoomIdentity
  let isMoving = false
  let isArriving = false
  const behaviour = zoom<SVGSVGElement, unknown>()
    .extent([
      [0, 0],
      [width, height],
    ])
    .scaleExtent([1, ZOOM_MOST])
    .translateExtent([
      [-SLACK, -SLACK],
      [width + SLACK, height + SLACK],
    ])
    .filter(isOurs)
    .on('start', ({ sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      isMoving = Boolean(sourceEvent)
    })
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      current = transform
      onMove(transform, Boolean(sourceEvent))
    })
    .on('end', () => {
      isMoving = false
      if (!isArriving) onRest()
    })
  const selection = select(svg).call(behaviour).on('dblclick.zoom', null)

  function to(transform: ZoomTransform, isSmooth: boolean): void {
    if (isSmooth && !matchMedia('(prefers-reduced-motion: reduce)').matches)
      selection.transition().duration(MOTION_MS).call(behaviour.transform, transform)
    else selection.call(behaviour.transform, transform)
  }

  /** The transform that has a place in the middle, or as near to it as gestures bring it; the fitted one beside the map. */
  function centred(wanted: MapPlace): ZoomTransform {
    // d3 constrains gestures only, not transforms it is given.
    const near = placeWithin(wanted, { width, height })
    if (near === null) return zoomIdentity
    const { x, y, zoom: k } = near
    return zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k)
  }

  function place(): MapPlace | null {
    const { k, x, y } = current
    if (k === 1 && Math.abs(x) < 1 && Math.abs(y) < 1) return null
    return { x: (width / 2 - x) / k, y: (height / 2 - y) / k, zoom: k }
  }

  /** Moves the view by steps to the right and down. */
  function pan(across: number, down: number): void {
    const by = PAN_STEP / current.k
    behaviour.translateBy(selection, -across * by * width, -down * by * height)
  }

  const steps: Record<ZoomStep, () => void> = {
    in: () => behaviour.scaleBy(selection, ZOOM_STEP),
    out: () => behaviour.scaleBy(selection, 1 / ZOOM_STEP),
    left: () => pan(-1, 0),
    right: () => pan(1, 0),
    up: () => pan(0, -1),
    down: () => pan(0, 1),
    fit: () => to(zoomIdentity, true),
  }

  return {
    step: (step) => steps[step](),
    goTo(target) {
      isArriving = true
      to(target ? centred(target) : zoomIdentity, false)
      isArriving = false
    },
    reveal(x, y) {
      const [left, top] = current.apply([x, y])
      const isInside =
        left > width * 0.05 && left < width * 0.95 && top > height * 0.05 && top < height * 0.95
      if (!isInside) to(centred({ x, y, zoom: current.k }), true)
    },
    transform: () => current,
    isMoving: () => isMoving,
    place,
  }
}

/** One finger scrolls the page, except in full screen, where there is none to scroll; two move the map. */
function isOurs(event: MouseEvent | WheelEvent | TouchEvent): boolean {
  if (event.type === 'wheel') return true
  // Where there is no full screen, as on iPhones, the document does not know the word.
  if ('touches' in event) return event.touches.length > 1 || Boolean(document.fullscreenElement)
  return event.button === 0 && !event.ctrlKey
}
