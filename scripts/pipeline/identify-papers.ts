import type { Paraphrases, Synonyms, TopicNames } from '../../src/shared/readers-words.ts'
import { type AssignedIds, assignIds } from './assign-ids.ts'
import { type ReadablePaper, readPaper } from './compose-papers.ts'
import { listingDate } from './describe-listings.ts'
import { mergeSightings } from './merge-sightings.ts'
import type { PermalinkRegistry } from './permalink-registry.ts'
import { placeParaphrases, placeTopicParaphrases } from './place-paraphrases.ts'
import type { Problem } from './problem.ts'
import { type ReadSources, readSources, type Sources } from './read-sources.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Told after each step: what, and how many. */
export type StepLog = (what: string, count: string) => void

export interface ReadersWords {
  /** Everyday words that search leads to words of the field. */
  synonyms: Synonyms
  paraphrases: Paraphrases
  freeParaphrases: Paraphrases
  topicParaphrases: Paraphrases
  topicNames: TopicNames
}

/** What the sources hold, as far as it is known before any paper is made of it. */
export interface Identified {
  read: ReadSources
  vocabulary: Vocabulary
  /** One for each paper, withdrawn ones too, as `assigned` is. */
  readable: ReadablePaper[]
  assigned: AssignedIds['assigned']
  registry: PermalinkRegistry
  readersWords: ReadersWords
  /** By listing. */
  dates: Map<string, string | null>
}

/** Which papers there are, and under which ids; all problems of the sources where there is one. */
export function identifyPapers(
  sources: Sources,
  log: StepLog,
): Identified | { problems: Problem[] } {
  const read = readSources(sources)
  const { listings, problems } = read
  const entries = listings.flatMap(({ parsed }) => parsed.entries)
  log('parse', `${entries.length} records in ${listings.length} listings`)

  const merged = mergeSightings(entries, read.merges)
  problems.push(...merged.problems)
  log('merge', `${merged.groups.length} papers from ${entries.length} sightings`)

  const dates = new Map(listings.map((listing) => [listing.parsed.id, listingDate(listing)]))
  const readable = merged.groups.map((group) => readPaper(group, dates, read.corrections))
  problems.push(...staleCorrections(read, readable), ...emptyTexts(read, readable))
  log('repair', `${readable.reduce((sum, paper) => sum + paper.corrections.length, 0)} corrections`)

  const ids = assignIds(
    readable.map(({ title, group }) => ({ title: title.text, ...group })),
    read.registry.registry,
  )
  const vocabulary = read.topics?.vocabulary ?? { areas: [], field: [], topics: [] }
  const readersWords = placeReadersWords(read, ids.registry, vocabulary, problems)
  problems.push(...unresolved(read, ids))
  if (problems.length > 0) return { problems }
  log(
    'ids',
    `${ids.assigned.length} permalinks, ${ids.added.length} new, ${ids.merged.length} merged`,
  )
  const { assigned, registry } = ids
  return { read, vocabulary, readable, assigned, registry, readersWords, dates }
}

function placeReadersWords(
  read: ReadSources,
  registry: PermalinkRegistry,
  { topics }: Vocabulary,
  problems: Problem[],
): ReadersWords {
  const placed = placeParaphrases(read.paraphrases, registry)
  const free = placeParaphrases(read.freeParaphrases, registry)
  const ofTopics = placeTopicParaphrases(read.topicParaphrases, topics)
  problems.push(...placed.problems, ...free.problems)
  // Without a vocabulary every topic would be told to be unknown.
  if (read.topics) problems.push(...ofTopics.problems)
  return {
    synonyms: read.synonyms.entries,
    paraphrases: placed.paraphrases,
    freeParaphrases: free.paraphrases,
    topicParaphrases: ofTopics.paraphrases,
    topicNames: Object.fromEntries(
      topics.map(({ id, searched, parts }) => [id, { searched, parts }]),
    ),
  }
}

function staleCorrections(read: ReadSources, readable: ReadablePaper[]): Problem[] {
  const applied = new Set(readable.flatMap((paper) => [...paper.applied, ...paper.facts]))
  const { file, corrections, facts } = read.corrections
  return [...corrections, ...facts]
    .filter((correction) => !applied.has(correction))
    .map(({ line, from, field, in: title }) => ({
      file,
      line,
      message: `"${from}" no longer stands in the ${field} of "${title}"; remove or adapt the correction`,
    }))
}

/** Titles and abstracts that a correction leaves nothing of. */
function emptyTexts({ corrections: { file } }: ReadSources, readable: ReadablePaper[]): Problem[] {
  return readable.flatMap((paper) =>
    (['title', 'abstract'] as const).flatMap((field) => {
      const { text, applied } = paper[field]
      const last = applied.at(-1)
      return text.trim() !== '' || !last
        ? []
        : {
            file,
            line: last.line,
            message: `leaves nothing of the ${field} of "${last.in}"; say in "to" what to publish`,
          }
    }),
  )
}

function unresolved({ registry: { file }, merges }: ReadSources, ids: AssignedIds): Problem[] {
  return [
    ...ids.orphaned.map((id) => ({
      file,
      line: 1,
      message: `"${id}" was published, but no listing has it; restore its listing, or run: npm run permalinks -- withdraw ${id} --why "…"`,
    })),
    ...ids.conflicts.map(({ title, id }) => ({
      file,
      line: 1,
      message: `"${title}" is registered as "${id}", which another paper holds; merge both in ${merges.file}`,
    })),
  ]
}
