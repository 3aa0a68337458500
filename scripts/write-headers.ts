import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HeaderSection, headerSections } from '../src/shared/headers.ts'
import type { SearchEngineName } from '../src/shared/search-engine.ts'
import { base } from '../src/site.ts'
import { builtSearchEngine } from './built-search.ts'
import { readMovedPages } from './moved-pages.ts'
import { readArguments } from './read-arguments.ts'
import { renderHostHeaders } from './render-host-headers.ts'
import { renderNginx } from './render-nginx.ts'

const USAGE = `Writes the headers that hosts send, after a change of src/shared/headers.ts or of addresses.

  npm run headers                            the nginx files in deploy/nginx, for BASE_PATH
  npm run headers -- pagefind                those of a site that Pagefind searches
  node scripts/write-headers.ts [FOLDER]     _headers, which Netlify and Cloudflare Pages read, into the
                                             site that is in FOLDER, dist if none is named

npm run build writes _headers, too.
`

const nginxFolder = new URL('../deploy/nginx/', import.meta.url)

const { values, positionals, refuse } = readArguments(
  USAGE,
  { nginx: { type: 'boolean', default: false } },
  [0, 1],
)
const target = positionals[0] ?? 'dist'
if (values.nginx) {
  const engine = readEngine(positionals[0] ?? 'minisearch')
  for (const [name, text] of Object.entries(renderNginx(engine, base, readMovedPages())))
    writeFileSync(new URL(name, nginxFolder), text)
} else {
  if (!existsSync(target)) refuse(`There is no built site in "${target}".`)
  const engine = builtSearchEngine(target)
  const names = namesIn('', headerSections(engine)).filter((name) => name !== '_headers')
  writeFileSync(join(target, '_headers'), renderHostHeaders(names, base, engine))
}

function readEngine(name: string): SearchEngineName {
  if (name === 'minisearch' || name === 'pagefind') return name
  return refuse(`There are no headers for "${name}".`)
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
