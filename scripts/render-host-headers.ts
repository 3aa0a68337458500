import { commonHeaders, headerSectionOf } from '../src/shared/headers.ts'

/**
 * The `_headers` file of Netlify and Cloudflare Pages. `topLevelNames` are the
 * names at the top of the built site, folders with a trailing slash; their
 * order does not matter.
 *
 * Cloudflare joins the values of all matching rules with a comma. So a header
 * that differs between sections is never set for `/*`, but once for each name.
 */
export function renderHostHeaders(topLevelNames: readonly string[], base: string): string {
  const rules = [renderRule(`${base}*`, commonHeaders)]
  for (const name of ['', ...topLevelNames].sort()) {
    const pattern = `${base}${name}${name.endsWith('/') ? '*' : ''}`
    rules.push(renderRule(pattern, headerSectionOf(`/${name}`).headers))
  }
  return rules.join('\n')
}

function renderRule(pattern: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
  return `${pattern}\n${lines.join('')}`
}
