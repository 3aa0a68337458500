import type { Found } from '../compare/comparison.ts'
import type { ComparedTopicsFile } from '../compare/topics-told-apart.ts'
import type { Paper } from '../shared/model.ts'
import { exportPath, paperPath } from '../shared/paths.ts'
import { loadCatalogue } from './catalogue.ts'
import { siteHref } from './site-href.ts'

const loaded = new Map<string, Paper>()
let topics: ComparedTopicsFile | null = null

/** What the site knows of an id. A merged id has the file of the paper it leads to. */
export async function findPaper(id: string): Promise<Found> {
  const known = loaded.get(id)
  if (known) return { kind: 'paper', paper: known }
  try {
    const response = await fetch(siteHref(exportPath(paperPath(id), 'json')))
    if (response.status === 404) return await whyMissing(id)
    if (!response.ok) return { kind: 'failed' }
    const { paper } = (await response.json()) as { paper: Paper }
    loaded.set(id, paper)
    return { kind: 'paper', paper }
  } catch {
    return { kind: 'failed' }
  }
}

/** Names and colours of topics; null if they can't be loaded. */
export async function loadComparedTopics(): Promise<ComparedTopicsFile | null> {
  try {
    const response = topics ? null : await fetch(siteHref('/compare/topics.json'))
    if (response?.ok) topics = (await response.json()) as ComparedTopicsFile
  } catch {
    // Said by what is returned.
  }
  return topics
}

async function whyMissing(id: string): Promise<Found> {
  const catalogue = await loadCatalogue([id])
  return { kind: catalogue?.gone.get(id) === null ? 'withdrawn' : 'unknown' }
}
