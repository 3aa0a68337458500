import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StaticServer, serve } from '../../scripts/serve.ts'

const files: Record<string, string> = {
  'index.html': '<p>home',
  '404.html': '<p>nothing here',
  'papers/index.html': '<p>papers',
  'data/papers.json': '{}',
  'data/papers.csv': 'id',
  'x.bib': '@misc{x}',
  'x.graphml': '<graphml/>',
  'x.ris': 'TY  - GEN',
  'x.csl.json': '[]',
  'x.md': '#',
  'x.webmanifest': '{}',
  'feed.xml': '<feed/>',
  'topics/a/feed.json': '{}',
  'feeds.opml': '<opml/>',
  'opensearch.xml': '<x/>',
  'sitemap-0.xml': '<urlset/>',
  '.well-known/security.txt': 'Contact:',
  'x.woff2': '',
  'x.svg': '<svg/>',
  'a b.txt': 'with a space',
}

let folder: string
let atRoot: StaticServer
let atBase: StaticServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-serve-'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const root = join(folder, 'site')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  atRoot = await serve({ root, base: '/', port: 0 })
  atBase = await serve({ root, base: '/lectern/', port: 0 })
})

afterAll(async () => {
  await Promise.all([atRoot.close(), atBase.close()])
  rmSync(folder, { recursive: true })
})

/** Asks for a target as it is; `fetch` would tidy up `..` before sending. */
function ask(server: StaticServer, target: string, headers = {}, method = 'GET') {
  const { hostname, port } = new URL(server.url)
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (done, fail) => {
      const call = request({ hostname, port, path: target, method, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () =>
          done({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      })
      call.on('error', fail)
      call.end()
    },
  )
}

describe('serve', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/papers/', 'text/html; charset=utf-8'],
    ['/data/papers.json', 'application/json'],
    ['/data/papers.csv', 'text/csv; charset=utf-8'],
    ['/x.bib', 'text/x-bibtex; charset=utf-8'],
    ['/x.graphml', 'application/graphml+xml'],
    ['/x.ris', 'application/x-research-info-systems'],
    ['/x.csl.json', 'application/vnd.citationstyles.csl+json'],
    ['/x.md', 'text/markdown; charset=utf-8'],
    ['/x.webmanifest', 'application/manifest+json'],
    ['/feed.xml', 'application/atom+xml'],
    ['/topics/a/feed.json', 'application/feed+json'],
    ['/feeds.opml', 'text/x-opml; charset=utf-8'],
    ['/opensearch.xml', 'application/opensearchdescription+xml'],
    ['/sitemap-0.xml', 'application/xml'],
    ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
    ['/x.woff2', 'font/woff2'],
    ['/x.svg', 'image/svg+xml'],
    ['/a%20b.txt', 'text/plain; charset=utf-8'],
    ['/papers/?q=1', 'text/html; charset=utf-8'],
  ])('answers %s with %s', async (target, type) => {
    const { status, headers } = await ask(atRoot, target)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(type)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/papers/../../secret.txt',
    '/papers/%2e%2e%2f%2e%2e%2fsecret.txt',
    '//../secret.txt',
  ])('does not leave its folder for %s', async (target) => {
    const { status, body } = await ask(atRoot, target)
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
  })

  test('answers a missing page with the page for that and status 404', async () => {
    const { status, body, headers } = await ask(atRoot, '/nowhere/')
    expect(status).toBe(404)
    expect(body).toBe(files['404.html'])
    expect(headers['content-security-policy']).toContain("default-src 'self'")
  })

  test.each(['/%', '/%00', '/%ff'])('refuses the malformed path %s', async (target) => {
    expect((await ask(atRoot, target)).status).toBe(400)
  })

  test('redirects to the trailing slash and keeps the query', async () => {
    const { status, headers } = await ask(atRoot, '/papers?q=a%20b')
    expect(status).toBe(301)
    expect(headers.location).toBe('/papers/?q=a%20b')
  })

  test('does not redirect to another host', async () => {
    expect((await ask(atRoot, '//papers')).headers.location).toBe('/papers/')
  })

  test('serves only below its base', async () => {
    expect((await ask(atBase, '/lectern/papers/')).body).toBe('<p>papers')
    expect((await ask(atBase, '/lectern')).headers.location).toBe('/lectern/')
    expect((await ask(atBase, '/lectern/papers')).headers.location).toBe('/lectern/papers/')
    expect((await ask(atBase, '/papers/')).status).toBe(404)
    expect((await ask(atBase, '/lectern/data/papers.json')).headers).toMatchObject({
      'access-control-allow-origin': '*',
    })
  })

  test('compresses text only for those who accept it', async () => {
    const plain = await ask(atRoot, '/')
    expect(plain.headers['content-encoding']).toBeUndefined()
    const small = await ask(atRoot, '/', { 'accept-encoding': 'br, gzip' })
    expect(small.headers['content-encoding']).toBe('gzip')
    const font = await ask(atRoot, '/x.woff2', { 'accept-encoding': 'gzip' })
    expect(font.headers['content-encoding']).toBeUndefined()
  })

  test('sends a file that has changed as it is now', async () => {
    const zipped = { 'accept-encoding': 'gzip' }
    const before = await ask(atRoot, '/x.md', zipped)
    writeFileSync(join(folder, 'site/x.md'), '# Changed')
    const after = await ask(atRoot, '/x.md', zipped)
    expect(after.body).not.toBe(before.body)
    expect((await ask(atRoot, '/x.md', zipped)).body).toBe(after.body)
    expect((await ask(atRoot, '/x.md')).body).toBe('# Changed')
  })

  test('answers HEAD without a body and other methods with 405', async () => {
    expect(await ask(atRoot, '/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
    expect((await ask(atRoot, '/', {}, 'POST')).status).toBe(405)
  })

  test('rejects if its port is taken', async () => {
    const port = Number(new URL(atRoot.url).port)
    await expect(serve({ root: folder, base: '/', port })).rejects.toThrow('EADDRINUSE')
  })
})
