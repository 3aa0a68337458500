import { yearOf } from './dates.ts'
import type { Paper } from './model.ts'

/** Papers per year from the first to the last of `span`, and how many carry no year. */
export interface YearCounts {
  years: { year: number; papers: number }[]
  undated: number
}

/** The most papers that any of the counts has in a year, so that their plots can share one scale; 0 without any. */
export function busiestYear(counts: readonly YearCounts[]): number {
  return Math.max(0, ...counts.flatMap(({ years }) => years.map(({ papers }) => papers)))
}

/** First and last year of the dated papers; null if none is dated. */
export function yearSpan(papers: Paper[]): [number, number] | null {
  const years = papers.flatMap(({ date }) => (date ? Number(yearOf(date)) : []))
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)]
}

/** What a list of topics says of its numbers and bars. */
export function explainCounts(span: [number, number] | null): string {
  const about = 'The number counts papers mainly about the topic'
  if (!span) return `${about}; none of them is dated in the source.`
  const [first, last] = span
  const years = first === last ? `${first}` : `${first} to ${last}`
  return `${about}; the bars show the dated ones by year, ${years}, all to one scale.`
}

/** Counts over the whole span, so that plots of different topics share one axis. */
export function countByYear(papers: Paper[], span: [number, number] | null): YearCounts {
  const counts = new Map<number, number>()
  let undated = 0
  for (const { date } of papers) {
    if (!date) undated++
    else counts.set(Number(yearOf(date)), (counts.get(Number(yearOf(date))) ?? 0) + 1)
  }
  if (!span) return { years: [], undated }
  const [first, last] = span
  return {
    years: Array.from({ length: last - first + 1 }, (_, index) => ({
      year: first + index,
      papers: counts.get(first + index) ?? 0,
    })),
    undated,
  }
}
