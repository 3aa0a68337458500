import type { APIRoute } from 'astro'
import { moved, permalinks } from '../corpus.ts'
import { paperPath } from '../shared/paths.ts'
import { listSitePages } from '../site-pages.ts'

/** All site paths that lead to a page, for the page that suggests the nearest ones. */
export const GET: APIRoute = () => {
  const pages = listSitePages().map(({ path }) => path)
  const registered = permalinks.map(({ id }) => paperPath(id))
  const former = moved.map(({ from }) => from)
  return new Response(JSON.stringify([...new Set([...pages, ...registered, ...former])]))
}
