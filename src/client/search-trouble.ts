import { part } from './elements.ts'
import { searchClient } from './search-client.ts'

export interface SearchTrouble {
  /** An answer came; a complete one says that all files are there. */
  end(isComplete: boolean): void
  /** Whether there will be no complete answers before a retry. */
  isPartly(): boolean
}

/** What the page does besides, when loading has failed and when it begins again. */
interface Listeners {
  onFailure(partly: boolean): void
  onRetry(): void
}

/** Tells that the index can't be loaded, and tries again when asked to or when back online. */
export function searchTrouble(root: HTMLElement, { onFailure, onRetry }: Listeners): SearchTrouble {
  const none = part(root, 'trouble')
  const partly = part(root, 'partly')
  const offline = part(root, 'offline')

  function retry(): void {
    if (none.hidden && partly.hidden) return
    none.hidden = true
    partly.hidden = true
    part(root, 'count').textContent = 'Searching …'
    onRetry()
    searchClient().retry()
  }

  for (const button of root.querySelectorAll('[data-action="retry"]'))
    button.addEventListener('click', retry)
  addEventListener('online', retry)
  searchClient().onFailure((isPartly) => {
    partly.hidden = !isPartly
    if (!isPartly) showNothingElse()
    onFailure(isPartly)
  })

  function showNothingElse(): void {
    none.hidden = false
    offline.hidden = navigator.onLine
    part(root, 'start').hidden = true
    part(root, 'none').hidden = true
    part(root, 'count').textContent = 'Search is not available'
  }

  return {
    end(isComplete) {
      none.hidden = true
      if (isComplete) partly.hidden = true
    },
    isPartly: () => !partly.hidden,
  }
}
