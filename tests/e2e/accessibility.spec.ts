import type { Page } from '@playwright/test'
import { axeFaultsByTheme, axeFaultsIn, none } from './axe-faults.ts'
import { resize } from './layout-faults.ts'
import { expect, test } from './site.ts'
import { templates } from './templates.ts'

/** Leaves the page as it is without its scripts. With script switched off, axe itself could not run. */
async function emptyScripts(page: Page): Promise<void> {
  await page.route('**/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )
}

test.describe('with script', () => {
  // A page of 465 papers takes axe long where other work fills the machine.
  test.describe.configure({ timeout: 120_000 })

  for (const { name, path } of templates)
    test(`${name} has no fault that axe finds, narrow or wide, light or dark`, async ({
      page,
      visit,
    }) => {
      await visit(path)
      // What still comes would move things while axe measures them.
      await expect(page.locator('[data-state="loading"], [data-part="facets"]:empty')).toHaveCount(
        0,
      )
      for (const width of [390, 1440]) {
        await resize(page, width)
        expect.soft(await axeFaultsByTheme(page), `at ${width} px`).toEqual(none)
      }
    })
})

test.describe('without script', () => {
  test.describe.configure({ timeout: 120_000 })

  // What is there without script is there with it too, but for a few sentences: one look is enough.
  for (const { name, path } of templates)
    test(`${name} has no fault that axe finds`, async ({ page, visit }) => {
      await emptyScripts(page)
      await page.setViewportSize({ width: 390, height: 900 })
      await visit(path)
      expect(await axeFaultsIn(page, 'dark')).toEqual([])
    })
})
