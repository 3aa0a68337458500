import { cacheNames } from '../offline/cache-names.ts'
import { paperPath } from '../shared/paths.ts'
import { loadCatalogue } from './catalogue.ts'
import { element, part } from './elements.ts'
import { siteHref } from './site-href.ts'

/** Lists the papers that this device keeps, the last opened first; says nothing if there is none. */
class KeptPapers extends HTMLElement {
  async connectedCallback() {
    const [visited, catalogue] = await Promise.all([visitedPaths(), loadCatalogue()])
    const titles = new Map(
      [...(catalogue?.papers.values() ?? [])].map(({ id, title }) => [
        siteHref(paperPath(id)),
        title,
      ]),
    )
    const papers = visited.flatMap((path) => {
      const title = titles.get(path)
      return title === undefined ? [] : [element('li', {}, element('a', { href: path }, title))]
    })
    part(this, 'list').append(...papers)
    this.hidden = papers.length === 0
  }
}

/** The paths of the pages that are kept because they were opened, the last first. */
async function visitedPaths(): Promise<string[]> {
  try {
    const { visited } = cacheNames(new URL(siteHref('/'), location.href).href)
    // To open a cache that is not there would make it.
    if (!(await caches.has(visited))) return []
    const requests = await (await caches.open(visited)).keys()
    return requests.map(({ url }) => new URL(url).pathname).reverse()
  } catch {
    return []
  }
}

customElements.define('kept-papers', KeptPapers)
