import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMovedPages } from '../../scripts/moved-pages.ts'
import { renderHostHeaders } from '../../scripts/render-host-headers.ts'
import { renderNginx } from '../../scripts/render-nginx.ts'
import { commonHeaders, headersFor, metaContentSecurityPolicy } from '../../src/shared/headers.ts'

const policy = headersFor('/', 'minisearch')['Content-Security-Policy']!

describe('content security policy', () => {
  test('allows the site itself, and no inline code', () => {
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:/)
  })

  test('lets Firefox fetch pages ahead, which it holds to the default', () => {
    expect(policy).toMatch(/^default-src 'self'; /)
    for (const unused of ['frame', 'media', 'object'])
      expect(policy).toContain(`; ${unused}-src 'none'; `)
  })

  test('works without HTTPS, as in a preview', () => {
    expect(policy).not.toContain('upgrade-insecure-requests')
  })

  test('asks for trusted types with the one policy of the site', () => {
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types lectern")
  })

  test('is the same in the meta element, but for frame-ancestors, which is not allowed there', () => {
    expect(metaContentSecurityPolicy).toBe(policy.replace("frame-ancestors 'none'; ", ''))
  })
})

describe('frames of other sites', () => {
  test('may hold the map that is made for them, with the same policy else', () => {
    const ofEmbed = headersFor('/graph/embed/', 'minisearch')['Content-Security-Policy']
    expect(ofEmbed).toBe(policy.replace("frame-ancestors 'none'; ", ''))
  })

  test.each([
    '/',
    '/graph/',
    '/graph/embed',
    '/graph/embedded/',
    '/graph/4f1c.json',
    '/papers/x/',
    '/search/',
    '/data/map-landscape.svg',
    '/404.html',
  ])('may not hold %s', (path) => {
    for (const engine of ['minisearch', 'pagefind'] as const)
      expect(headersFor(path, engine)['Content-Security-Policy']).toBe(policy)
  })
})

describe('a site that Pagefind searches', () => {
  test('lets worker scripts compile WebAssembly, and no page', () => {
    const ofWorker = headersFor('/_astro/search-worker.js', 'pagefind')['Content-Security-Policy']
    expect(ofWorker).toBe(
      policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
    )
    for (const path of ['/', '/search/', '/search-index/pagefind-1/pagefind.js'])
      expect(headersFor(path, 'pagefind')['Content-Security-Policy']).toBe(policy)
  })

  test('has the same headers at hosts that read _headers', () => {
    const text = renderHostHeaders(['_astro/', 'search/'], '/', 'pagefind')
    for (const path of ['/', '/search/', '/_astro/search-worker.js'])
      expect(hostHeadersFor(text, path)).toEqual(headersFor(path, 'pagefind'))
  })
})

describe('headers of a path', () => {
  test.each([
    ['/', 'public, max-age=0, must-revalidate', 'same-origin', '*'],
    ['/papers/', 'public, max-age=0, must-revalidate', 'same-origin', '*'],
    ['/_astro/page.B3sWyS9n.js', 'public, max-age=31536000, immutable', 'same-origin', undefined],
    ['/data/papers.json', 'public, max-age=0, must-revalidate', 'cross-origin', '*'],
    ['/feed.xml', 'public, max-age=0, must-revalidate', 'same-origin', '*'],
    ['/topics/a+b/feed.json', 'public, max-age=0, must-revalidate', 'same-origin', '*'],
    ['/topics/a/b/feed.json', 'public, max-age=0, must-revalidate', 'same-origin', '*'],
    ['/graph/embed/', 'public, max-age=0, must-revalidate', 'cross-origin', undefined],
    ['/papers.bib', 'public, max-age=0, must-revalidate', 'same-origin', '*'],
    ['/graph/', 'public, max-age=0, must-revalidate', 'same-origin', '*'],
    ['/sw.js', 'no-cache', 'same-origin', undefined],
    ['/database/', 'public, max-age=0, must-revalidate', 'same-origin', '*'],
  ])('%s', (path, cache, resourcePolicy, allowedOrigin) => {
    const headers = headersFor(path, 'minisearch')
    const { 'Content-Security-Policy': _, ...otherCommonHeaders } = commonHeaders
    expect(headers).toMatchObject(otherCommonHeaders)
    expect(headers['Cache-Control']).toBe(cache)
    expect(headers['Cross-Origin-Resource-Policy']).toBe(resourcePolicy)
    expect(headers['Access-Control-Allow-Origin']).toBe(allowedOrigin)
  })
})

