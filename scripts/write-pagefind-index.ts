/**
 * After a build: `node scripts/write-pagefind-index.ts dist` puts Pagefind's files into the site's folder of
 * index files, if that is Pagefind's. The order in which Pagefind writes a filter's values differs from
 * run to run, so these files are not the same byte for byte; they answer alike.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { close, createIndex, type IndexFile } from 'pagefind'
import type { PagefindFragment } from '../src/search/pagefind-bundle.ts'
import { type IdsFile, readPaperId } from '../src/search/pagefind-files.ts'
import { pagefindRecords } from '../src/search/pagefind-records.ts'
import type { PapersFile, TopicsFile } from '../src/shared/model.ts'
import { searchEngineOf } from '../src/shared/search-engine.ts'
import { builtSearchFolders } from './built-search.ts'
import { readGenerated } from './read-generated.ts'

/** What browsers load. Pagefind writes interfaces of its own as well. */
const LOADED = /\.pf_\w+$|^wasm\.en\.pagefind$|^pagefind\.js$|^pagefind-entry\.json$/
const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/
/** Stands before the content of each of Pagefind's files. */
const SIGNATURE = 'pagefind_dcd'

const site = process.argv[2] ?? 'dist'
const folder = builtSearchFolders(site).find((name) => searchEngineOf(name) === 'pagefind')
if (folder) {
  const start = performance.now()
  const files = (await indexPapers()).filter(({ path }) => LOADED.test(path))
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  await writeFile(join(folder, 'ids.json'), JSON.stringify(listIds(files)))
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`search: ${files.length + 1} files of Pagefind in ${folder}, ${seconds} s`)
}

async function indexPapers(): Promise<IndexFile[]> {
  const { papers } = await readGenerated<PapersFile>('papers.json')
  const { topics } = await readGenerated<TopicsFile>('topics.json')
  const { index, errors } = await createIndex()
  if (!index) throw new Error(`Pagefind does not start: ${errors.join(' ')}`)
  try {
    for (const record of pagefindRecords(papers, topics)) {
      const added = await index.addCustomRecord(record)
      if (added.errors.length > 0) throw new Error(`${record.url}: ${added.errors.join(' ')}`)
    }
    const written = await index.getFiles()
    if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join(' ')}`)
    return written.files
  } finally {
    await close()
  }
}

function listIds(files: IndexFile[]): IdsFile {
  const ids = files.flatMap(({ path, content }) => {
    const name = FRAGMENT.exec(path)?.[1]
    if (name === undefined) return []
    const text = gunzipSync(content).toString().slice(SIGNATURE.length)
    return [[name, readPaperId((JSON.parse(text) as PagefindFragment).url)]]
  })
  return Object.fromEntries(ids) as IdsFile
}
