import { readFileSync } from 'node:fs'
import type { Paper, PapersFile } from '../../src/shared/model.ts'
import { expect, test } from './site.ts'

const TOPIC = 'chain-of-thought'
const path = `/topics/${TOPIC}/`
const { papers } = JSON.parse(readFileSync('dist/data/papers.json', 'utf8')) as PapersFile
const about = papers.filter(({ topics }) =>
  topics.some(({ id, grade }) => id === TOPIC && grade === 'main'),
)

test('papers are sorted by date, those without one last either way, and by comments', async ({
  page,
  visit,
}) => {
  await visit(path)
  const list = page.locator('#main ol:has([data-date])').first()
  const sortedBy = async (order: string, value: (paper: Paper) => string | number) => {
    await page.locator('sort-papers select').first().selectOption(order)
    const ids = await list
      .locator('[data-keep]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-keep')))
    expect([...ids].sort()).toEqual(about.map(({ id }) => id).sort())
    return ids.map((id) => value(about.find((paper) => paper.id === id)!))
  }
  const dates = about.flatMap(({ date }) => date?.value ?? []).sort()
  const undated = Array(about.length - dates.length).fill('')
  expect(undated.length).toBeGreaterThan(0)
  const dateOf = ({ date }: Paper) => date?.value ?? ''
  expect(await sortedBy('oldest', dateOf)).toEqual([...dates, ...undated])
  expect(await sortedBy('newest', dateOf)).toEqual([...dates.reverse(), ...undated])
  const commentsOf = ({ comments }: Paper) => comments ?? 0
  expect(await sortedBy('comments', commentsOf)).toEqual(
    about.map(commentsOf).sort((a, b) => b - a),
  )
})

test('a list of papers is still sorted when the reader comes back to it', async ({
  page,
  visit,
}) => {
  await visit(path)
  const sort = page.locator('sort-papers select').first()
  const first = page.locator('#main ol [data-date]').first()
  const filed = await first.textContent()
  await sort.selectOption('title')
  const sorted = (await first.textContent()) ?? ''
  expect(sorted).not.toBe(filed)
  await first.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/papers\//)
  await page.goBack()
  await expect(sort).toHaveValue('title')
  await expect(first).toHaveText(sorted)
})

test('one choice sorts those that use a topic, too', async ({ page, visit }) => {
  await visit(path)
  const titles = () =>
    page
      .locator('#main section:has(#also) ol [data-title-key]')
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.titleKey!))
  const filed = await titles()
  const byTitle = [...filed].sort()
  expect(filed).not.toEqual(byTitle)
  await page.locator('sort-papers select').selectOption('title')
  expect(await titles()).toEqual(byTitle)
  await page.locator('sort-papers select').selectOption('filed')
  expect(await titles()).toEqual(filed)
})
