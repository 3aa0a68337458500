import type { Span } from '../../src/shared/model.ts'
import type { Line } from './listing-lines.ts'
import type { Problem } from './problem.ts'

type LineKind =
  | 'header'
  | 'title'
  | 'abstract'
  | 'author count'
  | 'organization'
  | 'separator'
  | 'date'
  | 'blank'
  | 'not understood'

/** What a stretch of the file is. A line is one stretch, unless the header is glued to the first title. */
export interface ListingSpan extends Span {
  kind: LineKind
  /** From 1. */
  line: number
}

/** A cursor over the lines that are not blank, which keeps account of what each was taken for. */
export interface LineReader {
  /** The line `ahead` of the next one, without taking it. */
  peek(ahead?: number): Line | undefined
  /** Takes the next line as `kind`. Throws at the end of the file. */
  take(kind: LineKind): Line
  /** Takes only the first `length` characters of the next line's text, as header. */
  takeGluedHeader(length: number): void
  /** Records a problem at the next line, or at `at`, and passes over the next line. */
  refuse(message: string): void
  /** All stretches in file order; lines never taken are blank or not understood. */
  spans(): ListingSpan[]
  problems: Problem[]
}

export function readLines(file: string, lines: Line[]): LineReader {
  const filled = lines.filter((line) => line.text !== '')
  const taken: ListingSpan[] = []
  const problems: Problem[] = []
  let next = 0

  const mark = (kind: LineKind, line: Line, end = line.end) =>
    taken.push({ kind, line: line.number, start: line.start, end })

  function take(kind: LineKind): Line {
    const line = filled[next]
    if (!line) throw new Error(`${file}: read past the last line`)
    next++
    mark(kind, line)
    return line
  }

  return {
    problems,
    take,
    peek: (ahead = 0) => filled[next + ahead],
    takeGluedHeader(length) {
      const line = filled[next]
      if (!line) return
      const split = line.textStart + length
      mark('header', line, split)
      filled[next] = { ...line, start: split, textStart: split, text: line.text.slice(length) }
    },
    refuse(message) {
      problems.push({ file, line: filled[next]?.number ?? lines.length + 1, message })
      if (next < filled.length) take('not understood')
    },
    spans() {
      const rest: ListingSpan[] = filled
        .slice(next)
        .map(({ number, start, end }) => ({ kind: 'not understood', line: number, start, end }))
      const blank: ListingSpan[] = lines
        .filter((line) => line.text === '')
        .map(({ number, start, end }) => ({ kind: 'blank', line: number, start, end }))
      return [...taken, ...rest, ...blank].sort((a, b) => a.start - b.start)
    },
  }
}
