import { workerPath } from './paths.ts'
import type { SearchEngineName } from './search-engine.ts'

/**
 * Every response header of the site, in one place: hosts, the GitHub Pages
 * meta element and the test server all read from here.
 */

// It does not ask for HTTPS: all requests go to the site itself, and `upgrade-insecure-requests` leaves a
// preview at localhost without styles in Safari, and one in a local network everywhere.
// Firefox holds pages that are fetched ahead to `default-src`, so that allows the site, and what the site has none of
// is forbidden by name.
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "media-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lectern',
]

/** The policy for a `<meta http-equiv>`, which may not carry `frame-ancestors`. */
export const metaContentSecurityPolicy = contentSecurityPolicy
  .filter((directive) => !directive.startsWith('frame-ancestors'))
  .join('; ')

/** Sent with every response, whatever the path. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy.join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Headers of the paths below one folder; they add to the common ones or replace them. */
export interface HeaderSection {
  name: 'hashed' | 'search' | 'data' | 'feeds' | 'embed' | 'worker' | 'pages'
  /** Base-relative, such as `/data/`; `/` holds every path that no other section holds. */
  prefix: string
  /**
   * Base-relative files that the section is made of, instead of all below the prefix. One `*` stands
   * for a part between slashes; such a file has the headers of its folder and those that are more.
   */
  files?: readonly string[]
  headers: Readonly<Record<string, string>>
}

const revalidate = 'public, max-age=0, must-revalidate'
const ownSiteOnly = { 'Cross-Origin-Resource-Policy': 'same-origin' }

/**
 * Feeds and exports, which lie beside the pages, are for scripts of other sites too. These fetch with CORS, which the
 * resource policy leaves alone; pages are as public.
 */
const pageHeaders = {
  'Cache-Control': revalidate,
  ...ownSiteOnly,
  'Access-Control-Allow-Origin': '*',
}

const hashed: HeaderSection = {
  name: 'hashed',
  prefix: '/_astro/',
  // Astro puts a content hash in each name here, so a file never changes.
  headers: { 'Cache-Control': 'public, max-age=31536000, immutable', ...ownSiteOnly },
}

/**
 * A worker obeys the policy that its own script came with. So WebAssembly, which Pagefind is made of, is
 * allowed to worker scripts, which are hashed files, and to no page.
 */
const hashedWithWasm: HeaderSection = {
  ...hashed,
  headers: {
    ...hashed.headers,
    'Content-Security-Policy': contentSecurityPolicy
      .map((directive) =>
        directive.startsWith('script-src ') ? `${directive} 'wasm-unsafe-eval'` : directive,
      )
      .join('; '),
  },
}

const otherSections: readonly HeaderSection[] = [
  {
    name: 'search',
    prefix: '/search-index/',
    // The folder below is named for the content of its files.
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable', ...ownSiteOnly },
  },
  {
    name: 'data',
    prefix: '/data/',
    // The public data is for other sites' scripts too.
    headers: {
      'Cache-Control': revalidate,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Access-Control-Allow-Origin': '*',
    },
  },
  {
    name: 'feeds',
    prefix: '/',
    files: [
      '/feed.xml',
      '/feed.json',
      '/feeds.opml',
      '/topics/*/feed.xml',
      '/topics/*/feed.json',
      '/about/changes/feed.xml',
      '/about/changes/feed.json',
    ],
    headers: pageHeaders,
  },
  {
    name: 'embed',
    prefix: '/graph/embed/',
    headers: {
      'Cache-Control': revalidate,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      // Any page may frame it: without `frame-ancestors`, as its `*` leaves out pages opened from a disk.
      'Content-Security-Policy': metaContentSecurityPolicy,
    },
  },
  {
    name: 'worker',
    prefix: '/',
    files: [workerPath],
    headers: { 'Cache-Control': 'no-cache', ...ownSiteOnly },
  },
  { name: 'pages', prefix: '/', headers: pageHeaders },
]

/** The sections, most particular first. */
export function headerSections(engine: SearchEngineName): readonly HeaderSection[] {
  return [engine === 'pagefind' ? hashedWithWasm : hashed, ...otherSections]
}

/** The section that holds a base-relative path. */
function headerSectionOf(path: string, engine: SearchEngineName): HeaderSection {
  const sections = headerSections(engine)
  return sections.find((section) => holds(section, path)) ?? sections.at(-1)!
}

function holds({ prefix, files }: HeaderSection, path: string): boolean {
  return files ? files.some((file) => filePattern(file).test(path)) : path.startsWith(prefix)
}

/** The base-relative paths that a file of a section stands for. */
export function filePattern(file: string): RegExp {
  return new RegExp(`^${file.replaceAll('.', '\\.').replace('*', '[^/]+')}$`)
}

/** All headers of one response. `path` is relative to the base and starts with a slash. */
export function headersFor(path: string, engine: SearchEngineName): Record<string, string> {
  return { ...commonHeaders, ...headerSectionOf(path, engine).headers }
}
