import { counted } from '../shared/facts.ts'
import { filterBy } from './filters.ts'
import type { PaperRow, RowsFile } from './index-files.ts'
import type { MatchIndex } from './match.ts'
import type { Clause, FilterClause, Notice, Query } from './model.ts'
import { papersWithWord } from './requirements.ts'
import { writeGroups } from './write-clause.ts'

/** Names told at most; more would be a list to read, not a hint. */
const NAMES_MOST = 12

/** What explanations are made from. */
interface Known {
  rows: PaperRow[]
  files: RowsFile
  index: MatchIndex
  /** The papers that have all of a query; of an empty one, all papers. */
  papersWith: (query: string) => Promise<ReadonlySet<number>>
}

/**
 * A notice for each filter that no paper meets, with what there is instead, for a year, which undated papers can't
 * meet, and for each word to be left out that no paper has.
 */
export async function explainFilters({ groups }: Query, known: Known): Promise<Notice[]> {
  const notices: Notice[] = []
  for (const group of groups)
    for (const clause of group) {
      const message = await explainClause(clause, group, groups, known)
      if (message !== null) notices.push({ start: clause.start, end: clause.end, message })
    }
  return notices
}

async function explainClause(
  clause: Clause,
  group: Clause[],
  groups: Clause[][],
  known: Known,
): Promise<string | null> {
  const { rows, files, index } = known
  if (clause.kind === 'words')
    return clause.negated && !clause.quoted && papersWithWord(clause, index).size === 0
      ? `leaves nothing out: no ${clause.scope ?? 'paper'} has the word.`
      : null
  if (clause.negated) return null
  if (!rows.some(filterBy(clause, files))) return whatThereIs(clause, rows, files)
  if (clause !== group.find(isYear)) return null
  const others = writeGroups(groups.filter((other) => other !== group))
  const papers = await known.papersWith(others)
  const undated = undatedWithout(group, rows, files).filter((paper) => papers.has(paper)).length
  return undated > 0
    ? `leaves out ${counted(undated, 'undated paper')}; search ${others === '' ? 'missing:date' : `“${others} missing:date”`} to see ${undated === 1 ? 'it' : 'them'}.`
    : null
}

function isYear(clause: Clause): boolean {
  return clause.kind === 'filter' && clause.field === 'year'
}

/** The undated papers that meet none of the alternatives; words among these may be met by any of them. */
function undatedWithout(group: Clause[], rows: PaperRow[], files: RowsFile): number[] {
  const filters = group.filter((clause) => clause.kind === 'filter')
  if (filters.length < group.length) return []
  const alternatives = filters.map((clause) => {
    const isMet = filterBy(clause, files)
    return (row: PaperRow) => isMet(row) !== clause.negated
  })
  return rows.flatMap((row, paper) =>
    row.date === null && !alternatives.some((isMet) => isMet(row)) ? paper : [],
  )
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
