import { expect, test } from './site.ts'
import { longPaper, templates } from './templates.ts'

test.use({ colorScheme: 'dark' })

for (const { name, path } of templates) {
  test(`${name} prints dark on white, without navigation`, async ({ page, visit }) => {
    await visit(path)
    await page.emulateMedia({ media: 'print' })
    for (const navigation of await page.getByRole('navigation').all())
      await expect(navigation).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const ground = await page.evaluate(() => {
      const colors = [document.documentElement, document.body].map(
        (element) => getComputedStyle(element).backgroundColor,
      )
      return colors.filter((color) => color !== 'rgba(0, 0, 0, 0)')
    })
    for (const color of ground) expect(color).toBe('rgb(255, 255, 255)')
  })
}

test('a printed paper fits a few pages', async ({ page, visit }) => {
  await visit(longPaper)
  const pdf = await page.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.length).toBeLessThanOrEqual(4)
})
