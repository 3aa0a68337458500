import type { APIRoute } from 'astro'
import { address } from '../href.ts'

/** Crawlers read it at the root of a host only (RFC 9309); below a base it is of no effect. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${address('/sitemap-index.xml')}\n`)
