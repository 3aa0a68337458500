import type { Correction, Span, TextField } from '../../../src/shared/model.ts'
import type { Change } from './text-edits.ts'

/** A shorter fragment gets a neighbouring word on each side, so that it is recognisable. */
const SHORT = 12
const LONGEST = 160
/** Words longer than this are cut: context is for recognition. */
const LONGEST_WORD = 40

/** The changes as corrections, each with the whole words it stands in; one per rule involved. */
export function describeChanges(
  field: TextField,
  printed: string,
  published: string,
  changes: Change[],
): Correction[] {
  return joinNeighbours(printed, changes).flatMap(({ printed: before, current: after, rules }) => {
    const from = printed.slice(before.start, before.end)
    const to = published.slice(after.start, after.end)
    // Math that reads as it was printed, such as L^q, is no correction.
    if (from === to) return []
    return rules.map((rule) => ({ field, rule, from: shorten(from), to: shorten(to) }))
  })
}

/** Widens each change to whole words. What then overlaps is one change. */
function joinNeighbours(printed: string, changes: Change[]): Change[] {
  const joined: Change[] = []
  for (const change of changes) {
    const left = widthLeft(printed, change.printed)
    const right = widthRight(printed, change.printed)
    const last = joined.at(-1)
    if (last !== undefined && last.printed.end > change.printed.start - left) {
      last.printed.end = change.printed.end
      last.current.end = change.current.end
      last.rules = [...new Set([...last.rules, ...change.rules])]
      // The widened end of the earlier change is text between the two, or lies within this one.
      widen(last, 0, right)
      continue
    }
    const wide = {
      printed: { ...change.printed },
      current: { ...change.current },
      rules: change.rules,
    }
    widen(wide, left, right)
    joined.push(wide)
  }
  return joined
}

function widen(change: Change, left: number, right: number) {
  for (const span of [change.printed, change.current]) {
    span.start -= left
    span.end += right
  }
}

function widthLeft(text: string, { start, end }: Span): number {
  const before = text.slice(Math.max(0, start - 2 * LONGEST_WORD), start)
  const words = end - start < SHORT ? /(?:\S+\s)?\S*$/ : /\S*$/
  const width = Math.min(before.match(words)?.[0].length ?? 0, LONGEST_WORD)
  return isInPair(text, start - width) ? width - 1 : width
}

function widthRight(text: string, { start, end }: Span): number {
  const after = text.slice(end, end + 2 * LONGEST_WORD)
  const words = end - start < SHORT ? /^\S*(?:\s\S+)?/ : /^\S*/
  const width = Math.min(after.match(words)?.[0].length ?? 0, LONGEST_WORD)
  return isInPair(text, end + width) ? width - 1 : width
}

/** Whether a cut at this place would part the two halves of one character. */
function isInPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1))
}

function shorten(fragment: string): string {
  if (fragment.length <= LONGEST) return fragment.toWellFormed()
  return `${fragment.slice(0, LONGEST / 2)}…${fragment.slice(-LONGEST / 2)}`.toWellFormed()
}
