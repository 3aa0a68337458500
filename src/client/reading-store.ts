import type { ReadingList } from '../reading-list/model.ts'
import { formatStored, parseStored, type Reading } from '../reading-list/stored-form.ts'

const KEY = 'lectern-reading-list'
/** Where a text that can't be read is kept before another takes its place. */
const UNREADABLE_KEY = `${KEY}-unreadable`

/**
 * How long what was changed last will be there: in this browser, in this tab because there is no room, on this
 * page because storage is blocked, or on this page because a later version of the site wrote the list.
 */
export type Keeping = 'browser' | 'tab' | 'page' | 'newer'

/** The list while no storage takes it. */
let unsaved: ReadingList | null = null
const watchers = new Set<() => void>()

/** The reader's list, whichever tab changed it last. */
export function readingList(): ReadingList {
  return unsaved ?? listOf(read(sessionStore)) ?? listOf(read(localStore)) ?? []
}

/** What becomes of changes; before any, what would become of them. */
export function keeping(): Keeping {
  if (read(localStore)?.kind === 'newer') return 'newer'
  if (unsaved || !canStore()) return 'page'
  return read(sessionStore) ? 'tab' : 'browser'
}

/** Changes the list as it is now in storage, so that a change made in another tab is not undone. */
export function changeList(change: (list: ReadingList) => ReadingList): void {
  write(change(readingList()))
  notify()
}

/** Calls `onChange` for each change from now on, in whichever tab it is made. */
export function watchList(onChange: () => void): void {
  if (watchers.size === 0) {
    addEventListener('storage', ({ key }) => {
      if (key === KEY || key === null) notify()
    })
    // A page that comes back from the browser's memory has heard of no change meanwhile.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) notify()
    })
  }
  watchers.add(onChange)
}

function notify(): void {
  for (const onChange of watchers) onChange()
}

function write(list: ReadingList): void {
  const text = formatStored(list)
  const stored = read(localStore)
  unsaved = list
  if (stored?.kind === 'newer') return
  if (stored?.kind === 'unreadable') setAside()
  if (put(localStore, text)) {
    drop(sessionStore)
    unsaved = null
  } else if (put(sessionStore, text)) unsaved = null
}

/** A store is got by a call, since a browser that blocks it throws when it is only named. */
type Store = () => Storage
const localStore: Store = () => localStorage
const sessionStore: Store = () => sessionStorage

function read(store: Store): Reading | null {
  try {
    const text = store().getItem(KEY)
    return text === null ? null : parseStored(text)
  } catch {
    return null
  }
}

function listOf(reading: Reading | null): ReadingList | null {
  return reading?.kind === 'list' ? reading.list : null
}

function put(store: Store, text: string): boolean {
  try {
    store().setItem(KEY, text)
    return true
  } catch {
    return false
  }
}

function drop(store: Store): void {
  try {
    store().removeItem(KEY)
  } catch {
    // A store that can't be opened holds nothing to drop.
  }
}

function setAside(): void {
  try {
    localStorage.setItem(UNREADABLE_KEY, localStorage.getItem(KEY) ?? '')
  } catch {
    // Without room for a copy the list still works; the text could not be read anyway.
  }
}

function canStore(): boolean {
  try {
    return localStorage !== null
  } catch {
    return false
  }
}
