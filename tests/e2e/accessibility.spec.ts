import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'
import { templates } from './templates.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, one sentence for each of the first elements of each rule. */
async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: tags },
      // It belongs to WCAG 2.2 AA, but axe leaves it out unless asked.
      rules: { 'target-size': { enabled: true } },
    })
    // There are no frames, and otherwise axe opens one more page for each analysis.
    .setLegacyMode(true)
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}

/** Leaves the page as it is without its scripts. With script switched off, axe itself could not run. */
async function emptyScripts(page: Page): Promise<void> {
  await page.route('**/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 1440])
    for (const script of ['script', 'no script'])
      test.describe(`${colorScheme}, ${width} px, ${script}`, () => {
        test.use({ colorScheme, viewport: { width, height: 900 } })

        for (const { name, path } of templates) {
          test(`${name} has no fault that axe finds`, async ({ page, visit }) => {
            if (script === 'no script') await emptyScripts(page)
            await visit(path)
            expect(await axeFaults(page)).toEqual([])
          })
        }
      })
