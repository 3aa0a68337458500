import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  Listing,
  ListingsFile,
  Paper,
  PapersFile,
  PermalinksFile,
  QualityFile,
} from './shared/model.ts'

/** The only door to data/generated: loads each file once, at build, and fails loudly. */

const FOLDER = join(process.cwd(), 'data/generated')

/** The bytes of a generated file, as published under /data/. */
export function readGenerated(name: string): string {
  try {
    return readFileSync(join(FOLDER, name), 'utf8')
  } catch (error) {
    throw new Error(`data/generated/${name} can't be read; run "npm run data" first`, {
      cause: error,
    })
  }
}

function load<T extends { schema: number }>(name: string): T {
  const value = JSON.parse(readGenerated(name)) as T
  if (value.schema !== 1)
    throw new Error(
      `data/generated/${name} has schema ${value.schema}, not 1; run "npm run data" again`,
    )
  return value
}

export const { corpus, papers } = load<PapersFile>('papers.json')
export const { listings, intersections } = load<ListingsFile>('listings.json')
export const { quality } = load<QualityFile>('quality.json')
export const { permalinks } = load<PermalinksFile>('permalinks.json')

export const paperById: ReadonlyMap<string, Paper> = new Map(
  papers.map((paper) => [paper.id, paper]),
)

export const listingById: ReadonlyMap<string, Listing> = new Map(
  listings.map((listing) => [listing.id, listing]),
)

const inPrintedOrder = new Map<string, { rank: number; paper: Paper }[]>(
  listings.map(({ id }) => [id, []]),
)
for (const paper of papers)
  for (const { listing, rank } of paper.sightings)
    inPrintedOrder.get(listing)?.push({ rank, paper })
for (const entries of inPrintedOrder.values()) entries.sort((a, b) => a.rank - b.rank)

/** Papers of a listing in printed order, with their rank. Ranks of withdrawn papers are missing. */
export function papersInListing(listing: string): { rank: number; paper: Paper }[] {
  return inPrintedOrder.get(listing) ?? []
}

/** The papers before and after each sighting of a paper, in the order of its sightings. */
export function neighboursOf(paper: Paper): { previous: Paper | null; next: Paper | null }[] {
  return paper.sightings.map(({ listing, rank }) => {
    const entries = papersInListing(listing)
    // Ranks ascend from 1 and are nearly dense, so the entry stands at or just before rank - 1.
    let at = Math.min(rank, entries.length) - 1
    while (at > 0 && (entries[at]?.rank ?? 0) > rank) at--
    return { previous: entries[at - 1]?.paper ?? null, next: entries[at + 1]?.paper ?? null }
  })
}
