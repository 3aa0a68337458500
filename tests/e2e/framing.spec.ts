import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { type StaticServer, serve } from '../../scripts/serve.ts'

let folder: string
let server: StaticServer
/** Another site: each of its pages frames the page of ours at the same path. */
let otherSite: Server

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-framing-'))
  for (const path of ['site', 'site/graph', 'site/graph/embed', 'site/papers']) {
    mkdirSync(join(folder, path), { recursive: true })
    writeFileSync(join(folder, path, 'index.html'), '<!doctype html><p>shown')
  }
  server = await serve({ root: join(folder, 'site'), base: '/', port: 0 })
  otherSite = createServer(({ url = '/' }, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(framing(url.slice(1)))
  })
  await new Promise<void>((done) => otherSite.listen(0, '127.0.0.1', done))
})

test.afterAll(async () => {
  await server.close()
  otherSite.close()
  rmSync(folder, { recursive: true })
})

const framing = (path: string) => `<!doctype html><iframe src="${server.url}${path}"></iframe>`

/** What the frame of the page shows; nothing where the browser refuses it. */
async function shownIn(page: Page): Promise<string> {
  const frame = page.frames()[1]
  return frame?.url().startsWith(server.url) ? frame.locator('body').innerText() : ''
}

test('a page of another site may frame the map made for that, and no other page', async ({
  page,
}) => {
  const { port } = otherSite.address() as AddressInfo
  const shown: Record<string, string> = {}
  for (const path of ['graph/embed/', 'graph/', 'papers/', '']) {
    await page.goto(`http://127.0.0.1:${port}/${path}`)
    shown[path] = await shownIn(page)
  }
  expect(shown).toEqual({ 'graph/embed/': 'shown', 'graph/': '', 'papers/': '', '': '' })
})

test('a page opened from a disk may frame the map too', async ({ page }) => {
  const file = join(folder, 'slides.html')
  writeFileSync(file, framing('graph/embed/'))
  await page.goto(pathToFileURL(file).href)
  expect(await shownIn(page)).toBe('shown')
})
