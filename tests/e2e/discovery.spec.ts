import { readFileSync } from 'node:fs'
import { expect, test } from './site.ts'
import { longPaper, longTitle } from './templates.ts'

test.describe('an address that leads nowhere', () => {
  test.skip(({ site }) => Boolean(site.plain), 'a plain server has a page of its own for that')

  test('names what is at the likest address', async ({ page, visit, faults, site }) => {
    const mistyped = `${longPaper.slice(0, 20)}${longPaper.slice(21)}`
    expect(await visit(mistyped)).toBe(404)
    const suggestions = page.locator('nearest-pages a')
    await expect(suggestions.first()).toHaveText(longTitle)
    // Chromium itself writes the status of the page to the console, and nothing else may be there.
    expect(faults).toEqual([expect.stringContaining('status of 404')])
    faults.length = 0
    await suggestions.first().click()
    await expect(page).toHaveURL(new RegExp(`${site.base}${longPaper.slice(1)}$`))
    await visit('/topics/quantizaton/')
    await expect(page.locator('nearest-pages li').first()).toHaveText('TopicQuantization')
    faults.length = 0
  })

  test('suggests nothing where nothing is like it', async ({ page, visit, faults }) => {
    const answered = page.waitForResponse(/addresses\.json$/)
    await visit('/zzzzzz/')
    await (await answered).finished()
    await expect(page.locator('nearest-pages')).toBeHidden()
    faults.length = 0
  })
})

test('the search that a browser is told of finds papers', async ({ page, visit, site }) => {
  const description = readFileSync(`${site.root}/opensearch.xml`, 'utf8')
  const [, template = ''] = /type="text\/html" template="([^"]+)"/.exec(description) ?? []
  const { pathname, search } = new URL(template.replace('{searchTerms}', 'language+models'))
  // The archive keeps the address of the site it was made of, whose base is `/`.
  const base = site.plain ? '/' : site.base
  await visit(`/${pathname.slice(base.length)}${search}`)
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready', {
    timeout: 15_000,
  })
})
