import { test as base, expect, type Page } from '@playwright/test'
import { type StaticServer, serve } from '../../scripts/serve.ts'
import { copySite, type Deployments } from './deployments.ts'
import { recordFaults } from './site.ts'
import { longPaper, otherPaper, shortPaper } from './templates.ts'

interface Fixtures {
  /** Which build is copied, and where it is served. */
  built: { root: string; base: string }
  deployments: Deployments
  server: StaticServer
  /** Opens a base-relative path in a tab of its own. */
  open: (path: string) => Promise<Page>
  /** What went wrong in any tab; the test fails at its end if there is anything left. */
  faults: string[]
}

const test = base.extend<Fixtures>({
  serviceWorkers: 'allow',
  built: [{ root: 'dist', base: '/' }, { option: true }],

  deployments: async ({ built }, use) => {
    const deployments = copySite(built.root, [longPaper, otherPaper, shortPaper])
    await use(deployments)
    deployments.remove()
  },

  server: async ({ built, deployments }, use) => {
    const server = await serve({ root: deployments.folder, base: built.base, port: 0 })
    await use(server)
    await server.close()
  },

  faults: async ({ server, context }, use) => {
    const faults: string[] = []
    context.on('page', (page) => recordFaults(page, new URL(server.url).origin, faults))
    await use(faults)
    expect(faults).toEqual([])
  },

  open: async ({ context, server, faults: _ }, use) => {
    await use(async (path) => {
      const page = await context.newPage()
      await page.goto(server.url + path.slice(1))
      return page
    })
  },
})

// A worker that fetches all it keeps takes long where other work fills the machine.
test.describe.configure({ timeout: 120_000 })

/** Waits until the worker has all it keeps from the beginning, and the page itself. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect
    .poll(() => page.evaluate(async () => (await caches.match(location.href)) !== undefined))
    .toBe(true)
}

/** The shells that are kept: two while a newer version waits. */
const workerVersions = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(':shell:')))

const keptIn = (page: Page) =>
  page.evaluate(async () => ({
    registrations: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
  }))

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const offer = (page: Page) => page.getByRole('complementary', { name: 'Newer version' })
const suggestions = (page: Page) => page.getByRole('listbox').getByRole('option')
const NEEDS_CONNECTION = 'This page needs a connection'

test.describe('after one visit, without a connection', () => {
  test.use({ built: { root: 'dist-base', base: '/lectern/' } })

  test('search, map and visited papers work, and other pages say why they do not', async ({
    open,
    server,
    faults,
  }) => {
    const page = await open(longPaper)
    const title = await heading(page).innerText()
    await untilKept(page)
    const visit = (path: string) => page.goto(server.url + path.slice(1))
    await visit(otherPaper)
    const otherTitle = await heading(page).innerText()
    await untilKept(page)
    await server.close()

    await visit('/search/?q=language+models')
    await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
    await expect(page.locator('.snippet mark').first()).toBeVisible()

    await visit('/graph/')
    await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')

    await visit(longPaper)
    await expect(heading(page)).toHaveText(title)

    await visit(shortPaper)
    await expect(heading(page)).toHaveText(NEEDS_CONNECTION)
    await expect(page.locator('kept-papers').getByRole('link')).toHaveText([otherTitle, title])
    await page.getByRole('link', { name: title }).click()
    await expect(heading(page)).toHaveText(title)

    // Of the navigations that the worker answers from its copies Chromium tells, at times, that the network did not.
    const others = faults.filter((fault) => !/^request failed|ERR_CONNECTION_REFUSED/.test(fault))
    faults.splice(0, faults.length, ...others)
  })
})

