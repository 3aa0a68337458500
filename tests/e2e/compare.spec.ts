import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { PapersFile } from '../../src/shared/model.ts'
import { comparePath, paperPath } from '../../src/shared/paths.ts'
import { axeFaultsByTheme, none } from './axe-faults.ts'
import { overflowingElements, smallTargets } from './layout-faults.ts'
import { savedFile } from './saved-file.ts'
import { expect, test } from './site.ts'

const { papers } = JSON.parse(readFileSync('dist/data/papers.json', 'utf8')) as PapersFile
type Paper = PapersFile['papers'][number]
const [first, second, third, fourth, fifth] = papers as [Paper, Paper, Paper, Paper, Paper]
const nearest = papers.find(({ id }) => id === first.related[0]!.id)!

const titles = (page: Page) => page.locator('.compared thead').getByRole('link')
const field = (page: Page) => page.getByRole('combobox', { name: 'Add a paper by its title' })
const status = (page: Page) => page.locator('compare-page > [data-part="announcement"]')

/** What `/compare/` shows for these papers, named as its address names them. */
function pathOf(...shown: (Paper | string)[]): string {
  return comparePath(shown.map((paper) => (typeof paper === 'string' ? paper : paper.id)))
}

function endOf(path: string): RegExp {
  return new RegExp(`${path.replace('?', '\\?')}$`)
}

test('a link on the page of a paper compares it with a related one', async ({ page, visit }) => {
  await visit(first.url)
  await page.getByRole('link', { name: `compare with ${nearest.title}` }).click()
  await expect(page).toHaveURL(endOf(pathOf(first, nearest)))
  await expect(titles(page)).toHaveText([first.title, nearest.title])
  const related = page.getByRole('region', { name: 'Related' })
  await expect(related).toContainText('B is first among A’s related papers')
  const facts = page.getByRole('table', { name: 'Facts and abstracts' })
  await expect(facts.getByRole('columnheader')).toHaveCount(2)
  await expect(facts.getByRole('row', { name: /^Abstract/ }).getByRole('cell')).toHaveCount(2)
})

