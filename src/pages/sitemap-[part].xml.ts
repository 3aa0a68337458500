import type { APIRoute } from 'astro'
import { formatSitemap, SITEMAP_MAX } from '../formats/sitemap.ts'
import { address } from '../href.ts'
import { listSitePages, type SitePage } from '../site-pages.ts'

export function getStaticPaths() {
  const pages = listSitePages()
  return Array.from({ length: Math.ceil(pages.length / SITEMAP_MAX) }, (_, part) => ({
    params: { part: String(part) },
    props: { pages: pages.slice(part * SITEMAP_MAX, (part + 1) * SITEMAP_MAX) },
  }))
}

export const GET: APIRoute<{ pages: SitePage[] }> = ({ props }) =>
  new Response(
    formatSitemap(props.pages.map(({ path, modified }) => ({ url: address(path), modified }))),
  )
