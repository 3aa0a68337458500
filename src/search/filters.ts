import { analyse, formKey } from './analyse.ts'
import type { PaperRow, RowsFile } from './index-files.ts'
import type { FilterClause } from './model.ts'

/** Whether a paper has the fact that a clause asks for, whatever its sign. */
export function meetsFilter(row: PaperRow, clause: FilterClause, files: RowsFile): boolean {
  const { field, value } = clause
  switch (field) {
    case 'topic':
      return [...row.main, ...row.also].some((topic) => {
        const { id, label } = files.topics[topic] ?? { id: '', label: '' }
        return id === value.toLowerCase() || holds(label, value)
      })
    case 'listing':
      return row.listings.some((listing) => {
        const { id, label } = files.listings[listing] ?? { id: '', label: '' }
        return id === value || id.split('_')[0] === value || alike(label, value)
      })
    case 'org':
      return row.org !== null && plain(row.org).includes(plain(value))
    case 'year':
      return row.date !== null && inYears(row.date.slice(0, 4), value)
    case 'has':
      return row.has.includes(value.toLowerCase())
    case 'missing':
      return isMissing(row, value.toLowerCase())
  }
}

/** `2024`, `2023..2025`, `..2024` or `2025..`. */
function inYears(year: string, range: string): boolean {
  const [from = '', to = from] = range.split('..')
  return (from === '' || year >= from) && (to === '' || year <= to)
}

function isMissing(row: PaperRow, what: string): boolean {
  if (what === 'date') return row.date === null
  if (what === 'authors') return row.authorCount === null
  if (what === 'org') return row.org === null
  return row.has.length === 0
}

/** Whether all words of a value stand in a label, in any of their forms. */
function holds(label: string, value: string): boolean {
  const words = new Set(keysOf(label))
  const asked = keysOf(value)
  return asked.length > 0 && asked.every((key) => words.has(key))
}

function keysOf(text: string): string[] {
  return analyse(text).map(({ term }) => formKey(term))
}

function alike(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(text: string): string {
  return analyse(text)
    .map(({ term }) => term)
    .join(' ')
}
