import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyProject } from '../../scripts/copy-project.ts'
import { serve } from '../../scripts/serve.ts'
import { test as base, expect } from './site.ts'

/** Builds what search needs of a site of one listing, with Pagefind named as its engine. */
function buildSmallSite(folder: string): void {
  copyProject(folder)
  const at = (name: string) => join(folder, name)
  const settings = readFileSync(at('src/site.ts'), 'utf8')
  writeFileSync(
    at('src/site.ts'),
    settings
      .replace(/(searchEngine: \w+ = )'\w+'/, "$1'pagefind'")
      // Most of what browsers would keep is not built here.
      .replace(/(keepsOffline: \w+ = )true/, '$1false'),
  )
  for (const listing of readdirSync(at('data/listings')).slice(1))
    rmSync(at(`data/listings/${listing}`))
  for (const name of ['corrections', 'merges', 'listings', 'paraphrases', 'free-paraphrases'])
    rmSync(at(`data/curated/${name}.yaml`))
  for (const name of ['permalinks', 'changes']) rmSync(at(`data/${name}.json`))
  const needed = ['search', 'search-index', '404.astro']
  for (const name of readdirSync(at('src/pages')))
    if (!needed.includes(name)) rmSync(at(`src/pages/${name}`), { recursive: true })
  execFileSync(process.execPath, ['scripts/build-site.ts'], { cwd: folder, stdio: 'pipe' })
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

  await visit('/search/?q=languaje+models')
  await expect(results).toHaveAttribute('data-state', 'none')
  await expect(page.getByText('Nothing close to “languaje models”')).toBeVisible()
})
