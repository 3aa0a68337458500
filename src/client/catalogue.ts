import {
  type Catalogue,
  type CatalogueContents,
  type CatalogueFile,
  openCatalogue,
  openParts,
} from '../reading-list/catalogue.ts'
import { partOf } from '../reading-list/catalogue-parts.ts'
import { loadPart } from './catalogue-part.ts'
import { siteHref } from './site-href.ts'

let file: CatalogueFile | null = null
const parts = new Map<number, CatalogueContents>()

/**
 * What the site knows now of these ids, and of all that were asked for before; null if it can't be loaded.
 * Of a large corpus no more is fetched.
 */
export async function loadCatalogue(ids: readonly string[]): Promise<Catalogue | null> {
  try {
    file ??= await fetchFile()
    if ('papers' in file) return openCatalogue(file)
    const { folder, starts } = file
    const wanted = new Set(ids.map((id) => partOf(id, starts)))
    await Promise.all(
      [...wanted].map(async (part) => parts.set(part, await loadPart(folder, part))),
    )
    return openParts(starts, parts)
  } catch {
    return null
  }
}

async function fetchFile(): Promise<CatalogueFile> {
  const response = await fetch(siteHref('/reading-list/papers.json'))
  if (!response.ok) throw new Error(`${response.status}`)
  return (await response.json()) as CatalogueFile
}
