import type { APIRoute } from 'astro'
import { formatSitemapIndex, SITEMAP_MAX } from '../formats/sitemap.ts'
import { address } from '../href.ts'
import { latest } from '../shared/record-date.ts'
import { listSitePages } from '../site-pages.ts'

export const GET: APIRoute = () => {
  const pages = listSitePages()
  const parts = Array.from({ length: Math.ceil(pages.length / SITEMAP_MAX) }, (_, part) => ({
    url: address(`/sitemap-${part}.xml`),
    modified: latest(pages.map(({ modified }) => modified)),
  }))
  return new Response(formatSitemapIndex(parts))
}
