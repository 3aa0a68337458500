import type { z } from 'astro/zod'
import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Problem } from './problem.ts'

export interface CuratedFile<T> {
  /** Null when there are problems. */
  value: T | null
  problems: Problem[]
  /** Line of the value at a path, from 1; that of the nearest parent if it is absent. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Reads a YAML file that people write. Faults of syntax and of schema are problems at their line; `guide` tells the form. */
export function readCurated<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  guide = 'docs/maintaining.md',
): CuratedFile<T> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, uniqueKeys: true })
  const lineOf = (path: readonly PropertyKey[]): number => {
    let node: unknown = document.contents
    let line = 1
    for (const key of [...path, null]) {
      if (isNode(node) && node.range) line = lineCounter.linePos(node.range[0]).line
      if (key !== null) node = isMap(node) || isSeq(node) ? node.get(key, true) : null
    }
    return line
  }
  // What a fault of syntax leaves to be read is full of further ones, but a key that stands twice is one by itself.
  const fault = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY')
  if (document.errors.length > 0)
    return {
      value: null,
      lineOf,
      problems: (fault ? [fault] : document.errors).map((error) => ({
        file,
        line: lineCounter.linePos(error.pos[0]).line,
        message: `not valid YAML: ${error.message.split('\n')[0]}; mend the syntax`,
      })),
    }
  const result = schema.safeParse(document.toJS() ?? {})
  if (result.success) return { value: result.data, lineOf, problems: [] }
  return {
    value: null,
    lineOf,
    problems: result.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      message: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}; see ${guide} for the form`,
    })),
  }
}
