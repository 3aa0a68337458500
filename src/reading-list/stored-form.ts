import { addEntries, type Entry, READ_STATES, type ReadingList, type ReadState } from './model.ts'

/** Raised whenever an older version of the site could not read what is written. */
export const SCHEMA = 1

/** Characters that are read of a note; far more than anybody types here. */
const NOTE_MAX = 20_000
const TITLE_MAX = 500
const ID_MAX = 100

/** What a text that should hold a list turns out to be. */
type Reading =
  | { kind: 'list'; list: ReadingList }
  /** Written by a later version of the site, whose list this one must not replace. */
  | { kind: 'newer' }
  | { kind: 'unreadable' }

/** The list as it is kept in the browser, on one line. */
export function formatStored(list: ReadingList): string {
  return JSON.stringify({ schema: SCHEMA, entries: list })
}

/**
 * Reads what `formatStored` or `formatListJson` wrote, from a source that anybody may have changed: entries without an id that
 * could be a paper's are left out, a state that is not known is to read.
 */
export function parseStored(text: string): Reading {
  const { schema, entries } = fieldsOf(parseJson(text))
  if (typeof schema !== 'number') return { kind: 'unreadable' }
  if (schema > SCHEMA) return { kind: 'newer' }
  if (!Array.isArray(entries)) return { kind: 'unreadable' }
  return { kind: 'list', list: addEntries([], entries.flatMap(readEntry)) }
}

/** Whether a text has the form of a paper's id. */
export function isPaperId(text: unknown): text is string {
  return typeof text === 'string' && text.length <= ID_MAX && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

function isReadState(value: unknown): value is ReadState {
  return READ_STATES.includes(value as ReadState)
}

/** A note as it is kept: of a length that leaves room for others. */
export function tidyNote(note: string): string {
  return note.slice(0, NOTE_MAX).toWellFormed()
}

function readEntry(value: unknown): Entry[] {
  const { id, title, state, note } = fieldsOf(value)
  if (!isPaperId(id)) return []
  return [
    {
      id,
      title: typeof title === 'string' ? title.slice(0, TITLE_MAX).toWellFormed() : '',
      state: isReadState(state) ? state : 'to-read',
      note: typeof note === 'string' ? tidyNote(note) : '',
    },
  ]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** None of what is no object. */
function fieldsOf(value: unknown): Record<string, unknown> {
  return Object(value)
}
