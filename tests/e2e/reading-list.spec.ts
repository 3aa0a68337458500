import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { PapersFile } from '../../src/shared/model.ts'
import { axeFaultsByTheme, none } from './axe-faults.ts'
import { overflowingElements, smallTargets } from './layout-faults.ts'
import { savedFile } from './saved-file.ts'
import { expect, test } from './site.ts'

const KEY = 'lectern-reading-list'
const { papers } = JSON.parse(readFileSync('dist/data/papers.json', 'utf8')) as PapersFile
const [first, second, third] = papers as [
  PapersFile['papers'][0],
  PapersFile['papers'][0],
  PapersFile['papers'][0],
]

const entries = (page: Page) => page.locator('[data-entry]')
const toggle = (page: Page) => page.locator('reading-toggle').getByRole('button')

async function idsOf(page: Page): Promise<(string | null)[]> {
  return entries(page).evaluateAll((items) => items.map((item) => item.getAttribute('data-entry')))
}

/** Puts a list into the browser before the page first loads. */
async function keep(page: Page, ids: string[], note = ''): Promise<void> {
  const text = JSON.stringify({
    schema: 1,
    entries: ids.map((id) => ({ id, title: `Old title of ${id}`, state: 'to-read', note })),
  })
  await page.addInitScript(
    ([key, value]) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value)
    },
    [KEY, text] as const,
  )
}

test('a paper is added on its page, and is then in the list', async ({ page, visit }) => {
  await visit(first.url)
  await toggle(page).click()
  await expect(toggle(page)).toHaveText('Remove from reading list')
  await page.locator('reading-toggle').getByRole('link', { name: 'your reading list' }).click()
  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page).getByRole('link')).toHaveText(first.title)
  await entries(page).getByRole('combobox').selectOption('reading')
  await expect(page.getByText('1 reading', { exact: true })).toBeVisible()
  await entries(page).getByText('Note', { exact: true }).click()
  await entries(page).getByRole('textbox').fill('compare with <b>others</b>')

  await visit(first.url)
  await toggle(page).click()
  await expect(page.locator('reading-toggle')).toContainText('Removed with its note')
  await toggle(page).click()
  await visit('/reading-list/')
  await expect(entries(page).getByRole('textbox')).toHaveValue('compare with <b>others</b>')
  await expect(entries(page).getByRole('combobox')).toHaveValue('reading')
})

