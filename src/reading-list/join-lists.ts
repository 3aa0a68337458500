import { addEntries, type Entry, type ReadingList } from './model.ts'

/**
 * Two lists that both were `base` once, with the changes of each: an entry that both changed is as in `own`, and
 * one that only one of them changed outlives its removal from the other.
 */
export function joinLists(own: ReadingList, other: ReadingList, base: ReadingList): ReadingList {
  const known = base.map(saidOf)
  const isChanged = (entry: Entry) => !known.includes(saidOf(entry))
  return addEntries(
    own.flatMap((entry) =>
      isChanged(entry) ? entry : (other.find(({ id }) => id === entry.id) ?? []),
    ),
    other.filter(isChanged),
  )
}

/** What a reader has said of a paper; its title is the site's. */
function saidOf(entry: Entry): string {
  return JSON.stringify({ ...entry, title: '' })
}
