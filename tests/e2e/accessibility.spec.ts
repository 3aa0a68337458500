import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'
import { templates } from './templates.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules whose outcome depends on colours; the others say the same in both themes. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** What axe finds, one sentence for each of the first elements of each rule. */
async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    // There are no frames, and otherwise axe opens one more page for each analysis.
    .setLegacyMode(true)
    .options({
      // What passes is not read, and listing it takes most of the time on a page of 465 papers.
      resultTypes: ['violations'],
      ...(rules
        ? { runOnly: { type: 'rule', values: rules } }
        : {
            runOnly: { type: 'tag', values: tags },
            // It belongs to WCAG 2.2 AA, but axe leaves it out unless asked.
            rules: { 'target-size': { enabled: true } },
          }),
    })
  const { violations } = await builder.analyze()
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

for (const width of [390, 1440])
  for (const script of ['script', 'no script'])
    test.describe(`${width} px, ${script}`, () => {
      test.use({ colorScheme: 'light', viewport: { width, height: 900 } })

      for (const { name, path } of templates) {
        test(`${name} has no fault that axe finds, light or dark`, async ({ page, visit }) => {
          if (script === 'no script') await emptyScripts(page)
          await visit(path)
          expect(await axeFaults(page), 'in light').toEqual([])
          await page.emulateMedia({ colorScheme: 'dark' })
          expect(await axeFaults(page, colourRules), 'in dark').toEqual([])
        })
      }
    })
