import type { z } from 'astro/zod'
import { byId } from '../../src/shared/code-unit-order.ts'
import {
  listingsSchema,
  mergesSchema,
  paraphrasesSchema,
  synonymsSchema,
} from './curated-schemas.ts'
import type { DatedListing } from './describe-listings.ts'
import { doubtListing } from './doubt-listing.ts'
import { type CuratedSynonyms, checkSynonyms } from './doubt-synonyms.ts'
import { inferListingYear } from './infer-years.ts'
import { decodeListing } from './listing-lines.ts'
import type { CuratedMerges } from './merge-sightings.ts'
import { isListingId } from './name-listing.ts'
import { parseListing } from './parse-listing.ts'
import type { PermalinkRegistry } from './permalink-registry.ts'
import type { CuratedParaphrases } from './place-paraphrases.ts'
import type { Problem } from './problem.ts'
import {
  type CuratedCorrections,
  type CuratedFact,
  isAbout,
  readCorrections,
} from './read-corrections.ts'
import { type CuratedFile, readCurated } from './read-curated.ts'
import { parseRegistry } from './registry-file.ts'
import { readTopicWeights, type TopicWeights } from './topic-weights.ts'
import { readVocabulary, type Vocabulary } from './vocabulary.ts'

/** The curated files that the data step reads. */
export const CURATED_FILES = [
  'listings.yaml',
  'merges.yaml',
  'corrections.yaml',
  'topics.yaml',
  'topic-weights.json',
  'synonyms.yaml',
  'paraphrases.yaml',
  'free-paraphrases.yaml',
  'topic-paraphrases.yaml',
] as const
export type CuratedName = (typeof CURATED_FILES)[number]

/** Everything the data step reads, as text or bytes. A file that is absent is null. */
export interface Sources {
  listings: { file: string; bytes: Uint8Array; sha256: string }[]
  /** Listings that are about to be added, which curated files may name. */
  coming?: readonly string[]
  registry: { file: string; text: string | null }
  curated: { folder: string; files: Record<CuratedName, string | null> }
}

/** The sources as understood. */
export interface ReadSources {
  /** In the order of their ids. */
  listings: DatedListing[]
  merges: CuratedMerges
  corrections: CuratedCorrections & { file: string }
  registry: { file: string; registry: PermalinkRegistry }
  /** Null when the sources hold no vocabulary; papers then have no topics. */
  topics: { vocabulary: Vocabulary; weights: TopicWeights } | null
  /** Everyday words that search leads to words of the field. */
  synonyms: CuratedSynonyms
  paraphrases: CuratedParaphrases
  freeParaphrases: CuratedParaphrases
  topicParaphrases: CuratedParaphrases
  /** What can hardly be right in a listing and yet is taken as it is. */
  doubts: Problem[]
  problems: Problem[]
}

/** Reads and checks every source, and collects all problems. */
export function readSources(sources: Sources): ReadSources {
  const { folder, files } = sources.curated
  const at = (name: CuratedName) => `${folder}/${name}`
  const facts = readCurated(at('listings.yaml'), files['listings.yaml'] ?? '', listingsSchema)
  const merges = readCurated(at('merges.yaml'), files['merges.yaml'] ?? '', mergesSchema)
  const corrections = readCorrections(files['corrections.yaml'] ?? '', at('corrections.yaml'))
  const said = readCurated(at('synonyms.yaml'), files['synonyms.yaml'] ?? '', synonymsSchema)
  const synonyms: CuratedSynonyms = {
    file: at('synonyms.yaml'),
    entries: said.value?.synonyms ?? [],
    lineOf: said.lineOf,
  }
  const registry = parseRegistry(sources.registry.file, sources.registry.text)
  const problems = [
    ...facts.problems,
    ...merges.problems,
    ...corrections.problems,
    ...registry.problems,
    ...said.problems,
    ...checkSynonyms(synonyms),
  ]
  const topics = readTopics(at, files, problems)
  const readParaphrases = (name: CuratedName): CuratedParaphrases => {
    const read = readCurated(at(name), files[name] ?? '', paraphrasesSchema)
    problems.push(...read.problems)
    const entries = Object.entries(read.value ?? {})
    return {
      file: at(name),
      entries: entries.map(([id, texts]) => ({ id, line: read.lineOf([id]), texts })),
    }
  }
  problems.push(...unknownListings(at('listings.yaml'), facts, sources))
  const { listings, doubts } = readListings(
    sources.listings,
    facts.value?.endsMidSentence ?? [],
    corrections.facts,
    problems,
  )
  return {
    listings,
    merges: placeMerges(at('merges.yaml'), merges),
    corrections: {
      file: at('corrections.yaml'),
      corrections: corrections.corrections,
      facts: corrections.facts,
    },
    registry: { file: sources.registry.file, registry: registry.registry },
    topics,
    synonyms,
    paraphrases: readParaphrases('paraphrases.yaml'),
    freeParaphrases: readParaphrases('free-paraphrases.yaml'),
    topicParaphrases: readParaphrases('topic-paraphrases.yaml'),
    doubts,
    problems,
  }
}

