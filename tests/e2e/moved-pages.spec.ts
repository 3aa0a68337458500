import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../../scripts/serve.ts'
import { copySmallProject, edit, runIn } from '../small-sites/small-site.ts'
import { test as base, expect } from './site.ts'

const ORIGINAL = 'multimodal-reasoning'
const PRESENT = 'reasoning-on-pictures'
const MERGED = 'vision-language-models'

/** Publishes a site of one listing, then builds it with one topic renamed and another merged into that one. */
function buildRenamed(folder: string): void {
  copySmallProject(folder, [
    'search',
    'search-index',
    'topics',
    'graph',
    '404.astro',
    '[...moved].astro',
  ])
  runIn(folder, 'scripts/build-data.ts')
  edit(folder, 'data/curated/topics.yaml', (text) =>
    text
      .replace(new RegExp(`  - id: ${MERGED}\\n(?: {4}.*\\n)+`), '')
      .replaceAll(ORIGINAL, PRESENT)
      .replaceAll(MERGED, PRESENT)
      .replace(`- id: ${PRESENT}\n`, `- id: ${PRESENT}\n    formerly: [${ORIGINAL}, ${MERGED}]\n`),
  )
  runIn(folder, 'scripts/build-site.ts')
}

let folder: string

const test = base.extend({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern.
    async ({}, use) => {
      // Not before, as the file is read by processes that run no test of it.
      folder = mkdtempSync(join(tmpdir(), 'lectern-moved-'))
      buildRenamed(folder)
      const server = await serve({ root: join(folder, 'dist'), base: '/', port: 0 })
      await use(server)
      await server.close()
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

test('all addresses of a topic that was renamed or merged lead to what it is now', async ({
  page,
  addressOf,
  visit,
}) => {
  const arrive = async (former: string, present: string) => {
    await page.goto(addressOf(former))
    await page.waitForURL(addressOf(present))
  }
  const built = (name: string) => readFileSync(join(folder, 'dist/topics', name), 'utf8')
  for (const former of [ORIGINAL, MERGED]) {
    await arrive(`/topics/${former}/`, `/topics/${PRESENT}/`)
    for (const file of ['.bib', '.json', '/feed.xml', '/feed.json'])
      expect(built(former + file)).toBe(built(PRESENT + file))
  }
  await arrive(`/topics/chain-of-thought+${ORIGINAL}/`, `/topics/chain-of-thought+${PRESENT}/`)
  await arrive(`/topics/${ORIGINAL}+${MERGED}/`, `/topics/${PRESENT}/`)

  const results = page.locator('[data-results]')
  const counts: (string | null)[] = []
  for (const query of [`topic=${PRESENT}`, `topic=${ORIGINAL}`, `topic=${MERGED},${PRESENT}`]) {
    await visit(`/search/?${query}`)
    await expect(results).toHaveAttribute('data-state', 'ready')
    counts.push(await results.getAttribute('data-total'))
    await expect(page.getByRole('link', { name: 'Remove filter' })).toHaveText(
      'Remove filter Topic: Multimodal reasoning×',
    )
  }
  expect(Number(counts[0])).toBeGreaterThan(0)
  expect(new Set(counts).size).toBe(1)

  await visit(`/graph/?select=${MERGED}`)
  await expect(page.locator('[data-part="selection"]')).toContainText('Multimodal reasoning')
})
