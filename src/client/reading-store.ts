import { joinLists } from '../reading-list/join-lists.ts'
import type { ReadingList } from '../reading-list/model.ts'
import { formatStored, parseStored } from '../reading-list/stored-form.ts'

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

interface ReadingStore {
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
  /**
   * While no storage takes it, what else the session holds: the list of this tab alone, and on a second line the
   * stored list that it began from.
   */
  let unsaved = ''
  const watchers = new Set<() => void>()

  function readingList(): ReadingList {
    const [own = [], base = []] = (unsaved || textIn(session)).split('\n').map(listOf)
    // Where no list is stored, none was changed by another tab.
    return joinLists(own, listOf(textIn(local)) ?? base, base)
  }

  function write(list: ReadingList): void {
    const text = formatStored(list)
    const stored = textIn(local)
    const { kind } = parseStored(stored)
    unsaved = `${text}\n${stored}`
    if (kind === 'newer') return
    if (kind === 'unreadable' && stored) put(local, stored, UNREADABLE_KEY)
    if (put(local, text)) {
      attempt(() => session().removeItem(KEY))
      unsaved = ''
    } else if (put(session, unsaved)) unsaved = ''
  }

  return {
    readingList,
    keeping() {
      if (parseStored(textIn(local)).kind === 'newer') return 'newer'
      if (unsaved || !attempt(local)) return 'page'
      return textIn(session) ? 'tab' : 'browser'
    },
    changeList(change) {
      write(change(readingList()))
      for (const onChange of watchers) onChange()
    },
    watchList(onChange) {
      watchers.add(onChange)
      addEventListener('storage', ({ key }) => {
        if (key === KEY || key === null) onChange()
      })
      // A page that comes back from the browser's memory has heard of no change meanwhile.
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) onChange()
      })
    },
  }
}

export const { readingList, keeping, changeList, watchList } = openReadingStore(
  () => localStorage,
  () => sessionStorage,
)

/** Empty if there is none. */
function textIn(store: Store): string {
  return attempt(() => store().getItem(KEY)) ?? ''
}

function listOf(text: string): ReadingList | undefined {
  const reading = parseStored(text)
  return reading.kind === 'list' ? reading.list : undefined
}

/** Whether the storage takes the text. */
function put(store: Store, text: string, key = KEY): boolean | undefined {
  return attempt(() => {
    store().setItem(key, text)
    return true
  })
}

/** What a storage says; undefined if it is blocked or has no room. */
function attempt<Said>(ask: () => Said): Said | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
