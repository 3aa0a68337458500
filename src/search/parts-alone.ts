import { isNarrowing } from './meet-query.ts'
import type { Clause, Query } from './model.ts'
import type { MetRun } from './requirements.ts'
import { writeClause, writeGroups } from './write-clause.ts'

/**
 * The parts of a query that could be asked by themselves, misspelt words mended: names, and words outside of names, each
 * with what narrows the query. None if it is not of several words alone.
 */
export function partsAlone(query: Query, runs: MetRun[]): string[] {
  const isWords = ([first]: Clause[]) =>
    first?.kind === 'words' && !first.quoted && !first.negated && first.scope === null
  const narrowing = query.groups.filter((group) => !isWords(group))
  if (narrowing.some((group) => !group.every((one) => one.kind === 'filter' || one.negated)))
    return []
  if (query.groups.some((group) => group.length > 1)) return []
  const parts = runs.flatMap(partsOf)
  if (parts.length < 2) return []
  return [...new Set(parts)].map((part) => [part, ...narrowing.flat().map(writeClause)].join(' '))
}

/** A query as it is without what only narrows it; empty if it has nothing else. */
export function withoutNarrowing({ groups }: Query): string {
  return writeGroups(groups.filter((group) => !group.every(isNarrowing)))
}

function partsOf({ requirements, spans }: MetRun): string[] {
  const slots = requirements.flatMap(({ slot }) => slot ?? [])
  const parts: string[] = []
  for (let first = 0; first < slots.length; first++) {
    const lasts = spans
      .filter((span) => span.first === first && !span.isFurther && !span.isEveryday)
      .map(({ last }) => last)
    const last = Math.max(first, ...lasts)
    const within = slots.slice(first, last + 1)
    if (within.some(({ required }) => required))
      parts.push(
        within
          .map(({ asked, sought, near }) => (sought.length > 0 ? asked : (near[0]?.term ?? asked)))
          .join(' '),
      )
    first = last
  }
  return parts
}
