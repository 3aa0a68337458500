import type { Paper } from '../shared/model.ts'
import { type KnownAddresses, kindOfPage, nearestPaths } from '../shared/nearest-paths.ts'
import { exportPath, paperPath } from '../shared/paths.ts'
import { element, part } from './elements.ts'
import { siteHref } from './site-href.ts'

const SUGGESTIONS = 3

/** Suggests the pages whose addresses are most like the one that led here; says nothing if none is. */
class NearestPages extends HTMLElement {
  async connectedCallback() {
    const { addresses = '' } = this.dataset
    // Without the file the page says what it says without script.
    const known = await load<KnownAddresses>(addresses)
    if (!known) return
    const papers = new Set(known.papers.map(paperPath))
    const asked = decoded(location.pathname.slice(siteHref('/').length - 1))
    const paths = nearestPaths(asked, [...papers, ...Object.keys(known.pages)], SUGGESTIONS)
    const names = await Promise.all(
      paths.map((path) => (papers.has(path) ? titleAt(path) : known.pages[path])),
    )
    part(this, 'list').append(
      ...paths.map((path, place) =>
        element(
          'li',
          {},
          element('span', {}, kindOfPage(path)),
          element('a', { href: siteHref(path) }, names[place] ?? path),
        ),
      ),
    )
    this.hidden = paths.length === 0
  }
}

/** The title of the paper that an address leads to; a paper that was withdrawn has none. */
async function titleAt(path: string): Promise<string | undefined> {
  const file = await load<{ paper: Pick<Paper, 'title'> }>(siteHref(exportPath(path, 'json')))
  return file?.paper.title
}

async function load<T>(address: string): Promise<T | null> {
  try {
    const response = await fetch(address)
    return response.ok ? ((await response.json()) as T) : null
  } catch {
    return null
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
