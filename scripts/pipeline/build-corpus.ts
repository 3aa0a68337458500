import { createHash } from 'node:crypto'
import type {
  Corpus,
  Listing,
  ListingIntersection,
  Paper,
  Quality,
} from '../../src/shared/model.ts'
import { assignIds } from './assign-ids.ts'
import { composePaper, readPaper } from './compose-papers.ts'
import { listingsSchema, mergesSchema } from './curated-schemas.ts'
import {
  type DatedListing,
  describeListings,
  intersectListings,
  listingDate,
} from './describe-listings.ts'
import { inferListingYear, resolveDate } from './infer-years.ts'
import { decodeListing } from './listing-lines.ts'
import { type MergeReason, mergeSightings } from './merge-sightings.ts'
import { parseListing } from './parse-listing.ts'
import type { PermalinkRegistry } from './permalink-registry.ts'
import type { Problem } from './problem.ts'
import { readCorrections } from './read-corrections.ts'
import { readCurated } from './read-curated.ts'
import { parseRegistry } from './registry-file.ts'
import { repairRules } from './repair-text.ts'
import { reportQuality } from './report-quality.ts'
import { sightingOf } from './sighting.ts'

/** Everything the data step reads, as text or bytes. */
export interface Sources {
  listings: { file: string; bytes: Uint8Array; sha256: string }[]
  registry: { file: string; text: string | null }
  curated: {
    folder: string
    listings: string | null
    merges: string | null
    corrections: string | null
  }
}

export interface BuiltCorpus {
  corpus: Corpus
  papers: Paper[]
  listings: Listing[]
  intersections: ListingIntersection[]
  quality: Quality
  registry: PermalinkRegistry
}

/**
 * Turns listings into papers. Pure: the same sources give the same result, whatever the order of
 * the files. With any problem in any source there is no corpus, and all problems are told.
 */
export function buildCorpus(
  sources: Sources,
  log: (what: string, count: string) => void = () => {},
): BuiltCorpus | { problems: Problem[] } {
  const curatedFile = (name: string) => `${sources.curated.folder}/${name}`
  const facts = readCurated(
    curatedFile('listings.yaml'),
    sources.curated.listings ?? '',
    listingsSchema,
  )
  const merges = readCurated(curatedFile('merges.yaml'), sources.curated.merges ?? '', mergesSchema)
  const corrections = readCorrections(
    sources.curated.corrections ?? '',
    curatedFile('corrections.yaml'),
  )
  const { registry, problems: registryProblems } = parseRegistry(
    sources.registry.file,
    sources.registry.text,
  )

  const problems = [
    ...facts.problems,
    ...merges.problems,
    ...corrections.problems,
    ...registryProblems,
  ]
  const listings: DatedListing[] = []
  for (const { file, bytes, sha256 } of sources.listings) {
    const decoded = decodeListing(file, bytes)
    if ('problem' in decoded) {
      problems.push(decoded.problem)
      continue
    }
    const id = file.replace(/^.*\//, '').replace(/\.txt$/, '')
    const endsMidSentence = facts.value?.endsMidSentence.includes(id) ?? false
    const parsed = parseListing(file, decoded.text, { endsMidSentence })
    problems.push(...parsed.problems)
    listings.push({ parsed, year: inferListingYear(parsed), bytes: bytes.length, sha256 })
  }
  if (sources.listings.length === 0)
    problems.push({
      file: 'data/listings',
      line: 1,
      message: 'no listing (*.txt) found; add a saved listing page',
    })
  listings.sort((a, b) => (a.parsed.id < b.parsed.id ? -1 : 1))
  const entries = listings.flatMap(({ parsed }) => parsed.entries)
  log('parse', `${entries.length} records in ${listings.length} listings`)

  const merged = mergeSightings(entries, curatedMerges(curatedFile('merges.yaml'), merges))
  problems.push(...merged.problems)
  log('merge', `${merged.groups.length} papers from ${entries.length} sightings`)

  const dates = new Map(listings.map((listing) => [listing.parsed.id, listingDate(listing)]))
  const readable = merged.groups.map((group) => readPaper(group, dates, corrections.corrections))
  const applied = new Set(readable.flatMap((paper) => paper.applied))
  for (const correction of corrections.corrections)
    if (!applied.has(correction))
      problems.push({
        file: curatedFile('corrections.yaml'),
        line: correction.line,
        message: `"${correction.from}" no longer stands in a ${correction.field} of "${correction.in}"; remove or adapt the correction`,
      })
  log('repair', `${readable.reduce((sum, paper) => sum + paper.corrections.length, 0)} corrections`)

  const ids = assignIds(
    readable.map(({ title, group }) => ({ title: title.text, ...group })),
    registry,
  )
  for (const id of ids.orphaned)
    problems.push({
      file: sources.registry.file,
      line: 1,
      message: `"${id}" was published, but no listing has it; restore its listing, or run: npm run permalinks -- withdraw ${id} --why "…"`,
    })
  for (const { title, id } of ids.conflicts)
    problems.push({
      file: sources.registry.file,
      line: 1,
      message: `"${title}" is registered as "${id}", which another paper holds; merge both in ${curatedFile('merges.yaml')}`,
    })
  if (problems.length > 0) return { problems }
  log(
    'ids',
    `${ids.assigned.length} permalinks, ${ids.added.length} new, ${ids.merged.length} merged`,
  )

  const listingById = new Map(listings.map((listing) => [listing.parsed.id, listing]))
  const reasons = new Map<string, MergeReason[]>()
  const warnings: string[] = []
  const papers = readable.flatMap((paper, index) => {
    const { id, withdrawn } = ids.assigned[index] as { id: string; withdrawn: boolean }
    if (withdrawn) return []
    reasons.set(id, paper.group.reasons)
    const sightings = paper.group.entries.map((entry) => {
      const { parsed, year } = listingById.get(entry.listing) as DatedListing
      const sighting = sightingOf(entry, resolveDate(entry, parsed, year.year))
      if (entry.date && !sighting.date)
        warnings.push(
          `${entry.listing}:${entry.lines[1]}: the year of "${entry.date.text}" is not in the source`,
        )
      return sighting
    })
    return [composePaper(paper, id, sightings, dates)]
  })
  papers.sort((a, b) => (a.id < b.id ? -1 : 1))
  log(
    'compose',
    `${papers.length} papers, ${papers.reduce((n, p) => n + p.resources.length, 0)} resources`,
  )

  return {
    corpus: {
      hash: createHash('sha256').update(JSON.stringify(papers)).digest('hex').slice(0, 12),
      papers: papers.length,
      sightings: entries.length,
      listings: listings.length,
    },
    papers,
    listings: describeListings(listings, papers),
    intersections: intersectListings(papers),
    quality: reportQuality(papers, reasons, repairRules, ids.registry, warnings),
    registry: ids.registry,
  }
}

function curatedMerges(
  file: string,
  read: ReturnType<typeof readCurated<import('astro/zod').z.infer<typeof mergesSchema>>>,
) {
  const { value, lineOf } = read
  return {
    file,
    merge: (value?.merge ?? []).map((entry, index) => ({
      ...entry,
      line: lineOf(['merge', index]),
    })),
    keepApart: (value?.keepApart ?? []).map((entry, index) => ({
      ...entry,
      line: lineOf(['keepApart', index]),
    })),
  }
}
