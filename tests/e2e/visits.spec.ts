import type { Page } from '@playwright/test'
import { overflowingElements, smallTargets } from './layout-faults.ts'
import { expect, test } from './site.ts'
import { templates } from './templates.ts'

test.use({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' })

/** What is printed of a page that is dark on the screen. */
async function printsDarkOnWhite(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  for (const navigation of await page.getByRole('navigation').all())
    await expect(navigation).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const grounds = await page.evaluate(() =>
    [document.documentElement, document.body]
      .map((element) => getComputedStyle(element).backgroundColor)
      .filter((color) => color !== 'rgba(0, 0, 0, 0)'),
  )
  for (const ground of grounds) expect(ground).toBe('rgb(255, 255, 255)')
}

/** The first stop of the keyboard is a link to the content. */
async function skipsHeader(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  const focused = page.locator(':focus')
  await expect(focused).toHaveAttribute('href', '#main')
  await expect(focused).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  // A page without links in its content goes on to what follows it.
  const isBeyondHeader = await page.evaluate(() => {
    const header = document.querySelector('body > header')
    return document.activeElement !== document.body && !header?.contains(document.activeElement)
  })
  expect(isBeyondHeader).toBe(true)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    for (const { name, path } of templates) {
      test(`${name} opens clean, fits 320 pixels, lets keys skip its header and prints dark on white`, async ({
        page,
        visit,
      }) => {
        expect(await visit(path)).toBe(200)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await overflowingElements(page)).toEqual([])
        expect(await smallTargets(page)).toEqual([])
        await skipsHeader(page)
        await printsDarkOnWhite(page)
      })
    }
  })
}

test('a transition to another page that is cut short is no fault', async ({ page, visit }) => {
  await page.addInitScript(() => {
    addEventListener('load', () => {
      Promise.reject(new DOMException('Transition was skipped', 'AbortError'))
      Promise.reject(new DOMException('Transition was aborted because …', 'InvalidStateError'))
    })
  })
  await visit('/')
  await page.evaluate(() => new Promise(requestAnimationFrame))
})
