import type { Page } from '@playwright/test'
import { layoutShift } from './layout-faults.ts'
import { expect, test } from './site.ts'

/** How far the page scrolls, in CSS pixels. */
const scrolls = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollHeight - innerHeight)

test.use({ viewport: { width: 1440, height: 900 } })

for (const [path, heading] of [
  ['/reading-list/', 'Your list is empty'],
  ['/compare/', 'No papers chosen yet'],
] as const)
  test(`${path} without papers fits the window, and nothing moves`, async ({ page, visit }) => {
    await visit(path)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    expect(await scrolls(page)).toBe(0)
    expect(await layoutShift(page)).toBe(0)
  })

test('the search page before a search ends soon after what it says', async ({ page, visit }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await visit('/search/')
  const last = page.locator('[data-part="start"]')
  await expect(last).toBeVisible()
  const { y, height } = (await last.boundingBox())!
  const footer = (await page.getByRole('contentinfo').boundingBox())!
  expect(footer.y - (y + height)).toBeLessThan(200)
})

test('where nothing is found, it is said below the field', async ({ page, visit }) => {
  await visit('/search/?q=zzzzqqq')
  const text = page.locator('[data-part="none-text"]')
  await expect(text).toBeVisible()
  const field = (await page.locator('#query').boundingBox())!
  expect((await text.boundingBox())!.x).toBe(field.x)
})
