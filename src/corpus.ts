import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import project from '../package.json' with { type: 'json' }
import { gatherMapData } from './map/data.ts'
import type { CatalogueContents, CatalogueFile } from './reading-list/catalogue.ts'
import { partName, splitCatalogue } from './reading-list/catalogue-parts.ts'
import { buildSearchIndex, formatIndex, type SearchSources } from './search/build-index.ts'
import { listPagefindNames } from './search/pagefind-records.ts'
import { counted } from './shared/facts.ts'
import { assignHues } from './shared/hues.ts'
import type {
  ChangesFile,
  GlossaryFile,
  GraphFile,
  Listing,
  ListingsFile,
  Paper,
  PapersFile,
  PermalinksFile,
  QualityFile,
  Topic,
  TopicsFile,
} from './shared/model.ts'
import { type FormerNames, formerIds } from './shared/moved.ts'
import { PAGE_MAX } from './shared/page-max.ts'
import {
  type FiledPapers,
  groupByListing,
  groupByTopic,
  papersOnBoth,
  resolvePermalinks,
} from './shared/paper-sets.ts'
import { nameFinder } from './shared/proper-names.ts'
import type { ParaphrasesFile, SynonymsFile } from './shared/readers-words.ts'
import { chooseSearchEngine, searchFolderPath } from './shared/search-engine.ts'
import { searchEngine } from './site.ts'

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
export const { areas, topics, pairs, moved } = load<TopicsFile>('topics.json')
export const graph = load<GraphFile>('graph.json')
export const { surprises, gaps } = graph
/** With the figures of their tests, which the map's script does not need. */
export const topicLinks = graph.links
export const { entries: glossary } = load<GlossaryFile>('glossary.json')
export const { quality } = load<QualityFile>('quality.json')
export const { permalinks, years: publishedYears } = load<PermalinksFile>('permalinks.json')
export const { opening, changes } = load<ChangesFile>('changes.json')
const { synonyms, topicNames } = load<SynonymsFile>('synonyms.json')
const { paraphrases, freeParaphrases, topicParaphrases } = load<ParaphrasesFile>('paraphrases.json')

/**
 * Whether lists from A to Z have a page for each letter. Counted in ids ever published, which never become fewer, so that
 * no such page is lost again.
 */
export const hasLetterPages = permalinks.length > PAGE_MAX

/** How many papers and topics have paraphrases, and how many these are. */
export const paraphrased = {
  papers: Object.keys(paraphrases).length,
  lines: [paraphrases, freeParaphrases].flatMap((of) => Object.values(of).flat()).length,
  topics: Object.keys(topicParaphrases).length,
  topicLines: Object.values(topicParaphrases).flat().length,
}

/** Whether no topic is linked to another, as where papers are few. */
export const isMapEmpty = graph.layouts.landscape.topics.length === 0

/** How many topics and links the map has, in words. */
export const mapSummary = `${counted(graph.layouts.landscape.topics.length, 'topic')} joined by ${counted(graph.links.length, 'link')}`

export const { ofArea: areaHue, ofTopic: topicHue, ofPaper: paperHues } = assignHues(areas, topics)

const catalogue: CatalogueContents = {
  papers: papers.map((paper) => ({
    id: paper.id,
    title: paper.title,
    date: paper.date?.value ?? null,
    yearInferred: paper.date?.yearInferred ?? false,
    hues: paperHues(paper),
  })),
  gone: permalinks.flatMap(({ id, state, into }) => (state === 'live' ? [] : [{ id, into }])),
}
const split = papers.length > PAGE_MAX ? splitCatalogue(catalogue) : null

/** What search knows of the papers. */
export const searchSources: SearchSources = {
  papers,
  topics,
  areas,
  listings,
  glossary,
  synonyms,
  topicNames,
  paraphrases,
  freeParaphrases,
  topicParaphrases,
}

const engine = chooseSearchEngine(searchEngine, papers.length)

/**
 * The files of the search index, by name. Built here and not in the data step, which has no time for it.
 * For Pagefind these are the names only: `scripts/write-pagefind-index.ts` puts its own files beside.
 */
const indexFiles: ReadonlyMap<string, string> =
  engine === 'pagefind'
    ? new Map([
        ['names.json', JSON.stringify(listPagefindNames({ papers, topics, areas, listings }))],
      ])
    : formatIndex(buildSearchIndex(searchSources))

