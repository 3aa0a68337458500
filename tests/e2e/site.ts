import { test as base, expect, type Page } from '@playwright/test'
import { type StaticServer, serve } from '../../scripts/serve.ts'
import { servePlain } from './plain-server.ts'

export interface SiteOptions {
  /** Which build to serve, and where; `plain` by a server that knows nothing of it. */
  site: { root: string; base: string; plain?: boolean }
}

interface Fixtures {
  /** Opens a base-relative path; gives the status of the answer. */
  visit: (path: string) => Promise<number>
  /** The address at which a base-relative path is served. */
  addressOf: (path: string) => string
  /** What went wrong in the page so far; the test fails at its end if there is anything left. */
  faults: string[]
}

/** A test on the built site, under its real headers, that fails on any noise in the page. */
export const test = base.extend<Fixtures, SiteOptions & { server: StaticServer }>({
  site: [
    { root: 'dist', base: '/' },
    { option: true, scope: 'worker' },
  ],

  server: [
    async ({ site }, use) => {
      const { root, base, plain } = site
      const server = plain ? await servePlain(root, base) : await serve({ root, base, port: 0 })
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],

  faults: [
    async ({ page, server }, use) => {
      const faults: string[] = []
      recordFaults(page, new URL(server.url).origin, faults)
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],

  addressOf: async ({ server }, use) => {
    await use((path) => server.url + path.slice(1))
  },

  visit: async ({ page, addressOf }, use) => {
    await use(async (path) => {
      const response = await page.goto(addressOf(path), { waitUntil: 'load' })
      return response!.status()
    })
  },
})

/** Playwright's own words where `serviceWorkers` is `block`. */
const WORKER_BLOCKED = 'Service Worker registration blocked by Playwright'

/** Adds to `faults` what goes wrong in the page from now on, and each request to another origin. */
// A CSP violation is a console error, so that the console tells of all of them.
export function recordFaults(page: Page, origin: string, faults: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && message.text() !== WORKER_BLOCKED)
      faults.push(`console: ${message.text()} (${page.url()})`)
  })
  page.on('pageerror', (error) => faults.push(`exception: ${error.message} (${page.url()})`))
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      faults.push(`request failed: ${request.url()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) faults.push(`third party: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      faults.push(`${response.status()}: ${response.url()}`)
  })
}

export { expect }