function readListings(
  files: Sources['listings'],
  endsMidSentence: string[],
  corrected: readonly CuratedFact[],
  problems: Problem[],
): Pick<ReadSources, 'listings' | 'doubts'> {
  if (files.length === 0)
    problems.push({
      file: 'data/listings',
      line: 1,
      message: 'no listing (*.txt) found; add a saved listing page',
    })
  const listings: DatedListing[] = []
  const doubts: Problem[] = []
  const firstWith = new Map<string, string>()
  for (const { file, bytes, sha256 } of files) {
    const same = firstWith.get(sha256)
    if (same !== undefined) {
      problems.push({
        file,
        line: 1,
        message: `has the same bytes as ${same}, so that its papers would count twice; delete one of the two`,
      })
      continue
    }
    firstWith.set(sha256, file)
    const decoded = decodeListing(file, bytes)
    if ('problem' in decoded) {
      problems.push(decoded.problem)
      continue
    }
    const id = listingId(file)
    if (!isListingId(id))
      problems.push({
        file,
        line: 1,
        message: `"${id}" can't be the address of a page for good; take the file out of the folder and add it with npm run add, or name it in lower-case letters, digits, single hyphens and underscores`,
      })
    const parsed = parseListing(file, decoded.text, {
      endsMidSentence: endsMidSentence.includes(id),
    })
    problems.push(...parsed.problems)
    const year = inferListingYear(parsed)
    const entries = parsed.entries.filter(({ title, date }) => {
      const about = corrected.filter((fact) => fact.field === 'date' && isAbout(fact, title))
      return !about.some(({ from }) => from === date?.text)
    })
    doubts.push(...doubtListing(id, decoded.text, { ...parsed, entries }, year.year))
    listings.push({ parsed, year, bytes: bytes.length, sha256 })
  }
  return {
    listings: listings.sort((a, b) => byId(a.parsed, b.parsed)),
    doubts,
  }
}

function listingId(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.txt$/, '')
}

function unknownListings(
  file: string,
  { value, lineOf }: CuratedFile<z.infer<typeof listingsSchema>>,
  { listings, coming = [] }: Sources,
): Problem[] {
  const known = new Set([...listings.map((listing) => listing.file), ...coming].map(listingId))
  return (value?.endsMidSentence ?? []).flatMap((id, index) =>
    known.has(id)
      ? []
      : {
          file,
          line: lineOf(['endsMidSentence', index]),
          message: `"${id}" is no listing; give the name of its file without ".txt", or remove it`,
        },
  )
}

function readTopics(
  at: (name: CuratedName) => string,
  files: Record<CuratedName, string | null>,
  problems: Problem[],
): ReadSources['topics'] {
  const [words, numbers] = [files['topics.yaml'], files['topic-weights.json']]
  if (words === null) return null
  const vocabulary = readVocabulary(at('topics.yaml'), words)
  const weights = readTopicWeights(at('topic-weights.json'), numbers ?? '')
  problems.push(...vocabulary.problems, ...weights.problems)
  return vocabulary.vocabulary && weights.weights
    ? { vocabulary: vocabulary.vocabulary, weights: weights.weights }
    : null
}

function placeMerges(
  file: string,
  { value, lineOf }: CuratedFile<z.infer<typeof mergesSchema>>,
): CuratedMerges {
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