/** The index, and beside it the parts of a catalogue that is split. */
export const searchFiles: ReadonlyMap<string, string> = new Map([
  ...indexFiles,
  ...(split?.parts ?? []).map((part, at) => [partName(at), JSON.stringify(part)] as const),
])

/** Site path of the folder of index files, named for their content, with leading and trailing slash. */
export const searchFolder = searchFolderPath(
  engine,
  contentHash(
    engine === 'pagefind'
      ? [...searchFiles, ['pagefind', project.devDependencies.pagefind], ['papers', corpus.hash]]
      : searchFiles,
  ),
)

/** What the reading list knows of the papers, or where its parts are. */
export const catalogueFile: CatalogueFile = {
  schema: 1,
  ...(split ? { folder: searchFolder, starts: split.starts } : catalogue),
}

/** What the map shows, and where its script finds it: a path named for its content. */
export const mapData = gatherMapData(graph, topics, areas, papers)
const { layouts: _, ...scriptData } = mapData
export const mapDataText = JSON.stringify(
  split
    ? {
        ...scriptData,
        papers: mapData.papers.map(({ year, topics: of }) => ({ year, topics: of })),
        catalogue: searchFolder,
      }
    : scriptData,
)
export const mapDataPath = `/graph/${contentHash([['map', mapDataText]])}.json`

/** What areas and topics were called before, for addresses that name them. */
export const formerNames: FormerNames = {
  areas: Object.fromEntries(formerIds(areas)),
  topics: Object.fromEntries(formerIds(topics)),
}

export const paperById: ReadonlyMap<string, Paper> = new Map(
  papers.map((paper) => [paper.id, paper]),
)

const finalIds = resolvePermalinks(permalinks)

/** The paper that an id ever published leads to by now; null if it was withdrawn. */
export function paperAt(id: string): Paper | null {
  return paperById.get(finalIds.get(id) ?? id) ?? null
}

export const listingById: ReadonlyMap<string, Listing> = new Map(
  listings.map((listing) => [listing.id, listing]),
)

/** 12 hexadecimal digits of SHA-256 over names and contents. */
function contentHash(files: Iterable<readonly [name: string, content: string]>): string {
  const hash = createHash('sha256')
  for (const [name, content] of files) hash.update(`${name}\n${content}\n`)
  return hash.digest('hex').slice(0, 12)
}

const inPrintedOrder = groupByListing(papers, listings)

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

export const topicById: ReadonlyMap<string, Topic> = new Map(
  topics.map((topic) => [topic.id, topic]),
)

/** A topic as pages name it. */
export function namedTopic(id: string): { id: string; label: string; hue: number } {
  return { id, label: topicById.get(id)?.label ?? id, hue: topicHue(id) }
}

/** A paper with what a list shows beside it. */
interface ListedPaper {
  paper: Paper
  hues: number[]
  /** Those that it is about. */
  topics: { label: string; hue: number }[]
}

export function listed(paper: Paper): ListedPaper {
  return { paper, hues: paperHues(paper), topics: mainTopics(paper) }
}

/** The same on a page of topics, which need not be named again. */
export function listedUnder(paper: Paper, ids: readonly string[]): ListedPaper {
  return { ...listed(paper), topics: mainTopics(paper, ids) }
}

function mainTopics({ topics: filed }: Paper, but: readonly string[] = []): ListedPaper['topics'] {
  return filed
    .filter(({ id, grade }) => grade === 'main' && !but.includes(id))
    .map(({ id }) => ({ label: topicById.get(id)?.label ?? id, hue: topicHue(id) }))
}

const papersByTopic = groupByTopic(papers, topics)

/** Papers filed under a topic by grade, in the order of their ids. */
export function papersOfTopic(topic: string): FiledPapers {
  return papersByTopic.get(topic) ?? { main: [], also: [] }
}

/** Papers filed under both topics in either grade, those about both first. */
export function papersOfPair(a: string, b: string): Paper[] {
  return papersOnBoth(papers, a, b)
}

/** Tells words that keep their capital in titles that are set in lower case. */
export const isName = nameFinder(papers)

export const pairsWithPage = pairs.filter(({ hasPage }) => hasPage)
const keysWithPage = new Set(pairsWithPage.map(({ topics }) => topics.join('+')))

/** Whether two topics, in the order of their ids, have a page together. */
export function hasPairPage(a: string, b: string): boolean {
  return keysWithPage.has(`${a}+${b}`)
}
