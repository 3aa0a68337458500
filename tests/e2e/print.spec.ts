import { expect, test } from './site.ts'
import { longPaper } from './templates.ts'

test('a printed paper fits a few pages', async ({ page, visit }) => {
  await visit(longPaper)
  const pdf = await page.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.length).toBeLessThanOrEqual(4)
})
