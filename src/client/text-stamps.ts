import type { Box } from '../map/marks.ts'

interface StampedText {
  /** The same for texts that look the same. */
  key: string
  /** The room it takes around its place. */
  box: Box
  /** Paints it with its place at (0, 0). */
  paint(context: CanvasRenderingContext2D): void
}

/**
 * Texts drawn once and then printed wherever they come to stand: to stroke and fill letters anew takes most of a frame.
 * They are printed on whole pixels of the canvas, so that they stay sharp. `density` is pixels of the canvas for one of
 * the page, `margin` the room that halos take around a text.
 */
export function textStamps(density: number, margin: number) {
  const stamps = new Map<string, HTMLCanvasElement>()

  function draw({ box, paint }: StampedText): HTMLCanvasElement {
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil((box.right - box.left + 2 * margin) * density)
    canvas.height = Math.ceil((box.bottom - box.top + 2 * margin) * density)
    const context = canvas.getContext('2d')
    if (context) {
      context.setTransform(density, 0, 0, density, 0, 0)
      context.translate(margin - box.left, margin - box.top)
      paint(context)
    }
    return canvas
  }

  return {
    density,
    print(context: CanvasRenderingContext2D, text: StampedText, x: number, y: number): void {
      const { key, box } = text
      const stamp = stamps.get(key) ?? draw(text)
      stamps.set(key, stamp)
      const whole = (value: number) => Math.round(value * density) / density
      context.drawImage(
        stamp,
        whole(x + box.left - margin),
        whole(y + box.top - margin),
        stamp.width / density,
        stamp.height / density,
      )
    },
  }
}
