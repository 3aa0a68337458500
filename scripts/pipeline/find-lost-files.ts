import type { Problem } from './problem.ts'
import type { CuratedName } from './read-sources.ts'

/** Without these nothing can be filed; all others may be left out. */
const REQUIRED: readonly CuratedName[] = ['topics.yaml', 'topic-weights.json']

/** Curated files that are blank but for comments, which would revert in silence what they said, or missing though required. */
export function findLostFiles(
  folder: string,
  files: Readonly<Record<CuratedName, string | null>>,
): Problem[] {
  return (Object.entries(files) as [CuratedName, string | null][]).flatMap(([name, text]) => {
    const isRequired = REQUIRED.includes(name)
    const tell = (message: string): Problem => ({ file: `${folder}/${name}`, line: 1, message })
    if (text === null)
      return isRequired ? tell('is missing, and without it no paper has a topic; restore it') : []
    if (text.split('\n').some((line) => !/^\s*(?:#|$)/.test(line))) return []
    const what = text.trim() === '' ? 'is empty' : 'has comments only'
    return tell(
      isRequired
        ? `${what}; restore it`
        : `${what}; restore it, or delete it if nothing is to be said`,
    )
  })
}
