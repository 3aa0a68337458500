/**
 * How a request is answered: `page` and `shell` from the network first, `hashed` from the cache first; null
 * leaves it to the browser, as without a worker.
 */
type RequestKind = 'page' | 'shell' | 'hashed' | null

/** Folders whose files are named for their content. */
const HASHED = /^(?:_astro\/|search-index\/|graph\/[\da-f]+\.json$)/
/** Addresses of pages have no extension; downloads are navigations, too, and have one. */
const PAGE = /(?:^|\/)[^/.]*$/

interface Asked {
  method: string
  url: string
  /** Whether a window or frame is to show the answer. */
  isNavigation: boolean
}

/** `scope` is the address of the home page; the paths of the shell are relative to it. */
export function requestKind(
  { method, url, isNavigation }: Asked,
  scope: string,
  shell: ReadonlySet<string>,
): RequestKind {
  const { origin, pathname } = new URL(url)
  const home = new URL(scope)
  if (method !== 'GET' || origin !== home.origin || !pathname.startsWith(home.pathname)) return null
  const path = pathname.slice(home.pathname.length)
  if (isNavigation) return PAGE.test(path) ? 'page' : null
  if (HASHED.test(path)) return 'hashed'
  return shell.has(path) && !PAGE.test(path) ? 'shell' : null
}
