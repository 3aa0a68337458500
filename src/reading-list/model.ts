/** How far a reader has come with a paper. */
export const READ_STATES = ['to-read', 'reading', 'read'] as const
export type ReadState = (typeof READ_STATES)[number]

/** A paper that a reader keeps. */
export interface Entry {
  id: string
  /** As it was when the entry was last seen with the site's data; empty if never. */
  title: string
  state: ReadState
  note: string
}

/** In the reader's order; no id twice. */
export type ReadingList = readonly Entry[]

/** An entry that was taken out, and where it stood. */
export interface Removed {
  entry: Entry
  index: number
}

export function newEntry(id: string, title: string): Entry {
  return { id, title, state: 'to-read', note: '' }
}

export function hasEntry(list: ReadingList, id: string): boolean {
  return list.some((entry) => entry.id === id)
}

/** Puts entries at the end; those whose paper is there already stay as they are. */
export function addEntries(list: ReadingList, entries: readonly Entry[]): ReadingList {
  const byId = new Map<string, Entry>()
  for (const entry of [...list, ...entries]) if (!byId.has(entry.id)) byId.set(entry.id, entry)
  return [...byId.values()]
}

/** What `withoutEntries` would take out, to be put back by `restoreEntries`. */
export function findRemoved(list: ReadingList, ids: readonly string[]): Removed[] {
  return list.flatMap((entry, index) => (ids.includes(entry.id) ? [{ entry, index }] : []))
}

export function withoutEntries(list: ReadingList, ids: readonly string[]): ReadingList {
  return list.filter(({ id }) => !ids.includes(id))
}

/** Puts entries back where they stood, as far as the list still reaches; those added anew meanwhile stay. */
export function restoreEntries(list: ReadingList, removed: readonly Removed[]): ReadingList {
  const restored = [...list]
  for (const { entry, index } of removed)
    if (!hasEntry(restored, entry.id)) restored.splice(index, 0, entry)
  return restored
}

export function changeEntry(
  list: ReadingList,
  id: string,
  change: Partial<Pick<Entry, 'state' | 'note'>>,
): ReadingList {
  return list.map((entry) => (entry.id === id ? { ...entry, ...change } : entry))
}

/** Moves an entry by this many places, towards the end if positive, and not beyond either end. */
export function moveEntry(list: ReadingList, id: string, places: number): ReadingList {
  const from = list.findIndex((entry) => entry.id === id)
  const entry = list[from]
  if (!entry) return list
  const rest = list.filter((other) => other !== entry)
  return rest.toSpliced(Math.max(0, from + places), 0, entry)
}
