import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { GraphFile, TopicsFile } from '../../src/shared/model.ts'
import { expect, test } from './site.ts'

function published<T>(name: string): T {
  return JSON.parse(readFileSync(`dist/data/${name}`, 'utf8')) as T
}

const { topics, areas } = published<TopicsFile>('topics.json')
const { links } = published<GraphFile>('graph.json')
const LIST = '/graph/?view=list'

const topicTable = (page: Page) => page.getByRole('table', { name: 'Topics' })
const header = (page: Page, name: string) =>
  topicTable(page).getByRole('columnheader', { name, exact: true })

/** What stands in a column, from the top, in the rows that are shown. */
function column(page: Page, place: number): Promise<string[]> {
  return topicTable(page)
    .locator('tbody tr:not([hidden])')
    .evaluateAll(
      (rows, at) =>
        rows.map((row) => {
          const cell = (row as HTMLTableRowElement).cells[at]
          return (cell?.querySelector('a') ?? cell)?.textContent?.trim() ?? ''
        }),
      place,
    )
}

test('a header sorts by mouse: texts from A, numbers from the largest, and back', async ({
  page,
  visit,
}) => {
  await visit(LIST)
  const labels = topics.map(({ label }) => label).sort()
  await header(page, 'Topic').getByRole('button').click()
  await expect(header(page, 'Topic')).toHaveAttribute('aria-sort', 'ascending')
  expect(await column(page, 0)).toEqual(labels)
  await header(page, 'Topic').getByRole('button').click()
  await expect(header(page, 'Topic')).toHaveAttribute('aria-sort', 'descending')
  expect(await column(page, 0)).toEqual(labels.toReversed())

  await header(page, 'Papers').getByRole('button').click()
  await expect(header(page, 'Topic')).not.toHaveAttribute('aria-sort')
  const papers = (await column(page, 3)).map(Number)
  expect(papers).toEqual(papers.toSorted((a, b) => b - a))
})

test('a header sorts by keyboard and keeps the focus', async ({ page, visit }) => {
  await visit(LIST)
  const button = header(page, 'Area').getByRole('button')
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(header(page, 'Area')).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('Space')
  await expect(header(page, 'Area')).toHaveAttribute('aria-sort', 'descending')
  await expect(button).toBeFocused()
  const found = await column(page, 1)
  expect(found).toEqual(found.toSorted().toReversed())
})

test('rows that are worth the same keep their order', async ({ page, visit }) => {
  await visit(LIST)
  await header(page, 'Topic').getByRole('button').click()
  await header(page, 'Area').getByRole('button').click()
  const [names, found] = [await column(page, 0), await column(page, 1)]
  const expected = areas
    .map(({ label }) => label)
    .sort()
    .flatMap((area) => names.filter((_, at) => found[at] === area).sort())
  expect(names).toEqual(expected)
})

test('filters leave out rows, and it is said how many are shown', async ({ page, visit }) => {
  const { id, label } = areas[0]!
  await visit(`${LIST}&areas=${id}`)
  const isLinked = ({ id: topic }: { id: string }) =>
    links.some((link) => link.topics.includes(topic))
  const linked = topics.filter(isLinked)
  const own = linked.filter(({ area }) => area === id)
  // The same words beside the map and above the lists.
  await expect(
    page.getByText(`${own.length} of ${linked.length} topics with a link and`),
  ).toHaveCount(2)
  await expect(topicTable(page)).toBeVisible()
  expect(new Set(await column(page, 1))).toEqual(new Set([label]))
})

test('a selected topic is marked in its row and drawn on top', async ({ page, visit }) => {
  await visit(LIST)
  const { label } = topics.find(({ id }) => links.some((link) => link.topics.includes(id)))!
  const button = topicTable(page).getByRole('button', { name: `Select ${label}`, exact: true })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('heading', { name: `Around ${label}` })).toBeVisible()
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
})

test('a selected topic without links draws nothing', async ({ page, visit }) => {
  const { id } = topics.find(({ id }) => !links.some((link) => link.topics.includes(id)))!
  await visit(`${LIST}&select=${id}`)
  await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
  await expect(page.getByText('It is not on the map')).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Around / })).toBeHidden()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the lists name every topic and every link, and offer no button', async ({
    page,
    visit,
  }) => {
    await visit('/graph/')
    expect((await column(page, 0)).sort()).toEqual(topics.map(({ label }) => label).sort())
    const table = page.getByRole('table', { name: 'Links' })
    await expect(table.locator('tbody tr')).toHaveCount(links.length)
    await expect(page.locator('#list button:visible')).toHaveCount(0)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('what is in sight is named also when the phone is turned', async ({ page, visit }) => {
    await visit('/graph/')
    await expect(page.locator('[data-graph]')).toHaveAttribute('data-state', 'ready')
    const view = page.locator('.views [aria-current]')
    await expect(view).toHaveText('List')
    await page.setViewportSize({ width: 844, height: 390 })
    await expect(page.locator('[data-graph]')).toBeVisible()
    await expect(view).toHaveText('Map')
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(page.locator('[data-graph]')).toBeHidden()
    await expect(view).toHaveText('List')
  })

  test('a tap on a neighbour puts it in the middle, and no labels meet', async ({
    page,
    visit,
  }) => {
    await visit('/graph/')
    const drawing = page.locator('#list svg')
    const neighbour = drawing.getByRole('link').first()
    const title = await neighbour.locator('title').textContent()
    const name = title!.replace(/, \d+ papers? shared$/, '')
    expect(await meetingLabels(page)).toEqual([])
    await neighbour.tap()
    await expect(page.getByRole('heading', { name: `Around ${name}` })).toBeVisible()
    await expect(drawing).toHaveAttribute('aria-label', `${name} and the topics linked with it`)
    expect(await meetingLabels(page)).toEqual([])
  })
})

/** Labels of the neighbourhood that overlap as the browser sets them. */
function meetingLabels(page: Page): Promise<string[]> {
  return page.locator('#list svg text').evaluateAll((texts) => {
    const boxes = texts.map((text) => text.getBoundingClientRect())
    return boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter((b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top)
        .map(() => texts[at]?.textContent ?? ''),
    )
  })
}

test('a page without links, and so without a neighbourhood, works all the same', async ({
  page,
  visit,
}) => {
  await page.route(/\/graph\/\?/, async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    const body = html.replace(/<section class="near".*?<\/section>/s, '')
    expect(body).not.toBe(html)
    await route.fulfill({ response, body })
  })
  await visit(LIST)
  const choose = topicTable(page).locator('[data-part="choose"]').first()
  await choose.click()
  await expect(choose).toHaveAttribute('aria-pressed', 'true')
})
