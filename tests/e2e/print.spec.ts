import { expect, test } from './site.ts'
import { longPaper } from './templates.ts'

test('a printed paper fits a few pages', async ({ page, visit }) => {
  await visit(longPaper)
  const pdf = await page.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.length).toBeLessThanOrEqual(4)
})

test('printed results say what was asked, and where', async ({ page, visit, addressOf }) => {
  await visit('/search/?q=kv+cache&sort=newest')
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(
    page.getByText(`“kv cache”, ${addressOf('/search/?q=kv+cache&sort=newest')}`),
  ).toBeVisible()
})

test('the map begins on the first printed page', async ({ page, visit }) => {
  await visit('/graph/')
  await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
  await page.emulateMedia({ media: 'print' })
  // An A4 page without its margins, in pixels.
  await page.setViewportSize({ width: 718, height: 1046 })
  const stage = (await page.locator('[data-graph]').boundingBox())!
  expect(stage.y + stage.height).toBeLessThan(1046)
})
