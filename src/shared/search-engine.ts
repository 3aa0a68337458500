/** Which engine searches a site, known by its folder of index files from the build to the browser. */

export type SearchEngineName = 'minisearch' | 'pagefind'

/** What `src/site.ts` may say: one engine, or `auto` for the one that the number of papers calls for. */
export type SearchEngineSetting = SearchEngineName | 'auto'

/**
 * Most papers whose whole index a browser is to load. MiniSearch's takes about 0.5 kB of transfer for a
 * paper, and as much again for paraphrases; Pagefind loads only the parts that a query needs, but knows no typos, synonyms and fields.
 */
const MINISEARCH_PAPERS_MAX = 15_000

export function chooseSearchEngine(setting: SearchEngineSetting, papers: number): SearchEngineName {
  if (setting !== 'auto') return setting
  return papers <= MINISEARCH_PAPERS_MAX ? 'minisearch' : 'pagefind'
}

const PAGEFIND_PREFIX = 'pagefind-'

/** Site path of the folder of index files, with leading and trailing slash. `hash` names the content. */
export function searchFolderPath(engine: SearchEngineName, hash: string): string {
  return `/search-index/${engine === 'pagefind' ? PAGEFIND_PREFIX : ''}${hash}/`
}

/** The engine for a folder of index files, whatever stands before its name. */
export function searchEngineOf(folder: string): SearchEngineName {
  const name = folder.split('/').filter(Boolean).at(-1) ?? ''
  return name.startsWith(PAGEFIND_PREFIX) ? 'pagefind' : 'minisearch'
}
