import { nearestPaths } from '../shared/nearest-paths.ts'
import { element, part } from './elements.ts'
import { siteHref } from './site-href.ts'

const SUGGESTIONS = 3

/** Suggests the pages whose addresses are most like the one that led here; says nothing if none is. */
class NearestPages extends HTMLElement {
  async connectedCallback() {
    const { addresses = '' } = this.dataset
    const known = await fetch(addresses)
      .then((response) => (response.ok ? (response.json() as Promise<string[]>) : []))
      // Without the file the page says what it says without script.
      .catch(() => [])
    const asked = decoded(location.pathname.slice(siteHref('/').length - 1))
    const paths = nearestPaths(asked, known, SUGGESTIONS)
    part(this, 'list').append(
      ...paths.map((path) => element('li', {}, element('a', { href: siteHref(path) }, path))),
    )
    this.hidden = paths.length === 0
  }
}

// A malformed escape stays as it is; no address is written so.
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

customElements.define('nearest-pages', NearestPages)
