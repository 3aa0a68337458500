import {
  addEntries,
  findRemoved,
  hasEntry,
  newEntry,
  type Removed,
  restoreEntries,
  withoutEntries,
} from '../reading-list/model.ts'
import { changeList, readingList } from './reading-store.ts'

/** What a switch has done. */
export interface Switched {
  isIn: boolean
  /** Whether a note went out with the paper, or came back with it. */
  hasNote: boolean
}

/**
 * Returns a function that takes a paper into the list or out of it. What it has taken out last comes back
 * with its state, note and place.
 */
export function readingSwitch(id: string, title: string): () => Switched {
  let removed: Removed[] = []
  return () => {
    const wasIn = hasEntry(readingList(), id)
    const back = removed
    removed = wasIn ? findRemoved(readingList(), [id]) : []
    changeList((list) =>
      wasIn
        ? withoutEntries(list, [id])
        : addEntries(restoreEntries(list, back), [newEntry(id, title)]),
    )
    return { isIn: !wasIn, hasNote: [...back, ...removed].some(({ entry }) => entry.note !== '') }
  }
}
