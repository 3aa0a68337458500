import type { Span } from './model.ts'

/** A stretch of text and the marks that lie over the whole of it. */
interface Segment<Mark> extends Span {
  text: string
  marks: Mark[]
}

/**
 * Cuts the part of `text` inside `within` wherever a mark begins or ends. The segments' texts
 * joined give that part back; marks that overlap each other share a segment.
 */
export function cutSegments<Mark extends Span>(
  text: string,
  marks: Mark[],
  within: Span = { start: 0, end: text.length },
): Segment<Mark>[] {
  const inside = marks.filter((mark) => mark.start < within.end && mark.end > within.start)
  const cuts = [within.start, within.end, ...inside.flatMap((mark) => [mark.start, mark.end])]
    .filter((offset) => offset >= within.start && offset <= within.end)
    .sort((a, b) => a - b)
  const segments: Segment<Mark>[] = []
  cuts.forEach((start, index) => {
    const end = cuts[index + 1]
    if (end === undefined || end === start) return
    segments.push({
      start,
      end,
      text: text.slice(start, end),
      marks: inside.filter((mark) => mark.start <= start && mark.end >= end),
    })
  })
  return segments
}

/** The marks that would cut none of `wholes`, such as an address or a formula, in two. */
export function withoutCuts<Mark extends Span>(marks: Mark[], wholes: Span[]): Mark[] {
  const cuts = (offset: number) => wholes.some(({ start, end }) => start < offset && offset < end)
  return marks.filter(({ start, end }) => !cuts(start) && !cuts(end))
}

/** `spans`, each widened over the blanks that follow it, so that together they cover the text. */
export function withGaps(spans: Span[], length: number): { span: Span; gapEnd: number }[] {
  return spans.map((span, index) => ({ span, gapEnd: spans[index + 1]?.start ?? length }))
}
