import type { MeasureText } from '../map/marks.ts'

type FontToken = '--font-text' | '--font-sans'

/** The families of a font of the page. */
export function fontOf(token: FontToken): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token) || 'serif'
}

/** Measures texts in a font of the page, of a weight: by their size in pixels the width in pixels. */
export function textMeasure(token: FontToken, weight: number): MeasureText {
  const context = document.createElement('canvas').getContext('2d')
  const family = fontOf(token)
  return (text, size) => {
    if (!context) return text.length * size * 0.5
    context.font = `${weight} ${size}px ${family}`
    return context.measureText(text).width
  }
}
