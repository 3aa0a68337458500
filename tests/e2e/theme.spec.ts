import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

declare global {
  interface Window {
    themeAtBody?: string | undefined
  }
}

const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme)
/** The colour of the whole page, whichever of the two elements has it. */
const groundOf = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, document.body]
      .map((element) => getComputedStyle(element).backgroundColor)
      .find((color) => color !== 'rgba(0, 0, 0, 0)'),
  )

/** Presses the button until the theme is the wanted one. */
async function choose(page: Page, wanted: string): Promise<void> {
  const button = page.locator('theme-toggle button')
  for (let press = 0; press < 3 && (await themeOf(page)) !== wanted; press++) await button.click()
  expect(await themeOf(page)).toBe(wanted)
}

for (const [system, chosen] of [
  ['light', 'dark'],
  ['dark', 'light'],
] as const) {
  test.describe(`on a ${system} system`, () => {
    test.use({ colorScheme: system })

    test(`${chosen} can be chosen, and the next page has it before it shows anything`, async ({
      page,
      visit,
    }) => {
      await visit('/')
      expect(await themeOf(page)).toBeUndefined()
      const systemGround = await groundOf(page)
      await choose(page, chosen)
      const chosenGround = await groundOf(page)
      expect(chosenGround).not.toBe(systemGround)

      // The browser paints nothing before there is a body.
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (!document.body) return
          window.themeAtBody = document.documentElement.dataset.theme
          observer.disconnect()
        }).observe(document, { childList: true, subtree: true })
      })
      await visit('/papers/')
      expect(await page.evaluate(() => window.themeAtBody)).toBe(chosen)
      expect(await groundOf(page)).toBe(chosenGround)
    })
  })
}

test('a theme chosen elsewhere is that of every open page', async ({ context, page, visit }) => {
  await visit('/')
  const other = await context.newPage()
  await other.goto(page.url())
  await choose(other, 'dark')
  await expect.poll(() => themeOf(page)).toBe('dark')
  await expect(page.locator('theme-toggle button')).toHaveAttribute('title', /^Theme: dark/)
})

test('a page that was kept in memory comes back in the theme chosen since', async ({
  page,
  visit,
}) => {
  await visit('/')
  await page.evaluate(() => {
    localStorage['lectern-theme'] = 'dark'
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  })
  expect(await themeOf(page)).toBe('dark')
  await expect(page.locator('theme-toggle button')).toHaveAttribute('title', /^Theme: dark/)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' })

  test('the theme of the system applies and no dead button shows', async ({ page, visit }) => {
    await visit('/')
    const dark = await groundOf(page)
    await expect(page.locator('theme-toggle button')).toBeHidden()
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await groundOf(page)).not.toBe(dark)
  })
})
