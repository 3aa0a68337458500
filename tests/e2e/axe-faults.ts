import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Each of these looks at colours or boxes, element by element, and takes longer than all others together.
const ofElements = ['color-contrast', 'link-in-text-block', 'target-size']
// The first two are all that differs between the themes.
const ofColours = ofElements.slice(0, 2)

const ofPage: axe.RunOptions = {
  runOnly: { type: 'tag', values: tags },
  rules: Object.fromEntries(ofElements.map((rule) => [rule, { enabled: false }])),
}

/** Of elements that look alike, so many are looked at one by one. */
const LIKE_MOST = 6

/**
 * Marks elements that are made like `LIKE_MOST` others, and all in them: the same tags and classes in them and around
 * them, as in a list of 465 papers. Their texts differ, their colours and distances do not.
 */
function markRepeated(page: Page): Promise<void> {
  return page.evaluate((most) => {
    const seen = new Map<string, number>()
    const kindOf = (element: Element) =>
      `${element.localName}.${element.getAttribute('class') ?? ''}`
    const contents = (element: Element): string =>
      [...new Set([...element.querySelectorAll('*')].map(kindOf))].sort().join()
    const visit = (element: Element, around: string): void => {
      const place = `${around}>${kindOf(element)}`
      const look = `${place}:${contents(element)}`
      const count = (seen.get(look) ?? 0) + 1
      seen.set(look, count)
      if (count <= most) for (const child of element.children) visit(child, place)
      else
        for (const one of [element, ...element.querySelectorAll('*')])
          one.setAttribute('data-repeated', '')
    }
    for (const one of document.querySelectorAll('[data-repeated]'))
      one.removeAttribute('data-repeated')
    visit(document.body, '')
  }, LIKE_MOST)
}

/** Keeps rules from the elements marked. To exclude those would compare each element with each of them. */
function skipRepeated(rules: readonly string[]): void {
  const { axe: runner } = window as unknown as { axe: typeof axe }
  const selectorOf = (rule: string) =>
    (rule === 'link-in-text-block' ? ['a[href]', '[role=link]'] : ['*'])
      .map((selector) => `${selector}:not([data-repeated])`)
      .join()
  runner.configure({ rules: rules.map((id) => ({ id, selector: selectorOf(id) })) })
}

/** Axe takes any link whose underline would have a thickness for an underlined one, in browsers that leave out "none". */
function showDecorations(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { text-decoration-thickness: auto !important }')
  document.adoptedStyleSheets.push(sheet)
}

/** What axe finds, one sentence for each of the first elements of each rule. */
async function axeFaults(
  page: Page,
  elementRules: readonly string[],
  { withPage }: { withPage: boolean },
): Promise<string[]> {
  // Reading axe takes longer than running it on most pages, so a page reads it once.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(source)
    await page.evaluate(skipRepeated, ofElements)
    await page.evaluate(showDecorations)
  }
  await markRepeated(page)
  const elementRun: axe.RunOptions = { runOnly: { type: 'rule', values: [...elementRules] } }
  const violations = await page.evaluate(
    async ([pageRun, byElement]) => {
      // A transition half-way shows colours of neither theme.
      for (const animation of document.getAnimations()) animation.finish()
      const { axe: runner } = window as unknown as { axe: typeof axe }
      // What passes is not read, and listing it takes most of the time on a page of 465 papers.
      const run = async (context: axe.ElementContext, options: axe.RunOptions) =>
        (await runner.run(context, { ...options, resultTypes: ['violations'] })).violations
      return [...(pageRun ? await run(document, pageRun) : []), ...(await run(document, byElement))]
    },
    [withPage ? ofPage : null, elementRun] as const,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}

/** What axe finds in the page in one theme, which stays. */
export async function axeFaultsIn(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme })
  return axeFaults(page, ofElements, { withPage: true })
}

/** What axe finds in the page as it stands, in light and then in dark, by theme; it stays dark. */
export async function axeFaultsByTheme(page: Page): Promise<{ light: string[]; dark: string[] }> {
  const light = await axeFaultsIn(page, 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  return { light, dark: await axeFaults(page, ofColours, { withPage: false }) }
}

export const none = { light: [], dark: [] }
