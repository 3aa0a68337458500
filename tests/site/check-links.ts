import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Element, filesOf, type ParsedPage, parsedPagesOf } from './built-site.ts'

interface LinkReport {
  /** Links with a target on this site. */
  internal: number
  /** Links to other sites, which are not followed. */
  external: number
  pages: number
  /** One sentence for each link whose target, or the named part of it, is not there. */
  broken: string[]
}

interface Site {
  /** Origin of the site without a slash, such as `https://lectern.example`. */
  origin: string
  base: string
}

/** Attributes that hold one URL each, by tag; `*` holds for any tag. */
const urlAttributes: Readonly<Record<string, readonly string[]>> = {
  '*': ['href', 'src', 'xlink:href'],
  form: ['action'],
  object: ['data'],
  video: ['poster'],
}

/**
 * Follows every link of every page and style sheet of a built site, fragments included.
 * Takes the pages of the folder from whoever has parsed them already.
 */
export function checkLinks(
  folder: string,
  { origin, base }: Site,
  pages: readonly ParsedPage[] = parsedPagesOf(folder),
): LinkReport {
  const files = new Set(filesOf(folder))
  const idsByPath = new Map(pages.map(({ path, elements }) => [path, idsOf(elements)]))
  const report: LinkReport = { internal: 0, external: 0, pages: pages.length, broken: [] }

  const check = (from: string, target: string) => {
    const url = resolve(target, `${origin}${base}${from.slice(1)}`)
    const isExternal = url !== null && url.origin !== origin
    report[isExternal ? 'external' : 'internal']++
    if (isExternal) return
    const fault = url ? faultOf(url) : 'is not a URL'
    if (fault) report.broken.push(`${from}: "${target}" ${fault}`)
  }

  const faultOf = (url: URL): string | null => {
    if (!url.pathname.startsWith(base)) return `leaves the base ${base}`
    const path = decode(url.pathname.slice(base.length - 1))
    if (!files.has(path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)))
      return files.has(`${path.slice(1)}/index.html`)
        ? 'lacks its trailing slash'
        : 'leads to nothing'
    const fragment = decode(url.hash.slice(1))
    const ids = idsByPath.get(path)
    if (fragment !== '' && ids && !ids.has(fragment)) return 'names a part that is not there'
    return null
  }

  for (const { path, elements } of pages)
    for (const target of elements.flatMap(targetsOf)) check(path, target)
  for (const name of files)
    if (name.endsWith('.css'))
      for (const target of cssTargetsOf(readFileSync(join(folder, name), 'utf8')))
        check(`/${name}`, target)
  return report
}

function resolve(target: string, from: string): URL | null {
  return URL.canParse(target, from) ? new URL(target, from) : null
}

// A malformed escape stays as it is; no file and no id is named so.
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function idsOf(elements: readonly Element[]): Set<string> {
  return new Set(
    elements.flatMap(({ tag, attributes }) => [
      ...(attributes.has('id') ? [attributes.get('id')!] : []),
      ...(tag === 'a' && attributes.has('name') ? [attributes.get('name')!] : []),
    ]),
  )
}

function targetsOf({ tag, attributes }: Element): string[] {
  const names = [...urlAttributes['*']!, ...(urlAttributes[tag] ?? [])]
  const targets = names.flatMap((name) => attributes.get(name) ?? [])
  for (const candidate of (attributes.get('srcset') ?? '').split(','))
    if (candidate.trim() !== '') targets.push(candidate.trim().split(/\s+/)[0]!)
  if (tag === 'meta') targets.push(...metaTargetsOf(attributes))
  return targets
}

function metaTargetsOf(attributes: ReadonlyMap<string, string>): string[] {
  const content = attributes.get('content') ?? ''
  if (attributes.get('http-equiv')?.toLowerCase() === 'refresh')
    return [content.replace(/^[\d\s;,]*(url=)?/i, '')]
  return /^https?:\/\/\S+$/.test(content) ? [content] : []
}

function cssTargetsOf(css: string): string[] {
  const matches = css.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*?))\s*\)|@import\s*["']([^"']+)/g,
  )
  return [...matches]
    .map(([, double, single, bare, imported]) => double ?? single ?? bare ?? imported ?? '')
    .filter((target) => !target.startsWith('data:'))
}
