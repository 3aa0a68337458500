import type { APIRoute } from 'astro'
import { moved, paperById, permalinks } from '../corpus.ts'
import type { KnownAddresses } from '../shared/nearest-paths.ts'
import { listSitePages } from '../site-pages.ts'

/** All addresses that lead to a page, for the page that suggests the nearest ones. */
export const GET: APIRoute = () => {
  const names = new Map(listSitePages().map(({ path, name }) => [path, name]))
  const urls = new Set([...paperById.values()].map(({ url }) => url))
  const known: KnownAddresses = {
    papers: [...new Set([...paperById.keys(), ...permalinks.map(({ id }) => id)])],
    pages: Object.fromEntries([
      ...[...names].filter(([path]) => !urls.has(path)),
      ...moved.map(({ from, to }) => [from, names.get(to) ?? to]),
    ]),
  }
  return new Response(JSON.stringify(known))
}
