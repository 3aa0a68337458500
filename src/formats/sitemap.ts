import { escapeXml } from './xml-text.ts'

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

interface SitemapEntry {
  /** Absolute address. */
  url: string
  /** ISO date; null if the data does not say. */
  modified: string | null
}

/** Most addresses that one sitemap may hold. */
export const SITEMAP_MAX = 50_000

/** Pages as a sitemap by sitemaps.org. */
export function formatSitemap(entries: readonly SitemapEntry[]): string {
  return formatList('urlset', 'url', entries)
}

/** Sitemaps as an index of them. */
export function formatSitemapIndex(sitemaps: readonly SitemapEntry[]): string {
  return formatList('sitemapindex', 'sitemap', sitemaps)
}

function formatList(root: string, item: string, entries: readonly SitemapEntry[]): string {
  const items = entries.map(({ url, modified }) => {
    const date = modified === null ? '' : `<lastmod>${modified}</lastmod>`
    return `<${item}><loc>${escapeXml(url)}</loc>${date}</${item}>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${items.join('')}</${root}>\n`
}
