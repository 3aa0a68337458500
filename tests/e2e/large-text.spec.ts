import type { Page } from '@playwright/test'
import { overflowingElements, resize } from './layout-faults.ts'
import { expect, test } from './site.ts'
import { templates } from './templates.ts'

/** Sets the default size of letters in the browser, which no style of a page can do. */
async function setDefaultSize(page: Page, standard: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard } })
}

for (const size of [24, 32])
  test(`no page scrolls sideways on small phones with letters of ${size}`, async ({
    page,
    visit,
  }) => {
    test.setTimeout(180_000)
    await setDefaultSize(page, size)
    for (const { name, path } of templates) {
      await resize(page, 320)
      await visit(path)
      for (const width of [320, 390]) {
        await resize(page, width)
        expect.soft(await overflowingElements(page), `${name} at ${width} px`).toEqual([])
      }
    }
  })

test('the header keeps a field to type in on a small phone with letters twice as large', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 320, height: 844 })
  await setDefaultSize(page, 32)
  await visit('/papers/')
  const bar = page.getByRole('banner')
  expect((await bar.getByRole('combobox').boundingBox())!.width).toBeGreaterThan(240)
  for (const link of await bar.getByRole('navigation').getByRole('link').all()) {
    const box = (await link.boundingBox())!
    expect(box.x + box.width).toBeLessThanOrEqual(320)
  }
})

test('names of listings keep apart on a small phone with letters twice as large', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 320, height: 844 })
  await setDefaultSize(page, 32)
  await visit('/listings/')
  const boxes = await page
    .getByRole('table', { name: 'Papers by the exact combination' })
    .getByRole('columnheader')
    .evaluateAll((headers) =>
      headers.map((header) => {
        const range = document.createRange()
        range.selectNodeContents(header)
        const { left, right } = range.getBoundingClientRect()
        return { left, right }
      }),
    )
  expect(boxes.length).toBeGreaterThan(2)
  for (const [index, { left }] of boxes.entries())
    if (index > 0) expect(left - boxes[index - 1]!.right).toBeGreaterThan(0)
})
