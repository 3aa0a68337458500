import type { MathSpan, Span } from '../../../src/shared/model.ts'

/** Replaces a range by `to`; `math` are the formulas in `to`, with offsets in `to`. */
export interface Edit extends Span {
  to: string
  math?: MathSpan[]
}

/** A range of the printed text, the range it became, and the rules that changed it. */
export interface Change {
  printed: Span
  current: Span
  rules: string[]
}

/** A text under repair. Math and changes are in order and do not overlap. */
export interface Draft {
  text: string
  math: MathSpan[]
  changes: Change[]
}

/** Applies edits of one rule. They must be in order and not overlap one another or any formula. */
export function applyEdits(draft: Draft, rule: string, edits: Edit[]): Draft {
  if (edits.length === 0) return draft
  const pieces: string[] = []
  let end = 0
  for (const edit of edits) {
    pieces.push(draft.text.slice(end, edit.start), edit.to)
    end = edit.end
  }
  return {
    text: pieces.join('') + draft.text.slice(end),
    math: moveMath(draft.math, edits),
    changes: joinChanges(draft.changes, rule, edits),
  }
}

/** Leaves out ranges that overlap an earlier one or a protected one; both lists are in order. */
export function keepApart<T extends Span>(ranges: T[], protectedRanges: Span[]): T[] {
  const kept: T[] = []
  let next = 0
  let end = 0
  for (const candidate of ranges) {
    while (next < protectedRanges.length && (protectedRanges[next] as Span).end <= candidate.start)
      next++
    const obstacle = protectedRanges[next]
    if (candidate.start < end || (obstacle !== undefined && obstacle.start < candidate.end))
      continue
    kept.push(candidate)
    end = candidate.end
  }
  return kept
}

function moveMath(math: MathSpan[], edits: Edit[]): MathSpan[] {
  const moved: MathSpan[] = []
  let shift = 0
  let next = 0
  for (const edit of edits) {
    for (; next < math.length && (math[next] as MathSpan).start < edit.start; next++)
      moved.push(move(math[next] as MathSpan, shift))
    for (const span of edit.math ?? []) moved.push(move(span, edit.start + shift))
    shift += edit.to.length - (edit.end - edit.start)
  }
  return [...moved, ...math.slice(next).map((span) => move(span, shift))]
}

function move(span: MathSpan, by: number): MathSpan {
  return { start: span.start + by, end: span.end + by, tex: span.tex }
}

/** Merges edits of the current text into the changes since the printed text. */
function joinChanges(changes: Change[], rule: string, edits: Edit[]): Change[] {
  const joined: Change[] = []
  // How far behind a position of the old draft its printed and its new position are.
  let toPrinted = 0
  let toNew = 0
  let change = 0
  let edit = 0
  while (change < changes.length || edit < edits.length) {
    const start = Math.min(
      changes[change]?.current.start ?? Infinity,
      edits[edit]?.start ?? Infinity,
    )
    const began = { printed: start + toPrinted, current: start + toNew }
    const rules: string[] = []
    let end = start
    for (;;) {
      const old = changes[change]
      const fresh = edits[edit]
      if (old !== undefined && old.current.start <= end) {
        toPrinted += length(old.printed) - length(old.current)
        end = Math.max(end, old.current.end)
        rules.push(...old.rules)
        change++
      } else if (fresh !== undefined && fresh.start <= end) {
        toNew += fresh.to.length - length(fresh)
        end = Math.max(end, fresh.end)
        rules.push(rule)
        edit++
      } else break
    }
    joined.push({
      printed: { start: began.printed, end: end + toPrinted },
      current: { start: began.current, end: end + toNew },
      rules: [...new Set(rules)],
    })
  }
  return joined
}

function length(span: Span): number {
  return span.end - span.start
}
