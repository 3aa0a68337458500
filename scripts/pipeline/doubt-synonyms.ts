import { analyse, formKey } from '../../src/search/analyse.ts'
import { groupBy } from '../../src/shared/group-by.ts'
import type { Paper } from '../../src/shared/model.ts'
import type { Synonyms } from '../../src/shared/readers-words.ts'
import { tokenize } from '../../src/shared/tokens.ts'
import type { Problem } from './problem.ts'
import type { CorpusWords } from './read-words.ts'

/** data/curated/synonyms.yaml as read. */
export interface CuratedSynonyms {
  file: string
  entries: Synonyms
  /** Line of the value at a path in the file, from 1. */
  lineOf(path: readonly PropertyKey[]): number
}

/** More meanings that lead nowhere are a number: the file is then about other papers. */
const MOST_TOLD = 20

/** Everyday words that stand in two entries, or that mean themselves. */
export function checkSynonyms({ file, entries, lineOf }: CuratedSynonyms): Problem[] {
  const lines = new Map<string, number>()
  return entries.flatMap(({ say, mean }, entry) => {
    const meant = new Set(mean.map((text) => keysOf(analyse(text)).join(' ')))
    return say.flatMap((text, at): Problem[] => {
      const key = keysOf(analyse(text)).join(' ')
      const line = lineOf(['synonyms', entry, 'say', at])
      const before = lines.get(key)
      lines.set(key, before ?? line)
      if (before !== undefined)
        return [
          {
            file,
            line,
            message: `"${text}", or a form of it, is said at line ${before}, too; keep one, with all that it means`,
          },
        ]
      return meant.has(key)
        ? [{ file, line, message: `"${text}" means itself; take it out of "say" or of "mean"` }]
        : []
    })
  })
}

/** Meanings that stand in no title or abstract, in any form, so that they lead nowhere; in the order of the file. */
export function doubtSynonyms(
  { file, entries, lineOf }: CuratedSynonyms,
  papers: readonly Pick<Paper, 'title'>[],
  { abstracts }: Pick<CorpusWords, 'abstracts'>,
): Problem[] {
  const wanted = entries.flatMap(({ mean }, entry) =>
    mean.map((text, at) => ({
      text,
      path: ['synonyms', entry, 'mean', at],
      keys: keysOf(tokenize(text)),
    })),
  )
  // Search reads words a little otherwise; those of the abstracts are here already, at a third of the time.
  const byFirst = groupBy(wanted, ({ keys }) => keys[0])
  for (const words of [...papers.map(({ title }) => tokenize(title)), ...abstracts]) {
    const keys = keysOf(words)
    for (const [at, key] of keys.entries()) {
      const left = byFirst.get(key)
      if (!left) continue
      byFirst.set(
        key,
        left.filter((one) => one.keys.some((part, offset) => keys[at + offset] !== part)),
      )
    }
  }
  const lost = wanted.filter((one) => byFirst.get(one.keys[0])?.includes(one))
  const more = lost.length > MOST_TOLD ? ` and ${lost.length - 1} other meanings` : ''
  return lost.slice(0, more ? 1 : MOST_TOLD).map(({ text, path }) => ({
    file,
    line: lineOf(path),
    message: more
      ? `"${text}"${more} stand in no title or abstract, so that they lead nowhere; write what these papers say, or take them out`
      : `"${text}" stands in no title or abstract, so that it leads nowhere; write what papers say, or take it out`,
  }))
}

/** The same for all forms of a word. */
function keysOf(words: readonly { term: string }[]): string[] {
  return words.map(({ term }) => formKey(term))
}
