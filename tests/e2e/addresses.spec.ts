import { expect, test } from './site.ts'
import { templates } from './templates.ts'

// Wherever the site lies only addresses differ, and with script a page asks for all of those.
test('each kind of page opens clean in a folder', async ({ page, visit }) => {
  test.setTimeout(180_000)
  for (const { name, path } of templates) {
    expect.soft(await visit(path), name).toBe(200)
    await expect.soft(page.getByRole('heading', { level: 1 }), name).toBeVisible()
  }
})

test('an unknown address gets the page for that, with status 404', async ({
  page,
  visit,
  faults,
  site,
}) => {
  test.skip(Boolean(site.plain), 'a plain server has a page of its own for that')
  expect(await visit('/nowhere/')).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // Chromium itself writes the status of the page to the console, and nothing else may be there.
  expect(faults).toEqual([expect.stringContaining('status of 404')])
  faults.length = 0
})
