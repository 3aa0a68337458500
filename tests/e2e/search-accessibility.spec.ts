import { axeFaultsByTheme, none } from './axe-faults.ts'
import { expect, test } from './site.ts'

for (const width of [390, 1440]) {
  test(`the open list of suggestions has no fault that axe finds at ${width} px`, async ({
    page,
    visit,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await visit('/about/')
    await page.locator('#site-search').pressSequentially('quantiz')
    await expect(page.getByRole('group', { name: 'Papers' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    expect(await axeFaultsByTheme(page)).toEqual(none)
    await expect(page.getByRole('group', { name: 'Papers' })).toBeVisible()
  })

  test(`results have no fault that axe finds at ${width} px`, async ({ page, visit }) => {
    await page.setViewportSize({ width, height: 900 })
    await visit('/search/?q=specualtive+llm+decoding&exact=&topic=speculative-decoding')
    await expect(page.locator('[data-results]')).not.toHaveAttribute('data-state', 'loading')
    await page.getByText('Search tips').click()
    if (width === 390) await page.locator('summary').filter({ hasText: 'Filters' }).click()
    expect(await axeFaultsByTheme(page)).toEqual(none)
  })
}

test('the search record has no fault that axe finds', async ({ page, visit }) => {
  await visit('/search/?q=bayesian')
  await expect(page.locator('[data-results]')).toHaveAttribute('data-state', 'ready')
  await page.getByText('Export', { exact: true }).click()
  await page.getByRole('button', { name: 'Search record' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await axeFaultsByTheme(page)).toEqual(none)
  await expect(page.getByRole('dialog')).toBeVisible()
})
