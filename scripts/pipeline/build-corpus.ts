import { createHash } from 'node:crypto'
import { byCodeUnit, byId } from '../../src/shared/code-unit-order.ts'
import type {
  Area,
  Corpus,
  GlossaryEntry,
  Listing,
  ListingIntersection,
  Paper,
  Quality,
  Topic,
  TopicGraph,
  TopicPair,
} from '../../src/shared/model.ts'
import type { AssignedIds } from './assign-ids.ts'
import { assignTopics, type FiledTopics } from './assign-topics.ts'
import { composePaper } from './compose-papers.ts'
import { correctFacts } from './correct-facts.ts'
import { type DatedListing, describeListings, intersectListings } from './describe-listings.ts'
import { describeAreas, describeTopics, pairTopics } from './describe-topics.ts'
import { doubtMerges } from './doubt-merges.ts'
import { doubtSynonyms } from './doubt-synonyms.ts'
import { doubtTexts } from './doubt-texts.ts'
import { buildGlossary } from './find-abbreviations.ts'
import { findDistinctiveWords } from './find-distinctive-words.ts'
import { graphTopics } from './graph-topics.ts'
import {
  type Identified,
  identifyPapers,
  type ReadersWords,
  type StepLog,
} from './identify-papers.ts'
import { resolveDate } from './infer-years.ts'
import type { MergeReason } from './merge-sightings.ts'
import type { PermalinkRegistry } from './permalink-registry.ts'
import type { Problem } from './problem.ts'
import type { ReadSources, Sources } from './read-sources.ts'
import { type CorpusWords, readWords } from './read-words.ts'
import { relatePapers } from './relate-papers.ts'
import { repairRules } from './repair-text.ts'
import { type Account, type Place, reportQuality } from './report-quality.ts'
import { sightingOf } from './sighting.ts'
import { tellingInformation, tellPhrases } from './telling-words.ts'

export interface BuiltCorpus extends ReadersWords {
  corpus: Corpus
  /** In the order of their ids. */
  papers: Paper[]
  listings: Listing[]
  intersections: ListingIntersection[]
  areas: Area[]
  topics: Topic[]
  pairs: TopicPair[]
  graph: TopicGraph
  glossary: GlossaryEntry[]
  quality: Quality
  registry: PermalinkRegistry
}

/** What is known once papers have their topics, and the rest of the work. */
export interface FiledCorpus extends Pick<BuiltCorpus, 'areas' | 'topics' | 'graph'> {
  /** Relates the papers and describes the corpus; to be called once. */
  relate: () => BuiltCorpus
}

const silent: StepLog = () => {}

/**
 * Turns listings into papers. Pure: the same sources give the same result, whatever the order of
 * the files. With any problem in any source there is no corpus, and all problems are told.
 */
export function buildCorpus(sources: Sources): BuiltCorpus | { problems: Problem[] } {
  const filed = fileCorpus(sources)
  return 'problems' in filed ? filed : filed.relate()
}

/** The same as far as topics go, so that what needs no more can be made while papers are related. */
export function fileCorpus(
  sources: Sources,
  log: StepLog = silent,
): FiledCorpus | { problems: Problem[] } {
  const identified = identifyPapers(sources, log)
  if ('problems' in identified) return identified
  const { read, vocabulary, readersWords, registry } = identified
  const { papers, ...account } = compose(identified)
  log(
    'compose',
    `${papers.length} papers, ${papers.reduce((n, p) => n + p.resources.length, 0)} resources`,
  )
  const words = readWords(papers)
  account.warnings.push(...doubtSynonyms(read.synonyms, papers, words).map(formatDoubt))
  const filed = fileTopics(papers, words, read.topics, log)
  const { graph, worth } = graphTopics(vocabulary.topics, papers)
  log('graph', `${worth.links} links, ${worth.communities} communities`)
  const described = {
    areas: describeAreas(vocabulary, papers),
    topics: describeTopics(vocabulary, papers),
    graph,
  }
  return {
    ...described,
    relate: () => {
      relate(papers, words, filed, read.topics, log)
      const glossary = buildGlossary(papers)
      log('glossary', `${glossary.length} abbreviations`)
      const paraphrased = Object.keys(readersWords.paraphrases).length
      log('paraphrase', `${paraphrased} papers, ${papers.length - paraphrased} without`)
      return {
        ...described,
        ...readersWords,
        corpus: summarise(papers, read.listings),
        papers,
        listings: describeListings(read.listings, papers),
        intersections: intersectListings(papers),
        pairs: pairTopics(papers),
        glossary,
        quality: {
          ...reportQuality(papers, account, repairRules, registry),
          topicGraph: worth,
        },
        registry,
      }
    },
  }
}

