import type { Left } from '../search/model.ts'
import { part } from './elements.ts'
import { searchClient } from './search-client.ts'

export interface SearchTrouble {
  /** An answer from titles or the index came, or abstracts too. */
  end(got: 'titles' | 'index' | 'all'): void
  /** Whether there will be no complete answers before a retry. */
  isPartly(): boolean
}

/** What the page does besides, when loading has failed and when it begins again. */
interface Listeners {
  onFailure(left: Left): void
  onRetry(): void
}

/** Tells that the index can't be loaded, and tries again when asked to or when back online. */
export function searchTrouble(root: HTMLElement, { onFailure, onRetry }: Listeners): SearchTrouble {
  const none = part(root, 'trouble')
  const partly = part(root, 'partly')
  const noTexts = part(root, 'no-texts')
  const offline = part(root, 'offline')

  function retry(): void {
    const told = [none, partly, noTexts].filter(({ hidden }) => !hidden)
    if (told.length === 0) return
    const hadFocus = told.some((one) => one.contains(document.activeElement))
    for (const one of told) one.hidden = true
    const count = part(root, 'count')
    count.textContent = 'Searching …'
    if (hadFocus) count.focus({ preventScroll: true })
    onRetry()
    searchClient().retry()
  }

  for (const button of root.querySelectorAll('[data-action="retry"]'))
    button.addEventListener('click', retry)
  addEventListener('online', retry)
  searchClient().onFailure((left) => {
    if (left === 'results') return
    partly.hidden = left !== 'titles'
    noTexts.hidden = left !== 'index'
    if (left === 'nothing') showNothingElse()
    onFailure(left)
  })

  function showNothingElse(): void {
    none.hidden = false
    offline.hidden = navigator.onLine
    part(root, 'start').hidden = true
    part(root, 'none').hidden = true
    part(root, 'count').textContent = 'Search is not available'
  }

  return {
    end(got) {
      none.hidden = true
      if (got !== 'titles') partly.hidden = true
      if (got === 'all') noTexts.hidden = true
    },
    isPartly: () => !partly.hidden,
  }
}
