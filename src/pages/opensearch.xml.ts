import type { APIRoute } from 'astro'
import { formatOpenSearch } from '../formats/opensearch.ts'
import { address } from '../href.ts'
import { siteDescription, siteName } from '../site.ts'

export const GET: APIRoute = () =>
  new Response(
    formatOpenSearch({
      name: siteName,
      description: siteDescription,
      searchPage: address('/search/'),
      icon: address('/icon-192.png'),
      self: address('/opensearch.xml'),
    }),
  )