for (const { how, ask } of [
  {
    how: 'by itself once there is one',
    ask: (page: Page) => page.evaluate(() => dispatchEvent(new Event('online'))),
  },
  {
    how: 'when it is tried again',
    ask: (page: Page) => page.getByRole('button', { name: 'Try again' }).click(),
  },
])
  test(`a page that needs a connection comes ${how}`, async ({
    deployments,
    faults,
    open,
    server,
  }) => {
    const page = await open(longPaper)
    await untilKept(page)
    await server.close()
    await page.goto(server.url + shortPaper.slice(1))
    await expect(heading(page)).toHaveText(NEEDS_CONNECTION)
    const again = await serve({
      root: deployments.folder,
      base: '/',
      port: Number(new URL(server.url).port),
    })
    await ask(page)
    await expect(page).toHaveTitle(/^(?!This page needs a connection)/)
    await expect(page).toHaveURL(server.url + shortPaper.slice(1))
    await again.close()
    const others = faults.filter((fault) => !/^request failed|ERR_CONNECTION_REFUSED/.test(fault))
    faults.splice(0, faults.length, ...others)
  })

test('a browser that is never idle keeps the site as well', async ({ context, open }) => {
  await context.addInitScript(() => {
    window.requestIdleCallback = (callback, { timeout } = {}) =>
      timeout === undefined ? 0 : window.setTimeout(callback, timeout)
  })
  await untilKept(await open(longPaper))
})

test('Firefox is not asked to preload pages, as without a server it then shows none', async ({
  open,
}) => {
  const page = await open(longPaper)
  await untilKept(page)
  const preload = await page.evaluate(async () =>
    (await navigator.serviceWorker.ready).navigationPreload.getState(),
  )
  expect(preload.enabled).toBe(false)
})

test('a newer version is offered, is taken by a click, and breaks no open tab', async ({
  open,
  deployments,
}) => {
  const reader = await open('/')
  const oldTitle = await heading(reader).innerText()
  await untilKept(reader)
  await reader.evaluate(() => localStorage.setItem('lectern-theme', 'dark'))
  const openTab = await open(longPaper)

  await deployments.deployNext('The next version')
  await reader.reload()
  await expect(heading(reader)).toHaveText('The next version')
  await expect(offer(reader).getByRole('status')).toHaveText(
    'A newer version of this site is ready.',
  )
  await expect(offer(openTab)).toBeVisible()
  await expect(workerVersions(reader)).resolves.toHaveLength(2)

  // The server no longer has the script that searches, nor the index of this tab.
  await openTab.getByRole('combobox').fill('language')
  await expect(suggestions(openTab).first()).toBeVisible()

  let loads = 0
  reader.on('load', () => loads++)
  const reloaded = reader.waitForEvent('load')
  await offer(reader).getByRole('button', { name: 'Show it' }).click()
  await reloaded
  await expect.poll(() => workerVersions(reader)).toHaveLength(1)
  await expect(heading(reader)).toHaveText('The next version')
  await expect(offer(reader)).toBeHidden()
  expect(oldTitle).not.toBe('The next version')
  expect(await reader.evaluate(() => localStorage.getItem('lectern-theme'))).toBe('dark')

  await openTab.getByRole('combobox').fill('models')
  await expect(suggestions(openTab).first()).toBeVisible()
  await openTab.reload()
  await expect(offer(openTab)).toBeHidden()
  expect(loads).toBe(1)
})

test('an offer that is put off is not made again in the tab', async ({ open, deployments }) => {
  const page = await open('/')
  await untilKept(page)
  await deployments.deployNext('The next version')
  await page.reload()
  await offer(page).getByRole('button', { name: 'Later' }).click()
  await expect(offer(page)).toBeHidden()
  const other = await open('/search/')
  await expect(offer(other)).toBeVisible()
  await page.reload()
  await expect(page.locator('.update-offer')).toHaveCount(0)
})

test('a site without a worker takes away what it kept', async ({ open, deployments }) => {
  const page = await open(longPaper)
  await untilKept(page)
  await deployments.switchOff()
  await page.reload()
  await expect.poll(() => keptIn(page)).toEqual({ registrations: 0, caches: [] })
  // No page registers a worker any more.
  await page.reload()
  expect(await keptIn(page)).toEqual({ registrations: 0, caches: [] })
})
