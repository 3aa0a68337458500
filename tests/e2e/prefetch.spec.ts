import { expect, test } from './site.ts'

test('a page is fetched once a pointer or the focus rests on a link to it', async ({
  page,
  visit,
}) => {
  // Time stands still between steps, so that a slow machine lets no pointer rest.
  await page.clock.install({ time: 0 })
  await visit('/about/data/')
  await page.clock.pauseAt(3_600_000)
  const site = page.getByRole('navigation', { name: 'Site' })
  const fetched = async () => {
    await page.clock.runFor(80)
    const links = page.locator('link[rel="prefetch"]')
    return links.evaluateAll((all) =>
      all.map((link) => new URL((link as HTMLLinkElement).href).pathname),
    )
  }
  await site.getByRole('link', { name: 'Papers' }).hover()
  await site.getByRole('link', { name: 'Topics' }).hover()
  expect(await fetched()).toEqual(['/topics/'])
  await site.getByRole('link', { name: 'Map' }).focus()
  expect(await fetched()).toEqual(['/topics/', '/graph/'])
  for (const other of ['a[href="/topics/"]', 'a[download]', 'a[href^="#"]']) {
    await page.locator(`main ${other}, header ${other}`).first().hover()
    expect(await fetched(), other).toEqual(['/topics/', '/graph/'])
  }
})
