import type { Clause, Query } from './model.ts'
import type { MetRun } from './requirements.ts'

/**
 * The parts of a query that could be asked by themselves, misspelt words mended: names, and words outside of names, each
 * with what narrows the query. None if it is not of several words alone.
 */
export function partsAlone(q: string, query: Query, runs: MetRun[]): string[] {
  const isWords = ([first]: Clause[]) =>
    first?.kind === 'words' && !first.quoted && !first.negated && first.scope === null
  const narrowing = query.groups.filter((group) => !isWords(group))
  if (narrowing.some((group) => !group.every((one) => one.kind === 'filter' || one.negated)))
    return []
  if (query.groups.some((group) => group.length > 1)) return []
  const parts = runs.flatMap(partsOf)
  if (parts.length < 2) return []
  const rest = narrowing.flat().map(({ start, end }) => ` ${q.slice(start, end)}`)
  return parts.map((part) => part + rest.join(''))
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