function summarise(papers: Paper[], listings: DatedListing[]): Corpus {
  return {
    hash: createHash('sha256').update(JSON.stringify(papers)).digest('hex').slice(0, 12),
    papers: papers.length,
    sightings: listings.reduce((sum, { parsed }) => sum + parsed.entries.length, 0),
    listings: listings.length,
  }
}

function compose({
  read: { listings, merges, doubts: ofListings },
  readable,
  assigned,
  dates,
}: Identified): { papers: Paper[] } & Account {
  const listingById = new Map(listings.map((listing) => [listing.parsed.id, listing]))
  const reasons = new Map<string, MergeReason[]>()
  const leftOut = new Map<string, Place[]>()
  const doubts = [...ofListings]
  const papers = readable.flatMap((paper, index) => {
    const { id, withdrawn } = assigned[index] as AssignedIds['assigned'][number]
    if (withdrawn) {
      const places = paper.group.entries.map(({ listing, rank }) => ({ listing, rank }))
      leftOut.set(id, [...(leftOut.get(id) ?? []), ...places])
      return []
    }
    reasons.set(id, paper.group.reasons)
    const sightings = paper.group.entries.map((entry) => {
      const { parsed, year } = listingById.get(entry.listing) as DatedListing
      const sighting = sightingOf(entry, resolveDate(entry, parsed, year.year))
      if (entry.date && !correctFacts(sighting, paper.facts).date)
        doubts.push({
          file: entry.listing,
          line: entry.lines[1],
          message: `the year of "${entry.date.text}" is not in the source`,
        })
      return sighting
    })
    doubts.push(...doubtMerges(paper.group, merges), ...doubtTexts(paper))
    return [composePaper(paper, id, sightings, dates)]
  })
  papers.sort(byId)
  doubts.sort((a, b) => byCodeUnit(a.file, b.file) || a.line - b.line)
  return { papers, reasons, leftOut, warnings: doubts.map(formatDoubt) }
}

function formatDoubt({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`
}

/** Gives each paper what depends on the others: its topics, its related papers, and the words that tell it from others. */
export function fileAndRelate(papers: Paper[], topics: ReadSources['topics']): void {
  const words = readWords(papers)
  relate(papers, words, fileTopics(papers, words, topics, silent), topics, silent)
}

/** Gives each paper its topics. */
function fileTopics(
  papers: Paper[],
  words: CorpusWords,
  topics: ReadSources['topics'],
  log: StepLog,
): FiledTopics[] {
  if (!topics) return papers.map(() => ({ assignments: [], likelihoods: new Map(), rejected: [] }))
  const filed = assignTopics(papers, topics.vocabulary, topics.weights, words)
  for (const [index, paper] of papers.entries()) paper.topics = filed[index]?.assignments ?? []
  const total = papers.reduce((sum, paper) => sum + paper.topics.length, 0)
  const unfiled = papers.filter((paper) => paper.topics.length === 0).length
  log(
    'topics',
    `${topics.vocabulary.topics.length} topics, ${total} filings, ${unfiled} papers unfiled`,
  )
  return filed
}

/** Gives each paper its related papers and the words that tell it from others. */
function relate(
  papers: Paper[],
  words: CorpusWords,
  filed: FiledTopics[],
  topics: ReadSources['topics'],
  log: StepLog,
): void {
  const likelihoods = papers.map((_, index) => filed[index]?.likelihoods ?? new Map())
  const telling = tellingInformation(words.space, likelihoods)
  const phrases = tellPhrases(papers, words)
  const related = relatePapers(
    papers.map((paper, index) => ({ ...paper, likelihoods: likelihoods[index] ?? new Map() })),
    words,
    telling,
    new Map(topics?.vocabulary.topics.map(({ id, area }) => [id, area])),
    phrases,
  )
  const distinctive = findDistinctiveWords(phrases, words, telling)
  for (const [index, paper] of papers.entries()) {
    paper.related = related[index] ?? []
    paper.words = distinctive[index] ?? []
  }
  log('relate', `${related.reduce((sum, list) => sum + list.length, 0)} related papers`)
}
