import { expect, test } from './site.ts'
import { longPaper } from './templates.ts'

test('a printed paper fits a few pages', async ({ page, visit }) => {
  await visit(longPaper)
  const pdf = await page.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.length).toBeLessThanOrEqual(4)
})

test('a printed paper says how to cite it', async ({ page, visit, addressOf }) => {
  await visit(longPaper)
  const citation = page.locator('article > header p', { hasText: /^“.*”.*, https?:.*\/$/ })
  await expect(citation).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(citation).toBeVisible()
  await expect(citation).toContainText(new URL(addressOf(longPaper)).pathname)
})

test('printed results leave out what is for the screen', async ({ page, visit }) => {
  await visit('/search/?q=llm')
  const way = page.getByRole('link', { name: 'Only as typed' })
  await expect(way).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(way).toBeHidden()
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

test('the map is printed on a few pages, or its lists where they are chosen', async ({
  page,
  visit,
}) => {
  await visit('/graph/')
  await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
  const pdf = await page.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length).toBeLessThanOrEqual(4)
  await visit('/graph/?view=list')
  await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('table', { name: 'Topics' })).toBeVisible()
})
