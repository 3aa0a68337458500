import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

/** Taps on the first shelf, by pixels to the right of its twentieth book. */
async function tapper(page: Page): Promise<(right: number) => Promise<void>> {
  const book = page.locator('.shelf').first().locator('.book').nth(20)
  await book.scrollIntoViewIfNeeded()
  const { x, y } = (await book.boundingBox())!
  return (right) => page.touchscreen.tap(x + 4 + right, y + 40)
}

test('a finger shows the titles of a shelf, and opens the one that is shown', async ({
  page,
  visit,
}) => {
  await visit('/')
  const tapAt = await tapper(page)
  const shown = page.locator('.book.shown')
  await tapAt(0)
  await expect(shown.locator('.tip')).toHaveCSS('opacity', '1')
  const first = await shown.innerText()
  await tapAt(60)
  await expect(shown).toHaveCount(1)
  await expect(shown).not.toHaveText(first)
  await expect(page).toHaveTitle('Lectern')

  const title = await shown.locator('.tip').textContent()
  await tapAt(60)
  await expect(page.locator('h1')).toHaveText(title ?? '')
})

for (const way of ['keyboard', 'mouse'])
  test(`by ${way} a book opens at once, whatever a touch has shown`, async ({ page, visit }) => {
    await visit('/')
    const tapAt = await tapper(page)
    await tapAt(0)
    const shown = page.locator('.book.shown')
    const title = await shown.locator('.tip').textContent()
    if (way === 'keyboard') await shown.press('Enter')
    else {
      const { x, y } = (await shown.boundingBox())!
      await tapAt(60)
      await page.mouse.click(x + 4, y + 40)
    }
    await expect(page.locator('h1')).toHaveText(title ?? '')
  })

test('arrow keys move along a shelf, which is one stop', async ({ page, visit }) => {
  await visit('/')
  const shelf = page.locator('.shelf').first()
  const books = shelf.locator('.book')
  await books.first().focus()
  await page.keyboard.press('ArrowLeft')
  await expect(books.first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(books.nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(books.last()).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Tab')
  await expect(page.locator('.shelf').nth(1).getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(books.nth(-2)).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+Tab')
  await expect(shelf.getByRole('link').first()).toBeFocused()
})
