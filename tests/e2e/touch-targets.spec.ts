import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'
import { longPaper } from './templates.ts'

/** What a finger is to hit at once, in CSS pixels. */
const MAIN_LEAST = 44
/** Anything else. */
const LEAST = 24

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

/** Controls, but those in tables, which are read more than used; the icon in a search field is a key of the keyboard. */
const MAIN =
  'main :is(button, select, input:is([type="search"], [name="find"]), .filters > summary, [data-part="take-along"] > summary)' +
  ':not(table *, form[role="search"] button, [data-part="near-choose"])'

test.describe('a finger hits', () => {
  for (const [name, path] of [
    ['what a search offers', '/search/?q=diffusion&area=vision-generation'],
    ['what moves the map', '/graph/?view=map'],
    ['what asks the map', '/graph/'],
    ['what keeps a paper of a list', '/topics/hallucination/'],
    ['what a paper offers', longPaper],
  ] as const)
    test(name, async ({ page, visit }) => {
      await visit(path)
      await expect(page.locator('[data-state="loading"]')).toHaveCount(0)
      await expect(page.locator(MAIN).filter({ visible: true })).not.toHaveCount(0)
      const small = await page.locator(MAIN).evaluateAll((all, least) => {
        const seen = all.filter((element) => element.checkVisibility({ visibilityProperty: true }))
        return seen.flatMap((element) => {
          const { width, height } = element.getBoundingClientRect()
          const name = element.getAttribute('aria-label') ?? element.textContent?.trim()
          return Math.min(width, height) < least ? `${name} ${width} × ${height}` : []
        })
      }, MAIN_LEAST)
      expect(small).toEqual([])
    })

  /** Words beside one another are as wide as they are long, and have to be high. */
  const heights = (page: Page, selector: string) =>
    page
      .locator(selector)
      .filter({ visible: true })
      .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().height))

  for (const [name, path, selector] of [
    ['the ways of the header', '/about/', 'header nav a'],
    ['map or list', '/graph/', '.views a'],
    ['the formats of a citation', longPaper, 'cite-paper label'],
  ] as const)
    test(name, async ({ page, visit }) => {
      await visit(path)
      await expect(page.locator(selector).first()).toBeVisible()
      expect(Math.min(...(await heights(page, selector)))).toBeGreaterThanOrEqual(MAIN_LEAST)
    })

  test('what the header suggests', async ({ page, visit }) => {
    await visit('/about/')
    await page.locator('#site-search').fill('calib')
    await expect(page.getByRole('option').first()).toBeVisible()
    expect(Math.min(...(await heights(page, '[role="option"]')))).toBeGreaterThanOrEqual(MAIN_LEAST)
  })

  test('the way home on the smallest phone', async ({ page, visit }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await visit('/about/')
    const home = (await page.locator('.wordmark').boundingBox())!
    expect(home.width).toBeGreaterThanOrEqual(LEAST)
    expect(home.height).toBeGreaterThanOrEqual(MAIN_LEAST)
  })
})
