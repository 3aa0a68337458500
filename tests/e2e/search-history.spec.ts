import type { Page } from '@playwright/test'
import { quickIndex } from './quick-index.ts'
import { expect, test } from './site.ts'

const results = (page: Page) => page.locator('[data-results][data-state="ready"]')
const input = (page: Page) => page.locator('#query')
const scrollOf = (page: Page) => page.evaluate(() => Math.round(scrollY))

test.beforeEach(({ page }) => quickIndex(page))

/** Scrolls, and waits until the page has taken note of it. */
async function scrollDown(page: Page, to: number): Promise<void> {
  await page.evaluate((y) => scrollTo(0, y), to)
  await expect
    .poll(() => page.evaluate(() => (history.state as { scroll: number }).scroll))
    .toBe(to)
}

test('typing changes the address of the entry, and Enter makes a new one', async ({
  page,
  visit,
}) => {
  await visit('/search/?q=pruning')
  await expect(results(page)).toBeVisible()
  const entries = await page.evaluate(() => history.length)
  await input(page).fill('quantiz')
  await expect(page).toHaveURL(/\?q=quantiz$/)
  await input(page).fill('quantization ')
  await expect(page).toHaveURL(/\?q=quantization$/)
  expect(await page.evaluate(() => history.length)).toBe(entries)
  await input(page).press('Enter')
  expect(await page.evaluate(() => history.length)).toBe(entries + 1)
  await page.goBack()
  await expect(input(page)).toHaveValue('pruning')
  await expect(page).toHaveURL(/\?q=pruning$/)
  await page.goForward()
  await expect(input(page)).toHaveValue('quantization')
})

test('Back undoes a filter and keeps the query that was only typed', async ({ page, visit }) => {
  await visit('/search/')
  await input(page).fill('bayesian')
  await expect(page).toHaveURL(/\?q=bayesian$/)
  await expect(results(page)).toBeVisible()
  const total = await results(page).getAttribute('data-total')
  await page.getByRole('group', { name: 'Year' }).getByRole('checkbox').first().check()
  await expect(page).toHaveURL(/year=/)
  await page.goBack()
  await expect(page).toHaveURL(/\?q=bayesian$/)
  await expect(results(page)).toHaveAttribute('data-total', total!)
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await page.goBack()
  await expect(page.getByText('are searched as you type')).toBeVisible()
})

test('pages are links, and Back leads to the page before at its place', async ({ page, visit }) => {
  await visit('/search/?q=bayesian')
  await expect(results(page)).toBeVisible()
  const firstTitle = await page.locator('[data-paper] h3').first().textContent()
  const next = page.getByRole('link', { name: 'Next' })
  await expect(next).toHaveAttribute('rel', 'next')
  await next.scrollIntoViewIfNeeded()
  const place = await scrollOf(page)
  await scrollDown(page, place)
  await next.click()
  await expect(page).toHaveURL(/page=2$/)
  await expect(page.locator('[data-paper] h3').first()).not.toHaveText(firstTitle!)
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeInViewport()
  await page.goBack()
  await expect(page.locator('[data-paper] h3').first()).toHaveText(firstTitle!)
  await expect.poll(() => scrollOf(page)).toBe(place)
})

test('a page that was kept in memory comes back with its query and place', async ({
  page,
  visit,
}) => {
  await visit('/search/?q=inference')
  await expect(results(page)).toBeVisible()
  await scrollDown(page, 700)
  // As Safari does.
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    scrollTo(0, 0)
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    document.querySelector<HTMLInputElement>('#query')!.form!.reset()
  })
  await expect(input(page)).toHaveValue('inference')
  await expect.poll(() => scrollOf(page)).toBe(700)
})

test('Back leads to where the page was left while it still scrolled', async ({ page, visit }) => {
  await visit('/search/?q=inference')
  await expect(results(page)).toBeVisible()
  await page.evaluate(() => {
    scrollTo(0, 700)
    document.querySelectorAll<HTMLAnchorElement>('[data-paper] h3 a')[4]!.click()
  })
  await expect(page).toHaveURL(/\/papers\//)
  await page.goBack()
  await expect(results(page)).toBeVisible()
  await expect.poll(() => scrollOf(page)).toBe(700)
})

for (const way of ['Back from a paper', 'reload', 'pasted link'] as const)
  test(`${way} restores query, filters, order and page`, async ({ page, visit }) => {
    await visit('/search/?q=inference&listing=001_1dc23a0cd6e0d5ac')
    await visit('/search/?q=inference&sort=newest&page=2')
    await expect(results(page)).toBeVisible()
    await page.getByRole('group', { name: 'Area' }).getByRole('checkbox').first().check()
    await expect(page).toHaveURL(/area=[\w-]+&sort=newest$/)
    await expect(results(page)).toBeVisible()
    await page.getByRole('link', { name: 'Next' }).click()
    await expect(page).toHaveURL(/&page=2$/)
    await expect(results(page)).toBeVisible()
    const ids = () =>
      page
        .locator('[data-paper]')
        .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.paper))
    await expect(page.getByText('Page 2 of')).toBeVisible()
    const before = await ids()
    const chosen = await page.getByRole('list', { name: 'Chosen filters' }).textContent()
    await scrollDown(page, 700)

    if (way === 'reload') await page.reload()
    else if (way === 'pasted link') {
      const address = page.url()
      await visit('/about/')
      await page.goto(address)
    } else {
      await page.locator('[data-paper] a').nth(4).click()
      await expect(page).toHaveURL(/\/papers\//)
      await page.goBack()
    }
    await expect(results(page)).toBeVisible()
    await expect.poll(ids).toEqual(before)
    await expect(input(page)).toHaveValue('inference')
    await expect(page.getByLabel('Sort')).toHaveValue('newest')
    await expect(page.getByText('Page 2 of')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Chosen filters' })).toHaveText(chosen!)
    if (way !== 'pasted link') await expect.poll(() => scrollOf(page)).toBe(700)
  })

test('an address in another form becomes the one form of its state', async ({ page, visit }) => {
  await visit('/search/?page=1&sort=relevance&topic=quantization,pruning-sparsity&q=%20low++bit%20')
  await expect(page).toHaveURL(/\/search\/\?q=low\+bit&topic=pruning-sparsity,quantization$/)
})

test('an address beyond the last page becomes that of the last', async ({ page, visit }) => {
  await visit('/search/?q=pruning&page=99')
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
  const total = Number(await page.locator('[data-results]').getAttribute('data-total'))
  await expect(page).toHaveURL(new RegExp(`&page=${Math.ceil(total / 20)}$`))
  await expect(page.locator('[data-paper]')).toHaveCount(total % 20 || 20)
})
