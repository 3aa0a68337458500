import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const all: axe.RunOptions = {
  runOnly: { type: 'tag', values: tags },
  // It belongs to WCAG 2.2 AA, but axe leaves it out unless asked.
  rules: { 'target-size': { enabled: true } },
}

// The other rules read the tree, texts and boxes, which are the same in both themes.
const ofColours: axe.RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/** What axe finds, one sentence for each of the first elements of each rule. */
async function axeFaults(page: Page, options: axe.RunOptions): Promise<string[]> {
  // Reading axe takes longer than running it on most pages, so a page reads it once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const violations = await page.evaluate(async (runOptions) => {
    // A transition half-way shows colours of neither theme.
    for (const animation of document.getAnimations()) animation.finish()
    const { axe: runner } = window as unknown as { axe: typeof axe }
    // What passes is not read, and listing it takes most of the time on a page of 465 papers.
    return (await runner.run({ ...runOptions, resultTypes: ['violations'] })).violations
  }, options)
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}

/** What axe finds in the page in one theme, which stays. */
export async function axeFaultsIn(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme })
  return axeFaults(page, all)
}

/** What axe finds in the page as it stands, in light and then in dark, by theme; it stays dark. */
export async function axeFaultsByTheme(page: Page): Promise<{ light: string[]; dark: string[] }> {
  const light = await axeFaultsIn(page, 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  return { light, dark: await axeFaults(page, ofColours) }
}

export const none = { light: [], dark: [] }
