import { counted } from '../shared/facts.ts'
import { filterBy } from './filters.ts'
import type { PaperRow, RowsFile } from './index-files.ts'
import type { MatchIndex } from './match.ts'
import type { Clause, FilterClause, Notice, Query } from './model.ts'
import { papersWithWord } from './requirements.ts'

/** Names told at most; more would be a list to read, not a hint. */
const NAMES_MOST = 12

/**
 * A notice for each filter that no paper meets, with what there is instead, for a year, which undated papers can't
 * meet, and for each word to be left out that no paper has.
 */
export function explainFilters(
  query: Query,
  rows: PaperRow[],
  files: RowsFile,
  index: MatchIndex,
): Notice[] {
  return query.groups.flatMap((group) =>
    group.flatMap((clause): Notice[] => {
      const message =
        clause.kind === 'filter'
          ? explainFilter(clause, group, rows, files)
          : clause.negated && !clause.quoted && papersWithWord(clause, index).size === 0
            ? `leaves nothing out: no ${clause.scope ?? 'paper'} has the word.`
            : null
      return message === null ? [] : [{ start: clause.start, end: clause.end, message }]
    }),
  )
}

function explainFilter(
  clause: FilterClause,
  group: Clause[],
  rows: PaperRow[],
  files: RowsFile,
): string | null {
  if (clause.negated) return null
  if (!rows.some(filterBy(clause, files))) return whatThereIs(clause, rows, files)
  const undated = clause === group.find(isYear) ? countUndated(group, rows, files) : 0
  return undated > 0
    ? `leaves out ${counted(undated, 'undated paper')}; search missing:date to see ${undated === 1 ? 'it' : 'them'}.`
    : null
}

function isYear(clause: Clause): boolean {
  return clause.kind === 'filter' && clause.field === 'year'
}

/** The undated papers that meet none of the alternatives; words among these may be met by any of them. */
function countUndated(group: Clause[], rows: PaperRow[], files: RowsFile): number {
  const filters = group.filter((clause) => clause.kind === 'filter')
  if (filters.length < group.length) return 0
  const alternatives = filters.map((clause) => {
    const isMet = filterBy(clause, files)
    return (row: PaperRow) => isMet(row) !== clause.negated
  })
  return rows.filter((row) => row.date === null && !alternatives.some((isMet) => isMet(row))).length
}

function whatThereIs(
  { field }: FilterClause,
  rows: PaperRow[],
  { areas, listings }: RowsFile,
): string | null {
  switch (field) {
    case 'year': {
      const years = rows.flatMap(({ date }) => date?.slice(0, 4) ?? []).sort()
      return years.length === 0
        ? 'matches no papers: none has a date.'
        : `matches no papers; dated ones run from ${years[0]} to ${years.at(-1)}.`
    }
    case 'org':
      return `matches no organisation. ${namesOf(rows.flatMap(({ org }) => org ?? []))}`
    case 'listing':
      return `matches no listing. ${namesOf(listings.map(({ label }) => label))}`
    case 'area':
      return `matches no area. ${namesOf(areas.map(({ label }) => label))}`
    case 'topic':
      return 'matches no topic’s name; the topics page lists them all.'
    default:
      return null
  }
}

function namesOf(all: string[]): string {
  const names = [...new Set(all)].sort()
  const told = names.slice(0, NAMES_MOST).join(', ')
  return names.length === 0
    ? 'None is known here.'
    : `Known here: ${told}${names.length > NAMES_MOST ? ' and others' : ''}.`
}
