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

/** A storage is got by a call, since a browser that blocks it throws when it is only named. */
type Store = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface ReadingStore {
  /** The reader's list, whichever tab changed it last. */
  readingList(): ReadingList
  /** What becomes of changes; before any, what would become of them. */
  keeping(): Keeping
  /** Changes the list as it is now in storage, so that a change made in another tab is not undone. */
  changeList(change: (list: ReadingList) => ReadingList): void
  /** Calls `onChange` for each change from now on, in whichever tab it is made. */
  watchList(onChange: () => void): void
}

/** `local` is shared by all tabs, `session` is there when that has no room. */
export function openReadingStore(local: Store, session: Store): ReadingStore {
  /** The list while no storage takes it. */
  let unsaved: ReadingList | null = null
  const watchers = new Set<() => void>()

  const readingList = () => unsaved ?? listOf(read(session)) ?? listOf(read(local)) ?? []

  function notify(): void {
    for (const onChange of watchers) onChange()
  }

  function write(list: ReadingList): void {
    const text = formatStored(list)
    const stored = read(local)
    unsaved = list
    if (stored?.kind === 'newer') return
    if (stored?.kind === 'unreadable') setAside(local)
    if (put(local, text)) {
      attempt(() => session().removeItem(KEY))
      unsaved = null
    } else if (put(session, text)) unsaved = null
  }

  return {
    readingList,
    keeping() {
      if (read(local)?.kind === 'newer') return 'newer'
      if (unsaved || !attempt(local)) return 'page'
      return read(session) ? 'tab' : 'browser'
    },
    changeList(change) {
      write(change(readingList()))
      notify()
    },
    watchList(onChange) {
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
    },
  }
}

export const { readingList, keeping, changeList, watchList } = openReadingStore(
  () => localStorage,
  () => sessionStorage,
)

function read(store: Store): Reading | null {
  const text = attempt(() => store().getItem(KEY)) ?? null
  return text === null ? null : parseStored(text)
}

function listOf(reading: Reading | null): ReadingList | null {
  return reading?.kind === 'list' ? reading.list : null
}

function put(store: Store, text: string): boolean {
  const isTaken = attempt(() => {
    store().setItem(KEY, text)
    return true
  })
  return isTaken ?? false
}

/** Without room for a copy the list still works; the text could not be read anyway. */
function setAside(store: Store): void {
  attempt(() => store().setItem(UNREADABLE_KEY, store().getItem(KEY) ?? ''))
}

/** What a storage says; undefined if it is blocked or has no room. */
function attempt<Said>(ask: () => Said): Said | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
