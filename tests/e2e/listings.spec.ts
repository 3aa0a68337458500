import { readFileSync } from 'node:fs'
import type { ListingsFile } from '../../src/shared/model.ts'
import { expect, test } from './site.ts'

const { listings, intersections } = JSON.parse(
  readFileSync('dist/data/listings.json', 'utf8'),
) as ListingsFile

test('each number of papers leads to a search that finds as many', async ({ page, visit }) => {
  const numbersOf = async (path: string) => {
    await visit(path)
    return page
      .locator('main td a')
      .evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.textContent]))
  }
  const numbers = await numbersOf('/listings/')
  const pairs = listings.reduce((sum, { overlap }) => sum + overlap.length, 0)
  expect(numbers).toHaveLength(listings.length + pairs + intersections.length)
  numbers.push(...(await numbersOf(listings[0]!.url)))
  expect(numbers.length).toBeGreaterThan(listings.length + pairs + intersections.length)
  // Typed, the same is found sooner than on a new page.
  await visit('/search/')
  for (const [path, number] of new Map(numbers as [string, string][])) {
    const query = new URL(path, page.url()).searchParams.get('q')!
    await page.locator('#query').fill(query)
    const list = page.locator('[data-results]')
    await expect(list).toHaveAttribute('data-state', 'ready')
    expect(await list.getAttribute('data-total'), query).toBe(number.trim())
  }
})

test('rows of the overlap have one line in forced colours', async ({ page, visit }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await visit('/listings/')
  const row = page
    .getByRole('table', { name: 'Papers by the exact combination' })
    .getByRole('row')
    .nth(1)
  const colours = await row
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderTopColor))
  expect(colours.length).toBeGreaterThan(2)
  expect(new Set(colours).size).toBe(1)
})
