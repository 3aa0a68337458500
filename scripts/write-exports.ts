/**
 * Writes the exports beside the pages of a site: `node scripts/write-exports.ts dist`. Not made by Astro, for which
 * each file is a route: that takes several times as long as making and writing them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listExports } from '../src/formats/exports.ts'
import type { ListingsFile, PapersFile, PermalinksFile, TopicsFile } from '../src/shared/model.ts'
import { base, siteName, siteUrl } from '../src/site.ts'
import { readGenerated } from './read-generated.ts'

const site = process.argv[2] ?? 'dist'
const { corpus, papers } = await readGenerated<PapersFile>('papers.json')
const { topics, pairs, moved } = await readGenerated<TopicsFile>('topics.json')
const { listings } = await readGenerated<ListingsFile>('listings.json')
const { permalinks } = await readGenerated<PermalinksFile>('permalinks.json')
const published = { corpus, papers, topics, pairs, moved, listings, permalinks }
let count = 0
for (const { path, text } of listExports(published, { name: siteName, root: siteUrl + base })) {
  const file = join(site, path)
  mkdirSync(dirname(file), { recursive: true })
  // To wait for each of thousands of small files takes several times as long as to write them.
  writeFileSync(file, text)
  count++
}
console.log(`${count} files for reference managers and programs`)
