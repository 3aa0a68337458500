import { type Catalogue, type CatalogueFile, openCatalogue } from '../reading-list/catalogue.ts'
import { siteHref } from './site-href.ts'

/** What is known of the papers before the catalogue is there, or if it does not come. */
export const noCatalogue: Catalogue = { papers: new Map(), gone: new Map() }

/** The papers that the site has now; null if they can't be loaded. */
export async function loadCatalogue(): Promise<Catalogue | null> {
  try {
    const response = await fetch(siteHref('/reading-list/papers.json'))
    return response.ok ? openCatalogue((await response.json()) as CatalogueFile) : null
  } catch {
    return null
  }
}