test('four papers fit a narrow screen, without a fault that axe finds', async ({ page, visit }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await visit(pathOf(first, second, third, fourth))
  await expect(titles(page)).toHaveCount(4)
  expect(await overflowingElements(page)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  expect(await axeFaultsByTheme(page)).toEqual(none)
})

test('papers are added by keyboard, removed and swapped, and Back undoes each step', async ({
  page,
  visit,
}) => {
  await visit(pathOf(first))
  await expect(titles(page)).toHaveText([first.title])
  await expect(page.getByRole('region', { name: /related paper/ }).getByRole('link')).toHaveCount(
    first.related.length,
  )
  await field(page).fill(second.title)
  await expect(page.getByRole('option', { name: second.title })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(titles(page)).toHaveText([first.title, second.title])
  await expect(status(page)).toHaveText('Added. 2 papers in the comparison.')
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue('')

  await page.getByRole('button', { name: /^Swap with A/ }).click()
  await expect(titles(page)).toHaveText([second.title, first.title])
  await expect(titles(page).first()).toBeFocused()
  await expect(page).toHaveURL(endOf(pathOf(second, first)))
  await page.getByRole('button', { name: `Remove ${second.title}` }).click()
  await expect(titles(page)).toHaveText([first.title])
  await expect(titles(page)).toBeFocused()

  await page.goBack()
  await expect(titles(page)).toHaveText([second.title, first.title])
  await page.goBack()
  await expect(titles(page)).toHaveText([first.title, second.title])
  await page.goForward()
  await expect(titles(page)).toHaveText([second.title, first.title])
})

test('a paper that is still on its way is not lost to the next one', async ({ page, visit }) => {
  await visit(pathOf(first))
  await expect(titles(page)).toHaveText([first.title])
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(`**${paperPath(second.id).slice(0, -1)}.json`, async (route) => {
    await released
    await route.continue()
  })
  for (const { title } of [second, third]) {
    await field(page).fill(title)
    await expect(page.getByRole('option', { name: title })).toBeVisible()
    await page.keyboard.press('Enter')
  }
  release()
  await expect(titles(page)).toHaveText([first.title, second.title, third.title])
  await field(page).fill(second.title)
  await expect(page.getByRole('option', { name: second.title })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(status(page)).toHaveText('This paper is already in the comparison.')
  expect(await page.evaluate(() => history.length)).toBe(4)
})

test('the last paper that fits has the focus once it is added', async ({ page, visit }) => {
  await visit(pathOf(first, second, third))
  await expect(titles(page)).toHaveCount(3)
  await field(page).fill(fourth.title)
  await expect(page.getByRole('option', { name: fourth.title })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(titles(page)).toHaveCount(4)
  await expect(field(page)).toBeHidden()
  await expect(titles(page).last()).toBeFocused()
})

test('what a link names too often, too much or in vain is said, and the address is put right', async ({
  page,
  visit,
}) => {
  const file = (id: string) => `**${paperPath(id).slice(0, -1)}.json`
  await page.route(file('merged-away'), async (route) => {
    const url = route.request().url().replace('merged-away', second.id)
    await route.fulfill({ response: await route.fetch({ url }) })
  })
  await visit(pathOf(first, 'merged-away', first, third, fourth, fifth))
  await expect(titles(page)).toHaveText([first, second, third, fourth].map(({ title }) => title))
  await expect(page.getByText('The link names 5 papers; the first four are shown.')).toBeVisible()
  await expect(page.getByText(`“merged-away” is now part of “${second.title}”.`)).toBeVisible()
  await expect(page).toHaveURL(endOf(pathOf(first, second, third, fourth)))
  await expect(field(page)).toBeHidden()
})

test('ids of no paper are told from those of withdrawn ones', async ({ page, visit, faults }) => {
  await page.route('**/reading-list/papers.json', async (route) => {
    const response = await route.fetch()
    const file = await response.json()
    await route.fulfill({ response, json: { ...file, gone: [{ id: 'withdrawn', into: null }] } })
  })
  await visit(pathOf('no-such-paper', first, 'withdrawn'))
  await expect(page.getByText('There is no paper “no-such-paper” here.')).toBeVisible()
  await expect(page.getByText('“withdrawn” was withdrawn.')).toBeVisible()
  await expect(titles(page)).toHaveText([first.title])
  // The console tells of each file that is not there, and of nothing else.
  expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
  faults.length = 0
})

test('a paper that can’t be loaded keeps its place, and comes on a new try', async ({
  page,
  visit,
  faults,
}) => {
  const file = `**/papers/${second.id}.json`
  await page.route(file, (route) => route.abort())
  await visit(pathOf(first, second))
  await expect(page.getByText('1 paper can’t be loaded just now.')).toBeVisible()
  await expect(titles(page)).toHaveText([first.title])
  await expect(page).toHaveURL(endOf(pathOf(first, second)))
  await page.unroute(file)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(titles(page)).toHaveText([first.title, second.title])
  // The button that had the focus is gone.
  await expect(page.locator(':focus')).toHaveText(first.title)
  expect(faults.every((fault) => /ERR_FAILED|request failed/.test(fault))).toBe(true)
  faults.length = 0
})

test('the papers can be taken along', async ({ page, visit }) => {
  await visit(pathOf(second, first))
  const bib = await savedFile(page, 'BibTeX')
  expect(bib.name).toBe('comparison.bib')
  expect([...bib.text.matchAll(/^@misc\{(.+),$/gm)].map(([, id]) => id)).toEqual([
    second.id,
    first.id,
  ])
  const csl = JSON.parse((await savedFile(page, 'CSL-JSON')).text) as { id: string }[]
  expect(csl.map(({ id }) => id)).toEqual([second.id, first.id])
  expect((await savedFile(page, 'Markdown table')).text).toContain(`${paperPath(first.id)}) |`)
})

test('reading list and search lead to a comparison of the first four', async ({ page, visit }) => {
  await page.addInitScript(
    (text) => localStorage.setItem('lectern-reading-list', text),
    JSON.stringify({
      schema: 1,
      entries: [third, first].map(({ id, title }) => ({ id, title, state: 'to-read', note: '' })),
    }),
  )
  await visit('/reading-list/')
  await page.getByRole('link', { name: 'Compare the two' }).click()
  await expect(titles(page)).toHaveText([third.title, first.title])
  await visit('/search/?q=language')
  await page.getByText('Export', { exact: true }).click()
  await page.getByRole('link', { name: 'Compare the first four' }).click()
  await expect(titles(page)).toHaveCount(4)
})

test('without a paper the page says how to begin', async ({ page, visit }) => {
  await visit('/compare/')
  await expect(page.getByRole('heading', { name: 'No papers chosen yet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'BibTeX' })).toBeHidden()
})
