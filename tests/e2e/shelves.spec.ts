import { expect, test } from './site.ts'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

test('a finger shows the titles of a shelf, and opens the one that is shown', async ({
  page,
  visit,
}) => {
  await visit('/')
  const book = page.locator('.shelf').first().locator('.book').nth(20)
  await book.scrollIntoViewIfNeeded()
  const { x, y } = (await book.boundingBox())!
  const tapAt = (right: number) => page.touchscreen.tap(x + 4 + right, y + 40)
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