test('an empty list says how to fill it, and loads no papers', async ({ page, visit }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await visit('/reading-list/')
  await expect(page.getByRole('heading', { name: 'Your list is empty' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(asked.filter((url) => url.endsWith('.json'))).toEqual([])
  await expect(page.getByRole('button', { name: 'BibTeX' })).toBeHidden()
})

for (const path of ['/search/?q=quantization', '/topics/quantization/', '/papers/'])
  test(`a mark beside a title keeps the paper, at ${path}`, async ({ page, visit }) => {
    await visit(path)
    const mark = page.getByRole('button', { name: /^Keep in reading list/ }).first()
    await expect(mark).toHaveAttribute('aria-pressed', 'false')
    await mark.click()
    await expect(mark).toHaveAttribute('aria-pressed', 'true')
    const id = await mark.getAttribute('data-reading-mark')
    await visit('/reading-list/')
    await expect(entries(page)).toHaveAttribute('data-entry', id!)
  })

test('the order follows buttons and keys, and the focus stays', async ({ page, visit }) => {
  await keep(page, [first.id, second.id, third.id])
  await visit('/reading-list/')
  await expect(entries(page).getByRole('link').first()).toHaveText(first.title)
  const down = entries(page)
    .first()
    .getByRole('button', { name: /^Move down/ })
  await down.focus()
  await page.keyboard.press('Enter')
  expect(await idsOf(page)).toEqual([second.id, first.id, third.id])
  await expect(page.getByText('Now 2 of 3')).toBeAttached()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Enter')
  expect(await idsOf(page)).toEqual([second.id, third.id, first.id])
  await expect(page.getByRole('button', { name: `Move down: ${first.title}` })).toBeFocused()

  await page.getByLabel('Sort by').selectOption('title')
  await expect(page.getByRole('button', { name: /^Move/ })).toHaveCount(0)
  await page.getByLabel('Sort by').selectOption('own')
  expect(await idsOf(page)).toEqual([second.id, third.id, first.id])
})

test('a removal is undone by the next key, with note and place', async ({ page, visit }) => {
  await keep(page, [first.id, second.id, third.id], 'mine')
  await visit('/reading-list/')
  await page.getByRole('button', { name: `Remove ${second.title}` }).click()
  expect(await idsOf(page)).toEqual([first.id, third.id])
  await expect(page.getByText(`Removed “${second.title}”.`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  expect(await idsOf(page)).toEqual([first.id, second.id, third.id])
  await expect(entries(page).nth(1).getByRole('textbox')).toHaveValue('mine')
  await expect(entries(page).nth(1).getByRole('link')).toBeFocused()
})

test('a phone shows what keeps a paper before its abstract', async ({ page, visit }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await visit(first.url)
  const button = (await toggle(page).boundingBox())!
  const abstract = page.locator('article .reading')
  expect(button.y + button.height).toBeLessThanOrEqual((await abstract.boundingBox())!.y)
  await toggle(page).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeFocused()
})

test('two tabs see each other’s changes', async ({ context, page, server, visit }) => {
  await visit('/reading-list/')
  const other = await context.newPage()
  await other.goto(server.url + first.url.slice(1))
  await toggle(other).click()
  await expect(entries(page)).toHaveCount(1)
  await entries(page)
    .getByRole('button', { name: /^Remove/ })
    .click()
  await expect(toggle(other)).toHaveText('Add to reading list')
})

test.describe('a shared link', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('carries the list, without notes unless asked', async ({ page, visit }) => {
    await keep(page, [first.id, second.id], 'for me, only')
    await visit('/reading-list/')
    const copied = async () => {
      await page.getByRole('button', { name: 'Copy link' }).click()
      await expect(page.getByText('Link copied.')).toBeVisible()
      return new URL(await page.evaluate(() => navigator.clipboard.readText())).hash
    }
    await entries(page).nth(1).getByRole('combobox').selectOption('read')
    expect(await copied()).toBe(`#list=${first.id},${second.id}`)
    await page.getByLabel('Include what I have read').check()
    await expect.poll(copied).toBe(`#list=${first.id},${second.id}~read`)
    await page.getByLabel('Include my notes').check()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(copied).toContain(`note=${first.id}~for%20me%2C%20only`)
  })

  test('opens as another’s list before it touches one’s own', async ({ page, visit }) => {
    await keep(page, [first.id], 'mine')
    await visit(`/reading-list/#list=${second.id}~read,${first.id},${third.id},no-such-paper`)
    const offer = page.getByRole('region', { name: 'A list shared with you' })
    await expect(offer).toContainText('3 papers. 1 of them is in your list already.')
    await expect(offer).toContainText('1 further id matches no paper')
    expect(await idsOf(page)).toEqual([first.id])
    expect(await axeFaultsByTheme(page)).toEqual(none)
    await offer.getByRole('button', { name: 'Choose none' }).click()
    await expect(offer.getByRole('button', { name: 'Add' })).toBeDisabled()
    await offer.getByRole('button', { name: 'Choose all' }).click()
    await offer.getByLabel(second.title).uncheck()
    await offer.getByRole('button', { name: 'Add 1 paper' }).click()
    expect(await idsOf(page)).toEqual([first.id, third.id])
    await expect(offer).toBeHidden()
    await expect(page).toHaveURL(/\/reading-list\/$/)
  })

  test('that is dismissed leaves nothing', async ({ page, visit }) => {
    await visit('/reading-list/')
    await page.evaluate((hash) => {
      location.hash = hash
    }, `list=${second.id}`)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(page).toHaveURL(/\/reading-list\/$/)
    await expect(page.getByRole('heading', { name: 'Your list is empty' })).toBeVisible()
  })
})

test('a new deployment renews titles and leads merged ids on', async ({ page, visit }) => {
  await page.route('**/reading-list/papers.json', async (route) => {
    const response = await route.fetch()
    const file = await response.json()
    await route.fulfill({
      response,
      json: {
        ...file,
        gone: [
          { id: 'merged-away', into: second.id },
          { id: 'taken-back', into: null },
        ],
      },
    })
  })
  await keep(page, ['merged-away', first.id, 'never-heard-of', 'taken-back'])
  await visit('/reading-list/')
  await expect(entries(page).getByRole('link')).toHaveText([
    second.title,
    first.title,
    'Old title of never-heard-of',
    'Old title of taken-back',
  ])
  // It has no date in the source, which says nothing of its being there.
  expect(second.date).toBeNull()
  await expect(entries(page).nth(0)).not.toContainText('Not among the papers')
  await expect(entries(page).nth(2)).toContainText('Not among the papers on the site today.')
  await expect(entries(page).nth(3)).toContainText('Withdrawn from the site.')
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toContain(second.title)
})

test('without a connection the list shows what it knows, and with one what the site does', async ({
  page,
  context,
  visit,
  faults,
}) => {
  await page.route(/\/(reading-list|papers)\/[^/]+\.(json|bib)$/, (route) => route.abort())
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await keep(page, [first.id], 'as I noted')
  await visit('/reading-list/')
  await expect(page.getByText('current titles can’t be loaded just now')).toBeVisible()
  await expect(entries(page)).toContainText(`Old title of ${first.id}`)
  await expect(entries(page).getByRole('textbox')).toHaveValue('as I noted')
  await expect(entries(page)).not.toContainText('Not among the papers')
  await page.getByRole('button', { name: 'BibTeX' }).click()
  await expect(page.getByText('The papers can’t be loaded just now.')).toBeVisible()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Copying is blocked here.').getByRole('link')).toHaveAttribute(
    'href',
    new RegExp(`#list=${first.id}$`),
  )

  await page.unrouteAll()
  await context.setOffline(true)
  await context.setOffline(false)
  await expect(entries(page)).toContainText(first.title)
  await expect(page.getByText('current titles can’t be loaded just now')).toBeHidden()
  // The requests that were ended here.
  faults.length = 0
})

test('blocked storage is said, and the list works for the page', async ({ page, visit }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
  })
  await visit(first.url)
  await toggle(page).click()
  await expect(page.locator('reading-toggle')).toContainText('gone when you leave this page')
  await expect(toggle(page)).toHaveText('Remove from reading list')
  await visit(`/reading-list/#list=${second.id}`)
  await page.getByRole('button', { name: 'Add 1 paper' }).click()
  await expect(entries(page)).toHaveCount(1)
  await expect(page.locator('reading-list-page [data-part="trouble"]')).toContainText(
    'Export it to keep it.',
  )
})

test('full storage is said, and the list lasts as long as the tab', async ({ page, visit }) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (key, value) {
      if (this === localStorage) throw new DOMException('full', 'QuotaExceededError')
      setItem.call(this, key, value)
    }
  })
  await visit(first.url)
  await toggle(page).click()
  await expect(page.locator('reading-toggle')).toContainText('until you close this tab')
  await visit('/reading-list/')
  await expect(entries(page)).toHaveCount(1)
  await expect(page.getByText('until you close this tab')).toBeVisible()
})

