import type { Page } from '@playwright/test'
import { axeFaultsByTheme, none } from './axe-faults.ts'
import { expect, test } from './site.ts'
import { templates } from './templates.ts'

/** Leaves the page as it is without its scripts. With script switched off, axe itself could not run. */
async function emptyScripts(page: Page): Promise<void> {
  await page.route('**/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )
}

/** Scripts that follow the width of the window do so before the next frame. */
async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate(() => new Promise(requestAnimationFrame))
}

for (const script of ['script', 'no script'])
  test.describe(script, () => {
    // A page of 465 papers takes axe long where other work fills the machine.
    test.describe.configure({ timeout: 120_000 })

    for (const { name, path } of templates) {
      test(`${name} has no fault that axe finds, narrow or wide, light or dark`, async ({
        page,
        visit,
      }) => {
        if (script === 'no script') await emptyScripts(page)
        await visit(path)
        for (const width of [390, 1440]) {
          await resize(page, width)
          expect.soft(await axeFaultsByTheme(page), `at ${width} px`).toEqual(none)
        }
      })
    }
  })
