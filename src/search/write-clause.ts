import type { Clause } from './model.ts'

/** A clause as it is written by itself, also if it was behind NOT or within brackets. */
export function writeClause(clause: Clause): string {
  const field = clause.kind === 'filter' ? clause.field : clause.scope
  const value = clause.kind === 'filter' ? clause.value : clause.text
  const isOne = /^\S+$/.test(value) && !(clause.kind === 'words' && clause.quoted)
  return `${clause.negated ? '-' : ''}${field ? `${field}:` : ''}${isOne ? value : `"${value}"`}`
}

/** What a reader is told of a clause: words that may stand anywhere as they are, others with their field. */
export function tellClause(clause: Clause): string {
  const isPlain = clause.kind === 'words' && clause.scope === null && !clause.negated
  return isPlain ? clause.text : writeClause(clause)
}

/** Groups as they are written side by side. */
export function writeGroups(groups: Clause[][]): string {
  return groups.map((group) => group.map(writeClause).join(' OR ')).join(' ')
}
