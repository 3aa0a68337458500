import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type SearchEngineName, searchEngineOf } from '../src/shared/search-engine.ts'

/** The folders of index files in a built site: one, or none in a site without search. */
export function builtSearchFolders(site: string): string[] {
  const folder = join(site, 'search-index')
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
}

/** The engine that a built site is searched with. */
export function builtSearchEngine(site: string): SearchEngineName {
  return builtSearchFolders(site).some((folder) => searchEngineOf(folder) === 'pagefind')
    ? 'pagefind'
    : 'minisearch'
}
