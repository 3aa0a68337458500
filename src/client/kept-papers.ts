import { cacheNames } from '../offline/cache-names.ts'
import { element, part } from './elements.ts'
import { siteHref } from './site-href.ts'

/** What a page says of itself for machines; `<` is escaped in it. */
const JSON_LD = /<script type="application\/ld\+json">([^<]*)</

/** Lists the papers that this device keeps, the last opened first; says nothing if there is none. */
class KeptPapers extends HTMLElement {
  async connectedCallback() {
    const papers = (await visitedPapers()).map(({ path, title }) =>
      element('li', {}, element('a', { href: path }, title)),
    )
    part(this, 'list').append(...papers)
    this.hidden = papers.length === 0
  }
}

/** The papers whose pages are kept because they were opened, with the titles that these have. */
async function visitedPapers(): Promise<{ path: string; title: string }[]> {
  try {
    const { visited } = cacheNames(new URL(siteHref('/'), location.href).href)
    // To open a cache that is not there would make it.
    if (!(await caches.has(visited))) return []
    const cache = await caches.open(visited)
    const requests = (await cache.keys()).toReversed()
    const pages = await Promise.all(
      requests.map(async (request) => {
        const { pathname: path } = new URL(request.url)
        if (!path.startsWith(siteHref('/papers/'))) return []
        const said = JSON_LD.exec((await (await cache.match(request))?.text()) ?? '')?.[1]
        const { '@type': type, headline: title } = JSON.parse(said ?? '{}')
        return type === 'ScholarlyArticle' ? [{ path, title: String(title) }] : []
      }),
    )
    return pages.flat()
  } catch {
    return []
  }
}

customElements.define('kept-papers', KeptPapers)
