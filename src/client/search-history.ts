import type { SearchState } from '../search/model.ts'
import { withPresentNames } from '../search/present-names.ts'
import { formerNames } from './former-names.ts'
import { addressOf, addressWithCount, countThen, stateAt } from './search-address.ts'

/** Typing reaches the address once it rests, since browsers allow only so many changes a minute. */
const IDLE_MS = 300
const SCROLL_IDLE_MS = 150

/** What an entry of the history keeps beside its address. */
interface Entry {
  /** The address that the reader last committed here; typing changes the entry's own address. */
  committed: string
  scroll: number
}

export interface SearchHistory {
  /** The address follows the typing, without a new entry. */
  draft(state: SearchState): void
  /** A new entry, unless the state is that of the entry already. */
  commit(state: SearchState): void
  /** Where this entry was scrolled to when it was left; 0 for a new one. */
  savedScroll(): number
}

/** Keeps the state in the address. `onReturn` hears of Back and Forward. */
export function searchHistory(onReturn: (state: SearchState) => void): SearchHistory {
  let latest = canonical(location.href)
  let draftTimer = 0
  let scrollTimer = 0
  let leftAt = 0

  // The browser would scroll before the results are there.
  history.scrollRestoration = 'manual'
  if (!entry()) history.replaceState(newEntry(latest), '', latest)

  function entry(): Entry | null {
    return history.state as Entry | null
  }

  function saveScroll(): void {
    clearTimeout(scrollTimer)
    const kept = entry()
    if (kept && kept.scroll !== scrollY) history.replaceState({ ...kept, scroll: scrollY }, '')
  }

  function writeDraft(): void {
    clearTimeout(draftTimer)
    if (latest !== location.href) history.replaceState(entry(), '', latest)
  }

  function push(address: string): void {
    saveScroll()
    history.pushState(newEntry(address), '', address)
  }

  addEventListener('scroll', () => {
    clearTimeout(scrollTimer)
    scrollTimer = window.setTimeout(saveScroll, SCROLL_IDLE_MS)
  })
  addEventListener('pagehide', () => {
    writeDraft()
    saveScroll()
    leftAt = scrollY
  })
  // Safari shows a page that it kept in memory from its top, as nothing else is to restore the place.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) scrollTo(0, leftAt)
  })
  addEventListener('popstate', () => {
    clearTimeout(draftTimer)
    clearTimeout(scrollTimer)
    latest = location.href
    onReturn(stateAt(latest))
  })

  return {
    draft(state) {
      latest = absolute(addressOf(state))
      clearTimeout(draftTimer)
      draftTimer = window.setTimeout(writeDraft, IDLE_MS)
    },
    commit(state) {
      clearTimeout(draftTimer)
      const committed = entry()?.committed ?? location.href
      // The typing has taken the place of what was committed, so that gets its entry back.
      if (!isSameState(latest, committed)) {
        history.replaceState(entry(), '', committed)
        push(latest)
      }
      const next = absolute(addressOf(state))
      if (isSameState(next, latest)) return
      push(next)
      latest = next
    },
    savedScroll: () => entry()?.scroll ?? 0,
  }
}

function newEntry(address: string): Entry {
  return { committed: absolute(address), scroll: 0 }
}

/** The address in the one form of its state, by present names; that of a search record keeps its count. */
function canonical(address: string): string {
  const state = withPresentNames(stateAt(address), formerNames())
  const count = countThen(address)
  return absolute(count === null ? addressOf(state) : addressWithCount(state, count))
}

function isSameState(address: string, other: string): boolean {
  return addressOf(stateAt(address)) === addressOf(stateAt(other))
}

function absolute(address: string): string {
  return new URL(address, location.href).href
}
