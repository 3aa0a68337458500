import { commonHeaders, headerSections, headersFor } from '../src/shared/headers.ts'
import type { SearchEngineName } from '../src/shared/search-engine.ts'

/**
 * The `_headers` file of Netlify and Cloudflare Pages. `names` are those at the
 * top of the built site, folders with a trailing slash; their order does not
 * matter. A folder with a section in it is given together with the names in it:
 * its own rule is then for its page alone.
 *
 * Cloudflare joins the values of all matching rules with a comma. So a header
 * that differs between sections is never set for `/*`, but once for each name,
 * and a file within a folder gets only what the folder does not set.
 */
export function renderHostHeaders(
  names: readonly string[],
  base: string,
  engine: SearchEngineName,
): string {
  const sections = headerSections(engine)
  const isShared = (name: string) => sections.every(({ headers }) => !(name in headers))
  const rules = [renderRule(`${base}*`, commonHeaders, isShared)]
  const isOpened = (folder: string) =>
    names.some((name) => name !== folder && name.startsWith(folder))
  for (const name of ['', ...names].sort()) {
    const pattern = `${base}${name}${name.endsWith('/') && !isOpened(name) ? '*' : ''}`
    rules.push(renderRule(pattern, headersFor(`/${name}`, engine), (header) => !isShared(header)))
  }
  for (const { files = [], headers } of sections)
    for (const file of files.filter((path) => path.includes('*'))) {
      const ofFolder = headersFor(file.slice(0, file.indexOf('*')), engine)
      rules.push(renderRule(`${base}${file.slice(1)}`, headers, (name) => !(name in ofFolder)))
    }
  return rules.join('\n')
}

function renderRule(
  pattern: string,
  headers: Readonly<Record<string, string>>,
  has: (name: string) => boolean,
): string {
  const lines = Object.entries(headers)
    .filter(([name]) => has(name))
    .map(([name, value]) => `  ${name}: ${value}\n`)
  return `${pattern}\n${lines.join('')}`
}
