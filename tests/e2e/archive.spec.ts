import { expect, test } from './site.ts'

test('search leads to a paper, and from there to its topic', async ({ page, visit }) => {
  await visit('/')
  await page.getByRole('combobox', { name: 'Search papers' }).fill('hallucination')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
  await expect(page.locator('.snippet mark').first()).toBeVisible()
  await page.locator('[data-paper] [data-title]').first().click()
  await expect(page).toHaveURL(/\/papers\/[^/]+\/$/)
  await expect(page.getByRole('heading', { name: 'Cite' })).toBeVisible()
  await page.getByRole('main').locator('a[href*="topics/"]').first().click()
  await expect(page).toHaveURL(/\/topics\/[^/]+\/$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('the map opens, and a topic on it leads to its page', async ({ page, visit }) => {
  await visit('/graph/')
  const map = page.locator('[data-graph]')
  await expect(map).toHaveAttribute('data-state', 'ready')
  await map.locator('[data-topic]').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Open topic' }).click()
  await expect(page).toHaveURL(/\/topics\/[^/]+\/$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('no page starts a service worker', async ({ page, visit }) => {
  await visit('/')
  await expect(page.locator('html')).not.toHaveAttribute('data-worker')
})
