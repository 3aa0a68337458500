import type { Page } from '@playwright/test'
import { overflowingElements } from './layout-faults.ts'
import { expect, test } from './site.ts'

const PAPER = '/papers/a-survey-of-scaling-in-large-language-model-reasoning/'

/** Where texts of papers stand. */
const PLACES = [
  ['/papers/', 'main a[data-title]'],
  ['/', '.tip'],
  [PAPER, 'h1'],
  [PAPER, '.abstract'],
  [PAPER, 'aside a[data-title]'],
  [PAPER, '.neighbours a'],
  [
    '/compare/?papers=a-survey-of-scaling-in-large-language-model-reasoning,explaining-neural-scaling-laws',
    'main .title',
  ],
  ['/search/?q=bayesian', 'main a[data-title]'],
  ['/search/?q=bayesian', '.snippet'],
] as const

const HEBREW = 'מודלי שפה: BERT'

/** Sets the text of the first such element; how far its Hebrew stands to the right of its English, in CSS pixels. */
function setText(page: Page, selector: string, text: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, text) => {
      element.textContent = text
      const leftOf = (from: number, to: number) => {
        const range = document.createRange()
        range.setStart(element.firstChild as Node, from)
        range.setEnd(element.firstChild as Node, to)
        return range.getBoundingClientRect().left
      }
      return leftOf(0, 5) - leftOf(text.length - 4, text.length)
    }, text)
}

test.use({ viewport: { width: 390, height: 844 } })

for (const [path, selector] of PLACES)
  test(`${selector} of ${path} runs as its text does, and breaks a word that is too wide`, async ({
    page,
    visit,
  }) => {
    await visit(path)
    await expect(page.locator(selector).first()).toHaveText(/\w/)
    expect(await setText(page, selector, HEBREW)).toBeGreaterThan(0)
    await setText(page, selector, 'W'.repeat(250))
    expect(await overflowingElements(page)).toEqual([])
  })

test('a query runs as its text does', async ({ page, visit }) => {
  await visit('/search/')
  const field = page.locator('#query')
  for (const [query, direction] of [
    ['בינה', 'rtl'],
    ['bayesian', 'ltr'],
  ] as const) {
    await field.fill(query)
    expect(await field.evaluate((input) => getComputedStyle(input).direction)).toBe(direction)
  }
})
