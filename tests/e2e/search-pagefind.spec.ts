import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../../scripts/serve.ts'
import { copySmallProject, edit, runIn } from '../small-sites/small-site.ts'
import { test as base, expect } from './site.ts'

/** Builds what search needs of a site of one listing, with Pagefind named as its engine. */
function buildSmallSite(folder: string): void {
  copySmallProject(folder, ['search', 'search-index', '404.astro'])
  edit(folder, 'src/site.ts', (settings) =>
    settings.replace(/(searchEngine: \w+ = )'\w+'/, "$1'pagefind'"),
  )
  runIn(folder, 'scripts/build-site.ts')
}

const test = base.extend({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'lectern-pagefind-'))
      buildSmallSite(folder)
      const server = await serve({ root: join(folder, 'dist'), base: '/', port: 0 })
      await use(server)
      await server.close()
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

test('a site with the engine for many papers answers, and says what it cannot do', async ({
  page,
  visit,
}) => {
  const results = page.locator('[data-results]')
  await visit('/search/?q=language+models')
  await expect(results).toHaveAttribute('data-state', 'ready', { timeout: 15_000 })
  const first = results.locator('[data-paper]').first()
  await expect(first.locator('mark').first()).toHaveText(/^(language|model)/i)
  await expect(first.locator('.snippet')).not.toBeEmpty()
  await expect(page.getByText('typing errors are not corrected')).toBeVisible()

  const all = Number(await results.getAttribute('data-total'))
  await visit('/search/?q=language+models+has:code')
  await expect(results).toHaveAttribute('data-state', 'ready')
  expect(Number(await results.getAttribute('data-total'))).toBeLessThan(all)

  await visit('/search/')
  const year = page.getByRole('group', { name: 'Year' })
  await year.getByRole('checkbox').first().check()
  await expect(results).toHaveAttribute('data-state', 'ready')

  await visit('/search/?q=languaje+models')
  await expect(results).toHaveAttribute('data-state', 'none')
  await expect(page.getByText('Nothing close to “languaje models”')).toBeVisible()
})
