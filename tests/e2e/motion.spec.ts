import { expect, test } from './site.ts'
import { longPaper } from './templates.ts'

/** What a page moves or fades over time. */
function moving(): string[] {
  return [...document.querySelectorAll('body *')].flatMap((element) =>
    [null, '::before', '::after'].flatMap((part) => {
      const { transitionDuration, transitionProperty } = getComputedStyle(element, part)
      const isStill =
        transitionProperty === 'none' || transitionDuration.split(', ').every((one) => one === '0s')
      return isStill ? [] : `${element.tagName}${part ?? ''} ${transitionProperty}`
    }),
  )
}

test.describe('a reader who wants no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  for (const path of ['/', longPaper, '/graph/', '/search/?q=diffusion'])
    test(`sees none at ${path === longPaper ? 'a paper' : path}`, async ({ page, visit }) => {
      await visit(path)
      expect([...new Set(await page.evaluate(moving))]).toEqual([])
    })
})

test('what fades does so by opacity alone', async ({ page, visit }) => {
  await visit('/')
  expect([...new Set(await page.evaluate(moving))]).toEqual(['SPAN opacity'])
})

test('the map is fitted again after a fifth of a second', async ({ page, visit }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.clock.install()
  await visit('/graph/')
  await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
  await page.clock.pauseAt(Date.now() + 600_000)
  const place = () => page.locator('svg:visible .sheet').getAttribute('transform')
  const fitted = await place()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Fit' }).click()
  await page.clock.runFor(100)
  expect(await place()).not.toBe(fitted)
  // The last of its frames comes once the time is over.
  await page.clock.runFor(140)
  expect(await place()).toBe(fitted)
})
