import type { Edit } from './text-edits.ts'

/**
 * A repair that needs no knowledge of the paper. `find` sees the text alone, in linear time, and
 * gives edits in order. What it publishes must give it nothing more to do.
 */
export interface RepairRule {
  /** Kebab-case, recorded with each correction. */
  id: string
  /** One sentence for the data report. */
  description: string
  /** URLs are left alone unless this is set. */
  touchesUrls?: boolean
  find(text: string): Edit[]
}

/**
 * The edits for all matches of a pattern; `null` leaves a match as it is. Most rules find nothing in
 * most texts: `mayMatch` tells so, by default with a bare search at a fraction of the cost of `matchAll`.
 */
export function replaceMatches(
  pattern: RegExp,
  replace: string | ((match: RegExpExecArray) => string | null),
  mayMatch: (text: string) => boolean = (text) => text.search(pattern) !== -1,
): (text: string) => Edit[] {
  return (text) => {
    if (!mayMatch(text)) return []
    return [...text.matchAll(pattern)].flatMap((match) => {
      const to = typeof replace === 'string' ? replace : replace(match)
      if (to === null || to === match[0]) return []
      return [{ start: match.index, end: match.index + match[0].length, to }]
    })
  }
}

/** Several patterns as one rule; where two meet, the earlier place wins, then the earlier pattern. */
export function anyOf(...finders: ((text: string) => Edit[])[]): (text: string) => Edit[] {
  return (text) => {
    let end = 0
    return finders
      .flatMap((find) => find(text))
      .sort((a, b) => a.start - b.start)
      .filter((edit) => {
        const free = edit.start >= end
        if (free) end = edit.end
        return free
      })
  }
}
