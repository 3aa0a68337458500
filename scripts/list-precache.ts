import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Precache } from '../src/offline/precache.ts'
import { builtSearchEngine, builtSearchFolders } from './built-search.ts'

/** How much the first visit may load to keep, in bytes with gzip. */
const BUDGET = 1_500_000

/** Pages and files that keep their name, each only if there is room for it, the most needed first. */
const shell = [
  'offline/',
  '',
  'search/',
  'favicon.svg',
  'icon-192.png',
  'site.webmanifest',
  'reading-list/',
  'reading-list/papers.json',
  'graph/',
  'topics/',
  'glossary/',
]

export interface PrecacheReport {
  precache: Precache
  /** Bytes with gzip. */
  size: number
  /** What found no room. */
  left: string[]
}

/**
 * What browsers keep of a built site from their first visit on: scripts, styles and fonts in any case, then pages, the
 * data of the map, the search index (or of it the titles) and the texts for its snippets, as far as there is room. What is
 * left out of these are kept file by file when they are used.
 */
export function listPrecache(site: string, budget = BUDGET): PrecacheReport {
  const assets = filesIn(site, '_astro')
  const map = filesIn(site, 'graph').filter((path) => path.endsWith('.json'))
  const [searchFolder = null] = builtSearchFolders(site).map(
    (folder) => `${folder.slice(join(site, '/').length)}/`,
  )
  // Pagefind's is meant to be loaded in parts.
  const isWhole = searchFolder !== null && builtSearchEngine(site) === 'minisearch'
  const index = isWhole ? filesIn(site, searchFolder.slice(0, -1)) : []

  const hash = createHash('sha256')
  const report = { size: 0, left: [] as string[] }
  const fits = (name: string, paths: readonly string[], isNeeded = false): boolean => {
    const contents = paths.map((path) => readFileSync(join(site, fileOf(path))))
    const size = contents.reduce((sum, content) => sum + sentSize(content), 0)
    if (!isNeeded && report.size + size > budget) {
      report.left.push(name)
      return false
    }
    report.size += size
    paths.forEach((path, at) => {
      hash.update(`${path}\0${createHash('sha256').update(contents[at]!).digest('hex')}\n`)
    })
    return true
  }

  const hashed = fits('assets', assets, true) ? [...assets] : []
  const kept = shell.filter((path) => fits(path, [path], path === 'offline/'))
  if (fits('the data of the map', map)) hashed.push(...map)
  const texts = index.filter((path) => /\/(?:texts|catalogue)-/.test(path))
  const needed = index.filter((path) => !texts.includes(path))
  if (fits('the search index', needed)) {
    hashed.push(...needed)
    if (fits('the texts of search', texts)) hashed.push(...texts)
  } else {
    // These alone find papers by their titles and topics.
    const titles = index.filter((path) => path.endsWith('/papers.json'))
    if (fits('the titles of search', titles)) hashed.push(...titles)
  }
  return {
    ...report,
    precache: { version: hash.digest('hex').slice(0, 12), shell: kept, hashed, searchFolder },
  }
}

/** Names of the files right in a folder of the site and below, with the folder, sorted. */
function filesIn(site: string, folder: string): string[] {
  return readdirSync(join(site, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesIn(site, path) : [path]
    })
    .sort()
}

function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

/** Fonts and pictures are compressed already; gzip makes them hardly smaller. */
function sentSize(content: Buffer): number {
  return Math.min(content.length, gzipSync(content).length)
}
