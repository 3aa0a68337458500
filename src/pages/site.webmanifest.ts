import type { APIRoute } from 'astro'
import { formatWebManifest } from '../formats/web-manifest.ts'
import { siteDescription, siteName } from '../site.ts'

export const GET: APIRoute = () =>
  new Response(formatWebManifest({ name: siteName, description: siteDescription }))
