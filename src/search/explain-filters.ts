import { meetsFilter } from './filters.ts'
import type { PaperRow, RowsFile } from './index-files.ts'
import type { FilterClause, Notice, Query } from './model.ts'

/** Names told at most; more would be a list to read, not a hint. */
const NAMES_MOST = 12

/** A notice for each filter that no paper meets: what there is instead. */
export function explainFilters(query: Query, rows: PaperRow[], files: RowsFile): Notice[] {
  return query.groups.flat().flatMap((clause): Notice[] => {
    if (clause.kind !== 'filter' || clause.negated) return []
    if (rows.some((row) => meetsFilter(row, clause, files))) return []
    const message = whatThereIs(clause, rows, files)
    return message === null ? [] : [{ start: clause.start, end: clause.end, message }]
  })
}

function whatThereIs(
  { field }: FilterClause,
  rows: PaperRow[],
  { listings }: RowsFile,
): string | null {
  switch (field) {
    case 'year': {
      const years = rows.flatMap(({ date }) => date?.slice(0, 4) ?? []).sort()
      return years.length === 0
        ? 'is met by no paper: none has a date.'
        : `is met by no paper; those with a date are from ${years[0]} to ${years.at(-1)}.`
    }
    case 'org':
      return `is no organisation here. ${namesOf(rows.flatMap(({ org }) => org ?? []))}`
    case 'listing':
      return `is no listing here. ${namesOf(listings.map(({ label }) => label))}`
    case 'topic':
      return 'is in no topic’s name; the page of topics has all of them.'
    default:
      return null
  }
}

function namesOf(all: string[]): string {
  const names = [...new Set(all)].sort()
  const told = names.slice(0, NAMES_MOST).join(', ')
  return names.length === 0
    ? 'There is none.'
    : `There ${names.length === 1 ? 'is' : 'are'} ${told}${names.length > NAMES_MOST ? ' and others' : ''}.`
}
