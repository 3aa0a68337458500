import type { Group } from './alphabet.ts'
import { byCodeUnit, byId } from './code-unit-order.ts'
import { yearOf } from './dates.ts'
import type { Paper } from './model.ts'

/** The path segment and key of papers whose year the source does not say. */
export const UNDATED = 'undated'

/** A year, or its absence, as pages call it. */
export function yearName(key: string): string {
  return key === UNDATED ? 'Not dated in the source' : key
}

/**
 * Papers by year, newest year and newest paper first, the undated last. No empty group, but for years of `kept`, which had
 * papers once.
 */
export function groupByYear(papers: Paper[], kept: readonly string[] = []): Group<Paper>[] {
  const groups = new Map<string, Paper[]>(kept.map((year) => [year, []]))
  for (const paper of papers) {
    const key = paper.date ? yearOf(paper.date) : UNDATED
    groups.set(key, [...(groups.get(key) ?? []), paper])
  }
  for (const members of groups.values()) members.sort(newestFirst)
  return [...groups]
    .sort(([a], [b]) => (a === UNDATED ? 1 : b === UNDATED ? -1 : byCodeUnit(b, a)))
    .map(([key, items]) => ({ key, items }))
}

function newestFirst(a: Paper, b: Paper): number {
  const [dateA, dateB] = [a.date?.value ?? '', b.date?.value ?? '']
  return byCodeUnit(dateB, dateA) || byId(a, b)
}
