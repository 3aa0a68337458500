import type { ExportExtension } from './export-formats.ts'

/** Site paths below the base: leading slash, trailing slash, lower case. `href` puts the base before them. */

export function paperPath(id: string): string {
  return `/papers/${id}/`
}

/** The papers under a letter, which stands as in `letterAnchor`. No paper has an address below another's. */
export function letterPath(anchor: string): string {
  return `/papers/letters/${anchor}/`
}

/** The abbreviations under a letter, which stands as in `letterAnchor`. */
export function glossaryPath(anchor: string): string {
  return `/glossary/${anchor}/`
}

export function listingPath(id: string): string {
  return `/listings/${id}/`
}

/** A year, `undated`, or a part of these, as `2025/06`. */
export function yearPath(year: number | string): string {
  return `/years/${year}/`
}

/** A site path as a browser needs it. `base` begins and ends with a slash. */
export function withBase(base: string, path: string): string {
  return base + path.replace(/^\//, '')
}

export function topicPath(id: string): string {
  return `/topics/${id}/`
}

/** The papers two topics share; the order of the arguments does not matter. */
export function pairPath(a: string, b: string): string {
  return `/topics/${[a, b].sort().join('+')}/`
}

export function areaPath(id: string): string {
  return `/areas/${id}/`
}

/** The page that shows papers side by side, in this order. A comma needs no escape in a query, and no id holds one. */
export function comparePath(ids: readonly string[]): string {
  return ids.length === 0 ? '/compare/' : `/compare/?papers=${ids.join(',')}`
}

/** `/topics/routing.bib` for the page `/topics/routing/`. */
export function exportPath(page: string, extension: ExportExtension): string {
  return `${page.replace(/\/$/, '')}.${extension}`
}

/** The picture for links to a page that has its own: `/cards/topics/routing.png` for `/topics/routing/`. */
export function cardPath(page: string): string {
  return `/cards${page.replace(/\/$/, '')}.png`
}

/** The picture for links to all other pages. */
export const siteCardPath = '/cards/site.png'

/** The service worker. Browsers ask for it at the address that they know, so it stays for ever. */
export const workerPath = '/sw.js'
