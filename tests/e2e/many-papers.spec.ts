import { readFileSync } from 'node:fs'
import type { Page, Route } from '@playwright/test'
import type { MapScriptData } from '../../src/map/model.ts'
import type { CatalogueContents } from '../../src/reading-list/catalogue.ts'
import { partName, splitCatalogue } from '../../src/reading-list/catalogue-parts.ts'
import type { GraphFile } from '../../src/shared/model.ts'
import { expect, test } from './site.ts'

/** The site as it loads its papers where they are too many for one file. */

const FOLDER = '/parts/'
const read = (name: string) => JSON.parse(readFileSync(`dist/${name}`, 'utf8'))
const contents: CatalogueContents = read('reading-list/papers.json')
const { papers } = contents
const [first, second, last] = [papers[0]!, papers[1]!, papers.at(-1)!]
const { starts, parts } = splitCatalogue({
  papers,
  gone: [{ id: `${first.id}-old`, into: last.id }],
})

/** Splits what the page loads; gives the parts that it has asked for. */
async function split(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route('**/reading-list/papers.json', (route) =>
    route.fulfill({ json: { schema: 1, folder: FOLDER, starts } }),
  )
  await page.route(`**${FOLDER}*`, (route) => {
    asked.push(partAsked(route))
    return fulfillPart(route)
  })
  await page.route(/\/graph\/[\da-f]+\.json$/, async (route) => {
    const data: MapScriptData = await (await route.fetch()).json()
    const unnamed = data.papers.map(({ year, topics }) => ({ year, topics }))
    await route.fulfill({ json: { ...data, papers: unnamed, catalogue: FOLDER } })
  })
  return asked
}

const partAsked = (route: Route) => route.request().url().split('/').at(-1)!

function fulfillPart(route: Route): Promise<void> {
  const name = partAsked(route)
  return route.fulfill({ json: parts[parts.findIndex((_, part) => partName(part) === name)] })
}

async function keep(page: Page, ids: string[]): Promise<void> {
  const entries = ids.map((id) => ({ id, title: `Old title of ${id}`, state: 'to-read', note: '' }))
  await page.addInitScript(
    (text) => localStorage.setItem('lectern-reading-list', text),
    JSON.stringify({ schema: 1, entries }),
  )
}

const titles = (page: Page) => page.locator('[data-entry] [data-title]')

test('a reading list loads the parts that its papers are in', async ({ page, visit }) => {
  const asked = await split(page)
  await keep(page, [first.id, 'zzz-unknown'])
  await visit('/reading-list/')
  await expect(titles(page).first()).toHaveText(first.title)
  await expect(page.locator('[data-entry]').nth(1)).toContainText('Not among the papers')
  expect(asked.sort()).toEqual([0, parts.length - 1].map(partName).sort())
})

test('an id that was merged leads to a paper of another part', async ({ page, visit }) => {
  const asked = await split(page)
  await keep(page, [`${first.id}-old`])
  await visit('/reading-list/')
  await expect(titles(page)).toHaveText(last.title)
  expect(asked[0]).toBe(partName(0))
})

test('a shared list has its titles, too, and no part is loaded twice', async ({ page, visit }) => {
  const asked = await split(page)
  await keep(page, [first.id])
  await visit(`/reading-list/#list=${second.id},${last.id}`)
  for (const { title } of [second, last])
    await expect(page.getByRole('checkbox', { name: title })).toBeChecked()
  await page.getByRole('button', { name: 'Add 2 papers' }).click()
  await expect(titles(page)).toHaveText([first, second, last].map(({ title }) => title))
  expect(asked).toEqual([0, parts.length - 1].map(partName))
})

test('the map loads titles of the topic that is chosen, or says that they do not come', async ({
  page,
  visit,
  faults,
}) => {
  const { topics } = read('data/graph.json') as GraphFile
  const { id } = [...topics].sort((a, b) => b.papers - a.papers)[0]!
  const asked = await split(page)
  await visit('/graph/')
  await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
  expect(asked).toEqual([])
  await visit(`/graph/?select=${id}`)
  const links = page.locator('[data-part="selection"] .papers a')
  await expect(links.first()).toBeVisible()
  const [title, href] = await links
    .first()
    .evaluate((link: HTMLAnchorElement) => [link.textContent, link.pathname])
  expect(papers.find(({ id }) => href === `/papers/${id}/`)?.title).toBe(title)

  await page.unroute(`**${FOLDER}*`)
  await page.route(`**${FOLDER}*`, (route) => route.abort())
  await visit(`/graph/?select=${id}&colour=year`)
  await expect(page.getByText('Titles can’t be loaded just now.')).toBeVisible()
  await expect(page.getByRole('link', { name: /^All \d+/ })).toBeVisible()

  await page.unroute(`**${FOLDER}*`)
  await page.route(`**${FOLDER}*`, fulfillPart)
  await page.getByLabel('First year').selectOption('2024')
  await expect(links.first()).toBeVisible()
  // The requests that were ended here.
  faults.length = 0
})
