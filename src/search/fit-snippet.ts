import type { Snippet } from './model.ts'

/** What stands before the first mark where the beginning had to go, in characters. */
const LEAD = 40

/**
 * The snippet from where its first `length` characters have the most different marked words, for a place that shows no
 * more of it. Its end is left to the place.
 */
export function fitSnippet(snippet: Snippet, length: number): Snippet {
  const { text, marks, cutBefore } = snippet
  const found = (from: number) => {
    const within = marks.filter(({ start, end }) => start >= from && end <= from + length)
    const words = within.map(({ start, end }) => text.slice(start, end).toLowerCase())
    return new Set(words).size * 100 + words.length
  }
  const starts = marks.map(({ start }) => {
    const word = text.lastIndexOf(' ', Math.max(start - LEAD, 0)) + 1
    // Chinese and Japanese have no blanks to begin behind.
    return start - word > 2 * LEAD ? start : word
  })
  let best = 0
  for (const start of starts) if (found(start) > found(best)) best = start
  return {
    ...snippet,
    text: text.slice(best),
    marks: marks
      .filter(({ start }) => start >= best)
      .map(({ start, end }) => ({ start: start - best, end: end - best })),
    cutBefore: cutBefore || best > 0,
  }
}
