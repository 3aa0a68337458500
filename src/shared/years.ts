import { anchorLetter, type Group, groupAlphabetically, letterAnchor } from './alphabet.ts'
import { byCodeUnit, byId } from './code-unit-order.ts'
import { MONTHS, yearOf } from './dates.ts'
import { groupBy } from './group-by.ts'
import type { Paper } from './model.ts'
import { PAGE_MAX } from './page-max.ts'

/** The path segment and key of papers whose year the source does not say. */
export const UNDATED = 'undated'

/**
 * Papers by year, newest year and newest paper first, the undated last. No empty group, but for years of `kept`, which had
 * papers once; parts of years there count for nothing.
 */
export function groupByYear(papers: Paper[], kept: readonly string[] = []): Group<Paper>[] {
  const years = kept.filter((key) => !key.includes('/'))
  const groups = new Map<string, Paper[]>(years.map((year) => [year, []]))
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

/** A year or a part of one, with a page of its own. */
export interface YearPage extends Group<Paper> {
  /** Months or letters that have the papers on pages of their own; none where one page has room for all. */
  parts: Group<Paper>[]
  /** Keys of the years, or of the parts of the same year, before and after it. */
  later: string | null
  earlier: string | null
}

/** All pages of years and of their parts; those of `kept` also without papers, because they were published once. */
export function listYearPages(papers: Paper[], kept: readonly string[] = []): YearPage[] {
  const years = groupByYear(papers, kept)
  const parts = years.map((year) => partsOfYear(year, kept))
  return [
    ...years.map((year, at) => ({ ...inRow(years, at), ...year, parts: parts[at] ?? [] })),
    ...parts.flatMap((all) => all.map((part, at) => ({ ...inRow(all, at), ...part, parts: [] }))),
  ]
}

/** `2025`, `Jun 2025`, or what is said of papers without a date. */
export function yearName(key: string): string {
  const [year = '', part] = key.split('/')
  if (year === UNDATED) return part ? `Not dated, ${anchorLetter(part)}` : 'Not dated in the source'
  return part ? `${MONTHS[Number(part) - 1]} ${year}` : year
}

function inRow(row: Group<Paper>[], at: number): Pick<YearPage, 'later' | 'earlier'> {
  return { later: row[at - 1]?.key ?? null, earlier: row[at + 1]?.key ?? null }
}

/** Months, newest first, with keys as `2025/06`; of the undated letters, as `undated/s`, with papers by title. */
function partsOfYear({ key, items }: Group<Paper>, kept: readonly string[]): Group<Paper>[] {
  const had = kept.filter((part) => part.startsWith(`${key}/`))
  if (had.length === 0 && items.length <= PAGE_MAX) return []
  const filled =
    key === UNDATED
      ? groupAlphabetically(items, ({ title }) => title).map(
          (letter) => [letterAnchor(letter.key), letter.items] as const,
        )
      : groupBy(items, ({ date }) => date?.value.slice(5, 7))
  const parts = new Map<string, Paper[]>(had.map((part) => [part, []]))
  for (const [part, members] of filled) parts.set(`${key}/${part}`, members)
  const sorted = [...parts].sort(([a], [b]) => byCodeUnit(a, b))
  if (key !== UNDATED) sorted.reverse()
  return sorted.map(([part, members]) => ({ key: part, items: members }))
}
