import type { CatalogueContents } from '../reading-list/catalogue.ts'
import { partName } from '../reading-list/catalogue-parts.ts'
import { siteHref } from './site-href.ts'

const loaded = new Map<string, Promise<CatalogueContents>>()

/** A part of a split catalogue, loaded once. Rejects if it can't be; it is asked for again the next time. */
export function loadPart(folder: string, part: number): Promise<CatalogueContents> {
  const path = folder + partName(part)
  const known = loaded.get(path)
  if (known) return known
  const coming = fetchPart(path)
  loaded.set(path, coming)
  coming.catch(() => loaded.delete(path))
  return coming
}

async function fetchPart(path: string): Promise<CatalogueContents> {
  const response = await fetch(siteHref(path))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as CatalogueContents
}
