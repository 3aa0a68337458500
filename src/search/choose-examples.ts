import type { SearchEngine } from './engine.ts'
import { parseQuery } from './parse-query.ts'
import { readSearchState } from './search-state.ts'
import { writeClause } from './write-clause.ts'

/** Of each list the first item whose query finds papers with all that it asks for; of a list without one, nothing. */
export async function chooseExamples<T>(
  lists: readonly (readonly T[])[],
  queryOf: (item: T) => string,
  engine: SearchEngine,
): Promise<T[]> {
  const chosen: T[] = []
  for (const list of lists)
    for (const item of list)
      if (await isFit(queryOf(item), engine)) {
        chosen.push(item)
        break
      }
  return chosen
}

/** An alternative that finds nothing, or a word to leave out that no paper has, explains nothing. */
async function isFit(q: string, engine: SearchEngine): Promise<boolean> {
  if (!(await finds(q, engine))) return false
  for (const group of parseQuery(q).groups)
    for (const clause of group)
      if (
        clause.kind === 'words' &&
        (clause.negated || group.length > 1) &&
        !(await finds(writeClause({ ...clause, negated: false }), engine))
      )
        return false
  return true
}

async function finds(q: string, engine: SearchEngine): Promise<boolean> {
  const { answer } = await engine.answer({ ...readSearchState(''), q })
  return answer.counts.all > 0
}
