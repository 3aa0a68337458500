import { basename, extname } from 'node:path'

/** Types of files whose name says more than its extension. */
export const contentTypesByName: Readonly<Record<string, string>> = {
  'feed.json': 'application/feed+json',
  'feed.xml': 'application/atom+xml',
  'opensearch.xml': 'application/opensearchdescription+xml',
}

/** Types that web servers commonly do not know, by extension without the dot. */
export const unusualContentTypes: Readonly<Record<string, string>> = {
  bib: 'text/x-bibtex',
  'csl.json': 'application/vnd.citationstyles.csl+json',
  csv: 'text/csv',
  graphml: 'application/graphml+xml',
  md: 'text/markdown',
  opml: 'text/x-opml',
  ris: 'application/x-research-info-systems',
  webmanifest: 'application/manifest+json',
}

const commonContentTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  mjs: 'text/javascript',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml',
}

/** The value of `Content-Type` for a path of a file; bytes without a meaning if the extension is unknown. */
export function contentTypeOf(fileName: string): string {
  const named = contentTypesByName[basename(fileName)]
  if (named) return named
  const extension = fileName.endsWith('.csl.json') ? 'csl.json' : extname(fileName).slice(1)
  const type = unusualContentTypes[extension] ?? commonContentTypes[extension]
  if (type === undefined) return 'application/octet-stream'
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type
}
