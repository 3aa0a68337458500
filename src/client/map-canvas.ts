import { scenePainter } from './map-painting.ts'
import type { MapPainter, Picture, PictureView, Seen } from './map-picture.ts'
import { svgPainter } from './svg-painter.ts'

/** The SVG below follows once the map has come to rest: pointers and keys need it where it is seen. */
const REST_MS = 120

/**
 * Paints the same scene on a canvas that lies over the SVG, which stays there unseen for pointers, keys and screen
 * readers. With `restsInSvg` the canvas is there only while a gesture lasts: of many elements the SVG takes several
 * frames to redraw, and at rest it alone can be printed, read aloud and searched.
 */
export function canvasPainter(
  picture: Picture,
  { restsInSvg }: { restsInSvg: boolean },
): MapPainter {
  const { svg } = picture
  const under = svgPainter(picture)
  const paintScene = scenePainter(picture)
  const canvas = document.createElement('canvas')
  canvas.className = `painted ${svg.dataset.frame}`
  canvas.setAttribute('aria-hidden', 'true')
  svg.after(canvas)
  setPainted(!restsInSvg)

  let seen: Seen | null = null
  let view: PictureView | null = null
  let isFresh = true
  let frame = 0
  let rest = 0

  // A theme changes by the system or by the reader.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint)
  new MutationObserver(repaint).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  })

  function setPainted(isPainted: boolean): void {
    canvas.hidden = !isPainted
    svg.classList.toggle('under', isPainted)
  }

  function repaint(): void {
    isFresh = true
    requestPaint()
  }

  function requestPaint(): void {
    if (frame === 0 && !canvas.hidden) frame = requestAnimationFrame(paint)
  }

  function paint(): void {
    frame = 0
    const context = canvas.getContext('2d')
    if (!context || !view || !seen) return
    const { width, height } = seen
    const density = devicePixelRatio
    const pixels = { width: Math.round(width * density), height: Math.round(height * density) }
    // To set them, even to what they are, makes the canvas anew.
    if (canvas.width !== pixels.width) canvas.width = pixels.width
    if (canvas.height !== pixels.height) canvas.height = pixels.height
    paintScene(context, view, { ...seen, density }, isFresh)
    isFresh = false
  }

  function comeToRest(): void {
    if (seen) under.move(seen, false)
    if (restsInSvg) setPainted(false)
  }

  return {
    move(next, isGesture) {
      seen = next
      clearTimeout(rest)
      if (restsInSvg && !isGesture) {
        comeToRest()
        return
      }
      if (canvas.hidden) setPainted(true)
      requestPaint()
      rest = window.setTimeout(comeToRest, REST_MS)
    },
    show(next) {
      isFresh ||= next.colours !== view?.colours
      view = next
      under.show(next)
      requestPaint()
    },
  }
}