test('a list of a newer version is not written over', async ({ page, visit }) => {
  const newer = '{"schema":99,"lists":[]}'
  await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [KEY, newer] as const)
  await visit(first.url)
  await toggle(page).click()
  await expect(page.locator('reading-toggle')).toContainText('Reload the page')
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBe(newer)
})

test('the list can be taken along and brought in again', async ({ page, visit }) => {
  await keep(page, [second.id, first.id], 'my note')
  await visit('/reading-list/')
  await expect(entries(page).getByRole('link').first()).toHaveText(second.title)
  const beside = (extension: string) =>
    [second, first].map(({ id }) => readFileSync(`dist/papers/${id}.${extension}`, 'utf8'))
  expect((await savedFile(page, 'BibTeX')).text).toBe(beside('bib').join('\n'))
  expect((await savedFile(page, 'RIS')).text).toBe(beside('ris').join(''))
  expect(JSON.parse((await savedFile(page, 'CSL-JSON')).text)).toEqual(
    beside('csl.json').flatMap((text) => JSON.parse(text)),
  )
  expect((await savedFile(page, 'CSV')).text).toContain(`\r\n${first.id},`)
  expect((await savedFile(page, 'Markdown')).text).toContain('> my note')
  const json = (await savedFile(page, 'JSON')).text

  await page.getByRole('button', { name: 'Remove all papers' }).click()
  await expect(entries(page)).toHaveCount(0)
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'list.json',
    mimeType: 'application/json',
    buffer: Buffer.from(json),
  })
  await expect(page.getByRole('heading', { name: 'The list in list.json' })).toBeFocused()
  await page.getByRole('button', { name: 'Add 2 papers' }).click()
  expect(await idsOf(page)).toEqual([second.id, first.id])
  await expect(entries(page).first().getByRole('textbox')).toHaveValue('my note')

  await page.getByLabel('Choose a file').setInputFiles({
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"papers":[]}'),
  })
  await expect(page.getByText('This file contains no reading list.')).toBeVisible()

  await page.getByLabel('Choose a file').setInputFiles({
    name: 'later.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"schema":99,"lists":[]}'),
  })
  await expect(page.getByText('This file is from a newer version of the site.')).toBeVisible()

  await page.evaluate(() => {
    File.prototype.text = () => Promise.reject(new DOMException('', 'NotReadableError'))
  })
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'list.json',
    mimeType: 'application/json',
    buffer: Buffer.from(json),
  })
  await expect(page.getByText('This file can’t be read.')).toBeVisible()
})

test('a filled list has no fault of layout or that axe finds', async ({ page, visit }) => {
  await keep(page, [first.id, second.id], 'note')
  await visit('/reading-list/')
  await page.getByRole('button', { name: `Remove ${second.title}` }).click()
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflowingElements(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
  }
  expect(await axeFaultsByTheme(page)).toEqual(none)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says that the list needs it', async ({ page, visit }) => {
    await visit('/reading-list/')
    await expect(page.locator('noscript p')).toBeVisible()
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  })
})
