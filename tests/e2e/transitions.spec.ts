import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

declare global {
  interface Window {
    /** Names of what stood on the page before and stands on this one, sorted, and the longest animation in ms. */
    carried?: { names: string[]; longest: number }
  }
}

/** What the transition to the page that now comes has carried there. */
const carried = (page: Page) =>
  page.waitForFunction(() => window.carried).then((it) => it.jsonValue())

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    addEventListener('pagereveal', ({ viewTransition }) => {
      viewTransition?.ready.then(() => {
        const effects = document.getAnimations().map(({ effect }) => effect as KeyframeEffect)
        const named = (kind: string) =>
          effects.flatMap(
            ({ pseudoElement }) =>
              pseudoElement?.match(`^::view-transition-${kind}\\((.*)\\)`)?.[1] ?? [],
          )
        const before = new Set(named('old'))
        window.carried = {
          names: [...new Set(named('new'))].filter((name) => before.has(name)).sort(),
          longest: Math.max(...effects.map((effect) => Number(effect.getTiming().duration))),
        }
      })
    })
  }),
)

for (const { from, path, link, names } of [
  {
    from: 'a list',
    path: '/topics/quantization/',
    link: '[data-title]',
    names: ['paper-spine', 'paper-title', 'root'],
  },
  {
    from: 'the results',
    path: '/search/?q=quantization',
    link: '[data-state="ready"] [data-title]',
    names: ['paper-spine', 'paper-title', 'root'],
  },
  {
    from: 'another paper',
    path: '/papers/3d-muppet-3d-multi-pigeon-pose-estimation-and-tracking/',
    link: 'aside [data-title]',
    names: ['paper-spine', 'paper-title', 'root'],
  },
  { from: 'a shelf', path: '/', link: '.book', names: ['paper-spine', 'root'] },
])
  test(`a paper comes along from ${from} to its page`, async ({ page, visit }) => {
    await visit(path)
    await page.locator('main').locator(link).first().click()
    await expect(page).toHaveURL(/\/papers\/[^/]+\/$/)
    const { names: found, longest } = (await carried(page))!
    expect(found).toEqual(names)
    expect(longest).toBeLessThanOrEqual(200)
  })
