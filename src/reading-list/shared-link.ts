import { addEntries, newEntry, type ReadingList, type ReadState } from './model.ts'
import { isPaperId, tidyNote } from './stored-form.ts'

/** What a link says of each paper beside its id. */
interface LinkContents {
  states: boolean
  notes: boolean
}

/** Papers that are read from a link, so that a forged one can't stall the page. */
const ENTRIES_MAX = 2_000

const MARKS: Record<ReadState, string> = { 'to-read': '', reading: '~reading', read: '~read' }

/**
 * The fragment that carries a list: `list=a,b~read`, then `note=b~words` for each note. Ids are what a
 * fragment may hold, so they stand as they are; notes are percent-encoded.
 */
export function formatFragment(list: ReadingList, { states, notes }: LinkContents): string {
  const papers = list.map(({ id, state }) => id + (states ? MARKS[state] : ''))
  const said = notes ? list.filter(({ note }) => note !== '') : []
  return [
    `list=${papers.join()}`,
    ...said.map(({ id, note }) => `note=${id}~${encodeURIComponent(note)}`),
  ].join('&')
}

/** The list that a fragment carries, without titles; null if it carries none. What makes no sense is left out. */
export function parseFragment(fragment: string): ReadingList | null {
  const parts = fragment.replace(/^#/, '').split('&')
  const list = parts.find((part) => part.startsWith('list='))
  if (list === undefined) return null
  // Some programs encode the comma and the tilde when they pass a link on.
  const notes = new Map(
    parts
      .filter((part) => part.startsWith('note='))
      .map((part) => {
        const [, id = '', note = ''] = /^note=([^~]*)~?(.*)$/s.exec(decoded(part)) ?? []
        return [id, tidyNote(note)]
      }),
  )
  const papers = decoded(list.slice('list='.length)).split(',').slice(0, ENTRIES_MAX)
  return addEntries(
    [],
    papers.flatMap((paper) => {
      const [id, mark] = paper.split('~')
      if (!isPaperId(id)) return []
      const state = mark === 'read' || mark === 'reading' ? mark : 'to-read'
      return [{ ...newEntry(id, ''), state, note: notes.get(id) ?? '' }]
    }),
  )
}

// A malformed escape stays as it is.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
