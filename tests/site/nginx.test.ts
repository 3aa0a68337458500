import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentTypeOf } from '../../scripts/content-types.ts'
import { renderNginx } from '../../scripts/render-nginx.ts'
import { headersFor } from '../../src/shared/headers.ts'
import type { Paper } from '../../src/shared/model.ts'
import { findNginx, type RunningNginx, readNginxFiles, startNginx } from './run-nginx.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-nginx-test-'))
const nginx = findNginx(folder)
if ('missing' in nginx) console.log(`nginx is not tested: ${nginx.missing}.`)

const { papers } = JSON.parse(readFileSync('dist/data/papers.json', 'utf8')) as { papers: Paper[] }
const { url } = papers[0] as Paper
const name = url.slice(0, -1)
const asset = `/_astro/${readdirSync('dist/_astro').find((file) => file.endsWith('.css'))}`
const moved = [{ from: '/papers/the-old-id/', to: url }]

let running: RunningNginx

beforeAll(async () => {
  if ('missing' in nginx) return
  const below = join(folder, 'root')
  mkdirSync(below)
  symlinkSync(resolve('dist-base'), join(below, 'lectern'))
  running = await startNginx(nginx, [
    {
      // As committed, but for the addresses that lead to others, of which there may be none yet.
      files: {
        ...readNginxFiles('deploy/nginx', readdirSync('deploy/nginx')),
        'lectern-redirects.conf': renderNginx('minisearch', '/', moved)['lectern-redirects.conf']!,
      },
      root: resolve('dist'),
    },
    { files: renderNginx('minisearch', '/lectern/', moved), root: below },
  ])
})

afterAll(() => {
  running?.stop()
  rmSync(folder, { recursive: true })
})

describe.skipIf('missing' in nginx).each([
  ['/', 0],
  ['/lectern/', 1],
])('nginx at %s', (base, site) => {
  const get = (path: string, headers: HeadersInit = {}) =>
    fetch(running.origins[site] + base + path.slice(1), { redirect: 'manual', headers })

  test.each([
    '/',
    '/papers/',
    url,
    `${name}.bib`,
    `${name}.ris`,
    `${name}.csl.json`,
    `${name}.md`,
    `${name}.json`,
    asset,
    '/data/papers.json',
    '/data/papers.csv',
    '/feed.xml',
    '/feed.json',
    '/feeds.opml',
    '/opensearch.xml',
    '/site.webmanifest',
    '/robots.txt',
    '/favicon.svg',
  ])('%s has its type and every header of the source, once', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    const type = contentTypeOf(path.endsWith('/') ? 'index.html' : path)
    expect(response.headers.get('content-type')).toBe(type)
    expect(Object.fromEntries(response.headers)).toMatchObject(
      Object.fromEntries(
        Object.entries(headersFor(path, 'minisearch')).map(([key, value]) => [
          key.toLowerCase(),
          value,
        ]),
      ),
    )
  })

  test('what is hashed is kept for a year, and all else asked for again, by its tag', async () => {
    expect((await get(asset)).headers.get('cache-control')).toMatch(/max-age=31536000, immutable/)
    const page = await get(url)
    expect(page.headers.get('cache-control')).toMatch(/max-age=0, must-revalidate/)
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache')
    const tag = page.headers.get('etag') as string
    expect((await get(url, { 'if-none-match': tag })).status).toBe(304)
  })

  test('text is compressed', async () => {
    for (const path of [url, asset, '/data/papers.json', `${name}.bib`, `${name}.csl.json`]) {
      const { headers } = await get(path, { 'accept-encoding': 'gzip' })
      expect([path, headers.get('content-encoding')]).toEqual([path, 'gzip'])
    }
  })

  test('an address that leads nowhere gives the page that says so, with 404 and all headers', async () => {
    for (const path of [
      '/papers/nobody/',
      '/data/nothing.json',
      '/_astro/nothing.js',
      '/a.csl.json',
    ]) {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(response.headers.get('cache-control')).toMatch(/max-age=0/)
      expect(await response.text()).toContain('There is no page at this address')
    }
  })

  test('the address of a merged id leads to the paper, with its query', async () => {
    const response = await get('/papers/the-old-id/?x=1')
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe(`${base}${url.slice(1)}?x=1`)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  test('a folder without its slash leads to the one with it, on the same host and port', async () => {
    const response = await get('/papers')
    expect([response.status, response.headers.get('location')]).toEqual([301, `${base}papers/`])
  })
})

test.skipIf('missing' in nginx)('below a base, the rest of the host has nothing', async () => {
  expect((await fetch(`${running.origins[1]}/papers/`)).status).toBe(404)
})
