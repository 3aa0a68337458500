import { z } from 'astro/zod'
import type { ChangeRecord } from '../../src/shared/model.ts'
import { describeBrokenJson } from './broken-json.ts'
import { FACTS } from './compare-corpora.ts'
import type { Problem } from './problem.ts'
import { readCurated } from './read-curated.ts'

const hash = z.string().regex(/^[0-9a-f]{12}$/)
const id = z.string().min(1)
const text = z.string().trim().min(1)
const count = z.int().nonnegative()
const note = text.nullable()
const counted = { papers: count, ids: z.array(id).nullable() }

const openingSchema = z.strictObject({
  date: z.iso.date().nullable(),
  corpus: hash,
  papers: count,
  listings: count,
  note,
})

const changeSchema = z.strictObject({
  date: z.iso.date(),
  from: hash,
  to: hash,
  note,
  papers: z.strictObject({ before: count, after: count }),
  listings: z.strictObject({ added: z.array(id), removed: z.array(id) }),
  added: z.array(id),
  merged: z.array(z.strictObject({ id, title: text, into: id })),
  withdrawn: z.array(z.strictObject({ id, title: text })),
  seenAgain: z.strictObject(counted),
  titles: z.array(z.strictObject({ id, before: text, after: text })),
  abstracts: z.array(id),
  facts: z.array(z.strictObject({ field: z.enum(FACTS), ...counted })),
  refiled: z.strictObject(counted),
  topics: z.strictObject({
    added: z.array(id),
    removed: z.array(z.strictObject({ id, label: text })),
    renamed: z.array(z.strictObject({ id, before: text, after: text })),
    revised: z.array(id),
  }),
  related: count,
  map: z.strictObject({ added: count, removed: count, moved: count, mean: z.number().min(0) }),
})

const recordSchema = z.strictObject({
  schema: z.literal(1),
  opening: openingSchema.nullable(),
  changes: z.array(changeSchema),
})

/**
 * Reads data/changes.json; a missing file is a record not begun. `published` are the ids of papers
 * that have an address; without them no paper is looked up.
 */
export function parseChanges(
  file: string,
  source: string | null,
  published: ReadonlySet<string> | null = null,
): { record: ChangeRecord; problems: Problem[] } {
  const none: ChangeRecord = { opening: null, changes: [] }
  if (source === null) return { record: none, problems: [] }
  try {
    JSON.parse(source)
  } catch (error) {
    const { line, what } = describeBrokenJson(source, error)
    return {
      record: none,
      problems: [{ file, line, message: restore(what) }],
    }
  }
  // JSON is YAML, whose reader knows the line of each value.
  const { value, problems, lineOf } = readCurated(file, source, recordSchema)
  if (!value) return { record: none, problems }
  const faults = [...misdated(value), ...(published ? unpublished(value, published) : [])]
  return {
    record: { opening: value.opening, changes: value.changes },
    problems: faults.map(({ path, what }) => ({
      file,
      line: lineOf(path),
      message: restore(what),
    })),
  }
}

/** The record as committed: a value a line, so that a change adds lines and takes none away. */
export function formatChanges({ opening, changes }: ChangeRecord): string {
  return `${JSON.stringify({ schema: 1, opening, changes }, null, 2)}\n`
}

/** The last date of a record; null if it has none. */
export function lastDate({ opening, changes }: ChangeRecord): string | null {
  return changes.at(-1)?.date ?? opening?.date ?? null
}

interface Fault {
  path: PropertyKey[]
  what: string
}

function misdated({ opening, changes }: ChangeRecord): Fault[] {
  return changes.flatMap(({ date }, at) => {
    const last = lastDate({ opening, changes: changes.slice(0, at) })
    return last !== null && date < last
      ? [{ path: ['changes', at, 'date'], what: `${date} is before ${last}, the change before it` }]
      : []
  })
}

function unpublished({ changes }: ChangeRecord, published: ReadonlySet<string>): Fault[] {
  return changes.flatMap((change, at) => {
    const named: [id: string, ...path: PropertyKey[]][] = [
      ...change.added.map((id, index) => [id, 'added', index] as const),
      ...change.abstracts.map((id, index) => [id, 'abstracts', index] as const),
      ...(['merged', 'withdrawn', 'titles'] as const).flatMap((list) =>
        change[list].map(({ id }, index) => [id, list, index, 'id'] as const),
      ),
      ...change.merged.map(({ into }, index) => [into, 'merged', index, 'into'] as const),
      ...(['seenAgain', 'refiled'] as const).flatMap((list) =>
        (change[list].ids ?? []).map((id, index) => [id, list, 'ids', index] as const),
      ),
      ...change.facts.flatMap(({ ids }, fact) =>
        (ids ?? []).map((id, index) => [id, 'facts', fact, 'ids', index] as const),
      ),
    ].map(([id, ...path]) => [id, ...path])
    return named
      .filter(([id]) => !published.has(id))
      .map(([id, ...path]) => ({
        path: ['changes', at, ...path],
        what: `no paper was ever published as "${id}"`,
      }))
  })
}

function restore(what: string): string {
  return `${what}; restore the committed file, of which only notes may be edited by hand`
}
