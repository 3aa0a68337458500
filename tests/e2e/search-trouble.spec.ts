import type { Page, Route } from '@playwright/test'
import { quickIndex } from './quick-index.ts'
import { expect, test } from './site.ts'

const FULL_INDEX = '**/search-index/*/full.json'

/** Keeps requests for abstracts until what it gives is called; then they come to their end. */
async function holdRequests(page: Page, end: (route: Route) => Promise<void>): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(FULL_INDEX, async (route) => {
    await released
    await end(route)
  })
  return release
}

/** Keeps abstracts back; gives what lets them come after a reader has read for a while. */
async function holdIndex(page: Page): Promise<() => Promise<void>> {
  const release = await holdRequests(page, (route) => route.continue())
  // Time stands still but where it is moved, however slow the machine is.
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(1000)
  return async () => {
    await page.clock.fastForward(5000)
    release()
  }
}

test('an index that fails to load is said, and can be tried again', async ({
  page,
  visit,
  faults,
}) => {
  await page.route('**/search-index/**', (route) => route.abort())
  await visit('/search/?q=pruning')
  const list = page.locator('[data-results]')
  await expect(list).toHaveAttribute('data-state', 'error')
  await expect(page.getByText('The search index can’t be loaded.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: /A to Z$/ })).toBeVisible()

  await page.unroute('**/search-index/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(list).toHaveAttribute('data-state', 'ready')
  await expect(page.getByText('The search index can’t be loaded.')).toBeHidden()
  // The button that had the focus is gone.
  await expect(page.locator('#result-count')).toBeFocused()
  await expect(page.locator('[data-paper]').first()).toBeVisible()
  for (const fault of faults) expect(fault).toMatch(/search-index|ERR_FAILED/)
  faults.length = 0
})

test('titles and topics answer when the index of abstracts is missing', async ({
  page,
  visit,
  faults,
}) => {
  await page.route(FULL_INDEX, (route) => route.abort())
  await visit('/search/?q=retrieval augmented generation latency')
  await expect(page.getByText('Only titles and topics are searched')).toBeVisible()
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
  await expect(page.locator('[data-paper]').first()).toBeVisible()
  // Abstracts have the word.
  await expect(page.getByText('No paper contains')).toBeHidden()
  await page.getByText('Export', { exact: true }).click()
  await page.getByRole('button', { name: 'JSON', exact: true }).click()
  await expect(page.getByText('The papers can’t be loaded just now.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('#query').fill('pruning latency')
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'none')
  let files = 0
  page.on('download', () => files++)
  await page.unroute(FULL_INDEX)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('.snippet mark').first()).toBeVisible()
  await expect(page.getByText('Only titles and topics are searched')).toBeHidden()
  expect(files).toBe(0)
  faults.length = 0
})

test('papers that were said not to come are not handed over later', async ({
  page,
  visit,
  faults,
}) => {
  const fail = await holdRequests(page, (route) => route.abort())
  await visit('/search/?q=pruning')
  await expect(page.locator('[data-paper]').first()).toBeVisible()
  await page.getByText('Export', { exact: true }).click()
  await page.getByRole('button', { name: 'Search record' }).click()
  fail()
  await expect(page.getByText('The papers can’t be loaded just now.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.unroute(FULL_INDEX)
  await page.getByRole('button', { name: 'Try again' }).click()
  // Abstracts are asked for after all that waited.
  await expect(page.locator('.snippet mark').first()).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  faults.length = 0
})

test('a record asked for before abstracts are there tells of the whole search', async ({
  page,
  visit,
}) => {
  const comeLate = await holdIndex(page)
  const record = async () => {
    await visit('/search/?q=pruning+llm+latency')
    await expect(page.locator('[data-paper]').first()).toBeVisible()
    await page.getByText('Export', { exact: true }).click()
    await page.getByRole('button', { name: 'Search record' }).click()
    return page.getByRole('dialog').getByRole('textbox')
  }
  const early = await record()
  await comeLate()
  await expect(early).toBeVisible()
  const text = await early.inputValue()
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
  await expect(await record()).toHaveValue(text)
})

test('what is being read keeps its place when abstracts come', async ({ page, visit }) => {
  const comeLate = await holdIndex(page)
  await visit('/search/?q=pruning+llm')
  const list = page.locator('[data-results]')
  const rows = list.locator('[data-paper]')
  const order = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-paper')))
  const inView = () =>
    rows.evaluateAll((all) =>
      all
        .map((row) => ({
          paper: row.getAttribute('data-paper'),
          top: row.getBoundingClientRect().top,
        }))
        .filter(({ top }) => top < innerHeight),
    )
  await expect(rows.first()).toBeVisible()
  const read = await inView()
  await comeLate()
  await expect(list).toHaveAttribute('data-state', 'ready')
  expect(await inView()).toEqual(read)
  const kept = await order()

  await page.getByRole('button', { name: 'Put in order' }).click()
  await expect(page.getByRole('button', { name: 'Put in order' })).toBeHidden()
  const ordered = await order()
  expect(ordered).not.toEqual(kept)
  expect(ordered.toSorted()).toEqual(kept.toSorted())
  await quickIndex(page)
  await page.reload()
  await expect(list).toHaveAttribute('data-state', 'ready')
  expect(await order()).toEqual(ordered)
})

test('a paper whose abstract shuts it out is no result, though its row stays', async ({
  page,
  visit,
}) => {
  const comeLate = await holdIndex(page)
  await visit('/search/?q=title:diffusion+-image')
  const list = page.locator('[data-results]')
  await expect(list.locator('[data-paper]').first()).toBeVisible()
  const rows = list.locator('li:has(h3)')
  const inView = () =>
    rows.evaluateAll((all) =>
      all.map((row) => row.getBoundingClientRect().top).filter((top) => top < innerHeight),
    )
  const read = await inView()
  await comeLate()
  await expect(list).toHaveAttribute('data-state', 'ready')
  const total = Number(await list.getAttribute('data-total'))
  expect(total).toBeLessThan(read.length)
  await expect(list.locator('[data-paper][data-match="all"]')).toHaveCount(total)
  expect(await inView()).toEqual(read)
  await expect(page.getByText('No match, now that abstracts are searched')).toHaveCount(
    read.length - total,
  )
  const marksOf = (which: string) => list.locator(`li${which} h3 mark`)
  await expect(marksOf('[data-paper]')).not.toHaveCount(0)
  await expect(marksOf(':not([data-paper])')).toHaveCount(0)
  await page.getByRole('button', { name: 'Put in order' }).click()
  await expect(rows).toHaveCount(total)
})

test('a row that has the focus is not taken away', async ({ page, visit }) => {
  const comeLate = await holdIndex(page)
  await visit('/search/?q=reasoning')
  const list = page.locator('[data-results]')
  const second = list.locator('[data-paper]').nth(1)
  const paper = await second.getAttribute('data-paper')
  await second.getByRole('link').focus()
  await comeLate()
  await expect(list).toHaveAttribute('data-state', 'ready')
  expect(await second.getAttribute('data-paper')).toBe(paper)
  await expect(second.getByRole('link')).toBeFocused()
})

test('new messages wait where they would move what is read', async ({ page, visit }) => {
  const comeLate = await holdIndex(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await visit('/search/?q=diffusion')
  const list = page.locator('[data-results]')
  await expect(list.locator('[data-paper]').first()).toBeVisible()
  const top = () => list.evaluate((element) => element.getBoundingClientRect().top)
  const before = await top()
  await comeLate()
  await expect(list).toHaveAttribute('data-state', 'ready')
  expect(await top()).toBe(before)
  await page.getByRole('button', { name: 'Put in order' }).click()
  await expect(page.getByText('Also searching')).toBeVisible()
})

test.describe('without abstracts', () => {
  test.beforeEach(({ page }) =>
    page.route('**/search-index/*/texts-*.json', (route) => route.abort()),
  )
  test.afterEach(({ faults }) => {
    faults.length = 0
  })

  test('results come without passages, which is said and can be tried again', async ({
    page,
    visit,
  }) => {
    await visit('/search/?q=pruning')
    const told = page.getByText('results show no passages')
    await expect(told).toBeVisible()
    await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
    await expect(page.locator('[data-paper]').first()).toBeVisible()
    await expect(page.getByText('Only titles and topics are searched')).toBeHidden()
    let files = 0
    page.on('download', () => files++)
    await page.getByText('Export', { exact: true }).click()
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'JSON', exact: true }).click()
    await file
    await page.keyboard.press('Escape')
    await page.unroute('**/search-index/*/texts-*.json')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('.snippet mark').first()).toBeVisible()
    await expect(told).toBeHidden()
    expect(files).toBe(1)
  })

  test('a phrase is sought in titles, and all its papers can’t be taken along', async ({
    page,
    visit,
  }) => {
    await visit('/search/?q=pruning')
    await expect(page.locator('[data-paper]').first()).toBeVisible()
    await page.locator('#query').fill('"network pruning"')
    await expect(page.getByText('Only titles and topics are searched')).toBeVisible()
    await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
    const titles = page.locator('[data-paper] h3')
    for (const title of await titles.all()) await expect(title).toContainText(/network pruning/i)
    await expect(titles).not.toHaveCount(0)
    await page.getByText('Export', { exact: true }).click()
    await page.getByRole('button', { name: 'JSON', exact: true }).click()
    await expect(page.getByText('The papers can’t be loaded just now.')).toBeVisible()
  })
})

test('a worker that does not start can be tried again', async ({ page, visit, faults }) => {
  await page.route('**/search-worker*', (route) => route.abort())
  await visit('/search/?q=pruning')
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'error')
  await page.unroute('**/search-worker*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('[data-paper]').first()).toBeVisible()
  faults.length = 0
})

test('who is offline is told so, and the search goes on by itself', async ({
  page,
  visit,
  context,
  faults,
}) => {
  await page.route('**/search-index/**', (route) => route.abort())
  await visit('/search/?q=pruning')
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'error')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('You seem to be offline')).toBeVisible()
  await page.unroute('**/search-index/**')
  await context.setOffline(false)
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
  faults.length = 0
})
