import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

const field = (page: Page) => page.locator('#site-search')
const options = (page: Page) => page.locator('#site-search-list [role="option"]')

/** Types into the field of the header and waits for the suggestions to this text. */
async function typeQuery(page: Page, text: string): Promise<void> {
  await field(page).pressSequentially(text)
  await expect(options(page).last()).toContainText(`All results for “${text}”`)
  await expect(options(page).last()).toContainText(/\d papers?$/)
}

/** The option that the field calls active, or null. */
async function activeOption(page: Page): Promise<string | null> {
  const id = await field(page).getAttribute('aria-activedescendant')
  if (id === null) return null
  await expect(page.locator(`[id="${id}"]`)).toHaveAttribute('aria-selected', 'true')
  return page.locator(`[id="${id}"]`).textContent()
}

test('nothing of the search loads before somebody wants it', async ({ page, visit }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await visit('/topics/')
  expect(asked.filter((url) => /search-(worker|index)/.test(url))).toEqual([])
  await field(page).focus()
  await page.waitForRequest(/search-index/)
})

test('suggestions come in groups, and none is selected by itself', async ({ page, visit }) => {
  await visit('/topics/')
  const input = field(page)
  await expect(input).toHaveRole('combobox')
  await expect(input).toHaveAttribute('aria-expanded', 'false')
  await typeQuery(page, 'quantiz')
  await expect(input).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible()
  await expect(input).toHaveAttribute('aria-controls', 'site-search-list')
  await expect(page.getByRole('group', { name: 'Topics' })).toContainText('Quantization')
  await expect(
    page.getByRole('group', { name: 'Papers' }).getByRole('option').first(),
  ).toBeVisible()
  expect(await activeOption(page)).toBeNull()
  await expect(page.locator('header [role="status"]')).toContainText(/suggested/)
})

test('arrow keys go round the options and back to the field', async ({ page, visit }) => {
  await visit('/topics/')
  await typeQuery(page, 'quantiz')
  const texts = await options(page).allTextContents()
  for (const text of texts) {
    await page.keyboard.press('ArrowDown')
    expect(await activeOption(page)).toBe(text)
  }
  await page.keyboard.press('ArrowDown')
  expect(await activeOption(page)).toBeNull()
  await page.keyboard.press('ArrowUp')
  expect(await activeOption(page)).toBe(texts.at(-1))
  await page.keyboard.press('Home')
  expect(await activeOption(page)).toBeNull()
  await expect(field(page)).toBeFocused()
})

test('Enter opens the selected option, or else the results', async ({ page, visit }) => {
  await visit('/topics/')
  await typeQuery(page, 'quantiz')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/topics\/quantization\/$/)
  await typeQuery(page, 'draft tree')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\/\?q=draft\+tree$/)
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
})

test('the last option leads to all results', async ({ page, visit }) => {
  await visit('/topics/')
  await typeQuery(page, 'draft tree')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\/\?q=draft\+tree$/)
})

test('Escape closes the list and then empties the field', async ({ page, visit }) => {
  await visit('/topics/')
  await typeQuery(page, 'quantiz')
  await page.keyboard.press('Escape')
  await expect(page.locator('#site-search-list')).toBeHidden()
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false')
  await expect(field(page)).toHaveValue('quantiz')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('#site-search-list')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveValue('')
})

test('a page that was kept in memory comes back with the list closed', async ({ page, visit }) => {
  await visit('/topics/')
  await typeQuery(page, 'quantiz')
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await expect(page.locator('#site-search-list')).toBeHidden()
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false')
  await expect(field(page)).toHaveValue('quantiz')
})

test('Tab closes the list and goes on', async ({ page, visit }) => {
  await visit('/topics/')
  await typeQuery(page, 'quantiz')
  await page.keyboard.press('Tab')
  await expect(page.locator('#site-search-list')).toBeHidden()
  await expect(field(page)).not.toBeFocused()
})

test('an option can be clicked', async ({ page, visit }) => {
  await visit('/about/')
  await typeQuery(page, 'quantiz')
  await options(page).first().click()
  await expect(page).toHaveURL(/\/topics\/quantization\/$/)
})

for (const path of ['/about/', '/', '/search/'])
  test(`a slash and Ctrl+K lead to a search field on ${path}`, async ({ page, visit }) => {
    await visit(path)
    const input = path === '/search/' ? page.locator('#query') : field(page)
    for (const keys of ['/', 'Control+k']) {
      await page.keyboard.press(keys)
      await expect(input).toBeFocused()
      await expect(input).toHaveValue('')
      await input.blur()
    }
  })

test('a slash that is typed is a slash', async ({ page, visit }) => {
  await visit('/')
  await page.locator('#home-search').focus()
  await page.keyboard.type('and/or')
  await expect(page.locator('#home-search')).toHaveValue('and/or')
})

test('each example on the home page finds papers', async ({ page, visit }) => {
  await visit('/')
  const examples = page.getByRole('list', { name: 'Example searches' }).getByRole('link')
  const addresses = await examples.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')!),
  )
  expect(addresses.length).toBe(3)
  for (const address of addresses) {
    await visit(address)
    await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
    await expect(page.locator('[data-match="all"]').first()).toBeVisible()
  }
})

test('a failed index leaves the way to the results page', async ({ page, visit, faults }) => {
  await page.route('**/search-index/**', (route) => route.abort())
  await visit('/about/')
  await field(page).pressSequentially('pruning')
  await expect(page.getByText('Suggestions can’t be loaded just now.')).toBeVisible()
  await expect(options(page)).toHaveText(['All results for “pruning”'])

  // What failed is tried again with the next letter.
  await page.unroute('**/search-index/**')
  await field(page).pressSequentially(' ')
  await expect(options(page)).not.toHaveCount(1)
  await expect(page.getByText('Suggestions can’t be loaded just now.')).toBeHidden()
  for (const fault of faults) expect(fault).toMatch(/search-index|ERR_FAILED/)
  faults.length = 0
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the field is a plain form that opens the results page', async ({ page, visit }) => {
    await visit('/about/')
    await field(page).fill('pruning')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/search\/\?q=pruning$/)
    await expect(page.locator('noscript p')).toBeVisible()
    await expect(page.locator('[data-results]')).toBeHidden()
    for (const name of [/topics$/, /A to Z$/, 'By year', /listings$/])
      await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible()
  })
})
