/**
 * After a build: `node scripts/write-headers.ts dist` writes the `_headers` of
 * Netlify and Cloudflare Pages into that folder. After a change of headers
 * or of addresses that lead to others: `node scripts/write-headers.ts --nginx` writes the committed nginx files, and
 * with `--nginx pagefind` those of a site that Pagefind searches.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HeaderSection, headerSections } from '../src/shared/headers.ts'
import { base } from '../src/site.ts'
import { builtSearchEngine } from './built-search.ts'
import { readMovedPages } from './moved-pages.ts'
import { renderHostHeaders } from './render-host-headers.ts'
import { renderNginx } from './render-nginx.ts'

const nginxFolder = new URL('../deploy/nginx/', import.meta.url)

const target = process.argv[2] ?? 'dist'
if (target === '--nginx') {
  const engine = process.argv[3] === 'pagefind' ? 'pagefind' : 'minisearch'
  for (const [name, text] of Object.entries(renderNginx(engine, base, readMovedPages())))
    writeFileSync(new URL(name, nginxFolder), text)
} else {
  const engine = builtSearchEngine(target)
  const names = namesIn('', headerSections(engine)).filter((name) => name !== '_headers')
  writeFileSync(join(target, '_headers'), renderHostHeaders(names, base, engine))
}

/** What stands in a folder of the site, and in the folders below that have a section in them. */
function namesIn(folder: string, sections: readonly HeaderSection[]): string[] {
  return readdirSync(join(target, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`
    const isOpened = sections.some(
      ({ prefix }) => prefix !== `/${name}` && prefix.startsWith(`/${name}`) && entry.isDirectory(),
    )
    return isOpened ? [name, ...namesIn(name, sections)] : [name]
  })
}
