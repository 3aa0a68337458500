import type { SetText, Typeface } from './typefaces.ts'

interface Setting {
  size: number
  tracking: number
  /** In pixels. */
  width: number
  maxLines: number
}

/**
 * Breaks a text into lines of nearly equal width, as `text-wrap: balance` does, or gives null if it needs
 * more lines. A word wider than a line is broken between letters.
 */
export function breakLines(text: string, typeface: Typeface, setting: Setting): SetText[] | null {
  const set = (line: string) => typeface(line, setting.size, setting.tracking)
  const space = set(' ').width
  const words = text
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => measureWord(word, set, setting.width))
  const lines = fill(words, space, setting.width)
  if (lines.length > setting.maxLines) return null
  let [low, high] = [Math.max(0, ...words.map(({ width }) => width)), setting.width]
  while (high - low > 1) {
    const middle = (low + high) / 2
    if (fill(words, space, middle).length === lines.length) high = middle
    else low = middle
  }
  return fill(words, space, high).map(set)
}

/** As much of a text as stands in `maxLines` lines, with an ellipsis if that is not all. */
export function cutLines(text: string, typeface: Typeface, setting: Setting): SetText[] {
  const whole = breakLines(text, typeface, setting)
  if (whole) return whole
  const letters = [...text]
  let [low, high] = [0, letters.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (breakLines(cutAt(letters, middle), typeface, setting)) low = middle
    else high = middle
  }
  return breakLines(cutAt(letters, low), typeface, setting) ?? []
}

function cutAt(letters: readonly string[], length: number): string {
  return `${letters.slice(0, length).join('').trimEnd()}…`
}

interface Word {
  text: string
  width: number
}

function fill(words: readonly Word[], space: number, width: number): string[] {
  const lines: string[] = []
  let filled = Number.POSITIVE_INFINITY
  for (const word of words) {
    if (filled + space + word.width <= width) {
      lines[lines.length - 1] += ` ${word.text}`
      filled += space + word.width
    } else {
      lines.push(word.text)
      filled = word.width
    }
  }
  return lines
}

/** The word, or its parts if it is wider than a line. */
function measureWord(word: string, set: (text: string) => SetText, width: number): Word[] {
  const whole = { text: word, width: set(word).width }
  if (whole.width <= width) return [whole]
  const parts: Word[] = []
  for (const letter of word) {
    const last = parts.at(-1)
    const longer = last && { text: last.text + letter, width: set(last.text + letter).width }
    if (longer && longer.width <= width) parts[parts.length - 1] = longer
    else parts.push({ text: letter, width: set(letter).width })
  }
  return parts
}