/** What a host that reads `_headers` sends: the values of all matching rules, joined. */
function hostHeadersFor(text: string, path: string): Record<string, string> {
  const sent: Record<string, string> = {}
  for (const rule of text.split('\n\n')) {
    const [pattern = '', ...lines] = rule.trimEnd().split('\n')
    const [before = '', after] = pattern.split('*')
    const isMatch =
      after === undefined ? path === pattern : path.startsWith(before) && path.endsWith(after)
    if (!isMatch) continue
    for (const line of lines) {
      const [name = '', ...value] = line.trim().split(': ')
      sent[name] = [sent[name] ?? [], value.join(': ')].flat().join(', ')
    }
  }
  return sent
}

describe('_headers', () => {
  const ofGraph = ['graph/', 'graph/4f1c.json', 'graph/embed/', 'graph/index.html']
  const names = [
    'data/',
    '_astro/',
    ...ofGraph,
    'papers/',
    'topics/',
    '404.html',
    'feed.xml',
    'sw.js',
  ]

  test.each([
    '/',
    '/404.html',
    '/feed.xml',
    '/topics/a+b/',
    '/topics/a+b/feed.xml',
    '/sw.js',
    '/papers/x/',
    '/data/a.json',
    '/_astro/a.css',
    '/graph/',
    '/graph/index.html',
    '/graph/4f1c.json',
    '/graph/embed/',
    '/graph/embed/index.html',
  ])('gives %s each header once and with the value of the source', (path) => {
    expect(hostHeadersFor(renderHostHeaders(names, '/', 'minisearch'), path)).toEqual(
      headersFor(path, 'minisearch'),
    )
  })

  test('holds at another base', () => {
    const text = renderHostHeaders(names, '/lectern/', 'minisearch')
    expect(hostHeadersFor(text, '/lectern/data/a.json')).toEqual(
      headersFor('/data/a.json', 'minisearch'),
    )
  })

  test('does not depend on the order of the names', () => {
    expect(renderHostHeaders([...names].reverse(), '/', 'minisearch')).toBe(
      renderHostHeaders(names, '/', 'minisearch'),
    )
  })

  test('stays far below the 100 rules of Cloudflare Pages, and lines below 2,000 characters', () => {
    const text = renderHostHeaders(names, '/', 'minisearch')
    expect(text.split('\n\n').length).toBeLessThan(50)
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(2000)
  })
})

describe('nginx', () => {
  const files = renderNginx('minisearch', '/', readMovedPages())

  test.each(Object.keys(files))(
    'deploy/nginx/%s is the generated one (else: npm run headers)',
    (name) => {
      const file = new URL(`../../deploy/nginx/${name}`, import.meta.url)
      expect(existsSync(file)).toBe(true)
      expect(readFileSync(file, 'utf8')).toBe(files[name])
    },
  )

  test('each location includes a file with the whole header set', () => {
    const locations = files['lectern.conf']!.match(/^ {4}location .+?^ {4}}/gms)!
    expect(locations.length).toBeGreaterThan(2)
    for (const location of locations) expect(location).toContain('lectern-headers-')
    for (const [name, text] of Object.entries(files)) {
      if (!name.includes('-headers-')) continue
      for (const header of Object.keys(commonHeaders))
        expect(text).toContain(`add_header ${header} `)
    }
  })
})
