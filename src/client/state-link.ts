import type { SearchState } from '../search/model.ts'
import { element } from './elements.ts'
import { addressOf } from './search-address.ts'

/** A link to another state of the results page, which opens it in place or in a new tab. */
export function stateLink(state: SearchState, ...text: (Node | string)[]): HTMLAnchorElement {
  return element('a', { href: addressOf(state), 'data-state-link': true }, ...text)
}

/** Calls `onFollow` for a plain click on a state link below `root`. */
export function onStateLink(root: HTMLElement, onFollow: (link: HTMLAnchorElement) => void): void {
  root.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('a[data-state-link]')
        : null
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    if (!link || !isPlain || event.defaultPrevented) return
    event.preventDefault()
    onFollow(link)
  })
}
