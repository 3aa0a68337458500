import { extname } from 'node:path'

/** Types that web servers commonly do not know, by extension without the dot. */
export const unusualContentTypes: Readonly<Record<string, string>> = {
  bib: 'text/x-bibtex',
  'csl.json': 'application/vnd.citationstyles.csl+json',
  csv: 'text/csv',
  md: 'text/markdown',
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

/** The value of `Content-Type` for a file name; bytes without a meaning if the extension is unknown. */
export function contentTypeOf(fileName: string): string {
  const extension = fileName.endsWith('.csl.json') ? 'csl.json' : extname(fileName).slice(1)
  const type = unusualContentTypes[extension] ?? commonContentTypes[extension]
  if (type === undefined) return 'application/octet-stream'
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type
}
