/**
 * The words of the product as types: what the data step writes to
 * data/generated and publishes under /data/, and what pages read.
 * Absent is always `null`, never an empty string or zero.
 */

import type { MapLayouts } from './map-layout.ts'
import type { Moved } from './moved.ts'

/** A half-open range of UTF-16 code units, 0 ≤ start < end. */
export interface Span {
  start: number
  end: number
}

export type TextField = 'title' | 'abstract'

/** A formula: the published text reads as plain Unicode in this range, `tex` is its LaTeX source. */
export interface MathSpan extends Span {
  tex: string
}

/** What a listing states beside the text, and a curated correction can mend. */
export type CorrectedFact = 'date' | 'authorCount' | 'organization'

/** A repair made for display: `from` as printed, `to` as published. `rule` names the rule, or is `curated`. */
export interface Correction {
  field: TextField | CorrectedFact
  rule: string
  from: string
  to: string
}

export type ResourceKind = 'code' | 'data' | 'model' | 'project'

/** A URL found in an abstract; the range is where the published abstract prints it. */
export interface Resource extends Span {
  url: string
  kind: ResourceKind
}

/** `account` is the name in URLs of the source site, `name` the display name beside it. */
export interface Organization {
  account: string
  name: string
}

/** `value` is an ISO date, `YYYY-MM-DD`; the year is inferred where neither the source nor a correction gives it. */
export interface PaperDate {
  value: string
  yearInferred: boolean
}

/** One record in one listing and what it said, before any merge. */
export interface Sighting {
  /** File name without extension. */
  listing: string
  /** Position in the listing, from 1. */
  rank: number
  /** First and last line in the file, from 1. */
  lines: [number, number]
  /** Title as printed. */
  title: string
  /** Date as printed, without the comment count: `Aug 7` or `Nov 26, 2024`. */
  datePrinted: string | null
  date: PaperDate | null
  authorCount: number | null
  organization: Organization | null
  comments: number | null
}

export type Grade = 'main' | 'also'

export interface Evidence extends Span {
  field: TextField
}

export interface TopicAssignment {
  id: string
  grade: Grade
  /** Whether the text names the topic, or only shares its vocabulary. */
  basis: 'name' | 'words'
  /** The exact words that gave the paper this topic, title first. */
  evidence: Evidence[]
}

export interface RelatedPaper {
  id: string
  /** 0 to 1. */
  score: number
  /** Ids of topics in common. */
  topics: string[]
  /** Distinctive words in common, strongest first. */
  terms: string[]
}

/** A word that tells a paper from others, as its abstract spells it. */
export interface DistinctiveWord {
  word: string
  /** Above 0, up to 1 for the strongest of the paper. */
  weight: number
}

export interface Paper {
  id: string
  title: string
  titleAsPrinted: string[]
  titleMath: MathSpan[]
  abstract: string
  abstractAsPrinted: string[]
  abstractMath: MathSpan[]
  /** Ranges of sentences in the abstract, in order, without the spaces between them. */
  sentences: Span[]
  /** Site path below the base, with leading and trailing slash. */
  url: string
  date: PaperDate | null
  authorCount: number | null
  organization: Organization | null
  comments: number | null
  /** In the order of listings (by id), then rank. At least one. */
  sightings: Sighting[]
  topics: TopicAssignment[]
  related: RelatedPaper[]
  /** At most 16, strongest first. */
  words: DistinctiveWord[]
  resources: Resource[]
  corrections: Correction[]
}

/** What identifies a state of the corpus; `hash` changes when anything published in papers.json does. */
export interface Corpus {
  /** 12 hexadecimal digits of SHA-256. */
  hash: string
  papers: number
  sightings: number
  listings: number
}

export interface Listing {
  /** File name without extension. */
  id: string
  /** Site path below the base, with leading and trailing slash. */
  url: string
  /** The date in the header, as printed: `Nov 4`. */
  datePrinted: string | null
  /** ISO date of the header when its year could be inferred. */
  date: string | null
  /** Year of saving, inferred from the dates inside. */
  year: number | null
  /** Why the year was inferred so, or could not be. */
  yearReason: string
  records: number
  /** Papers that stand in no other listing. */
  onlyHere: number
  /** Papers shared with each other listing, in the order of listings. */
  overlap: { listing: string; papers: number }[]
  /** Lines of the file by what they are. */
  lines: Record<string, number>
  bytes: number
  /** SHA-256 of the file, in hexadecimal digits. */
  sha256: string
}

/** Papers that stand in exactly these listings. */
export interface ListingIntersection {
  listings: string[]
  papers: number
}

/** A field on which sightings of one paper differ. `null` is not stated, which is no disagreement. */
export interface Disagreement {
  id: string
  field: 'title' | 'abstract' | 'date' | 'authorCount' | 'organization' | 'comments'
  values: { listing: string; value: string }[]
  chosen: string
}

export interface Quality {
  merges: {
    id: string
    reasons: string[]
    titles: string[]
    sightings: { listing: string; rank: number }[]
  }[]
  disagreements: Disagreement[]
  corrections: { rule: string; description: string; papers: number; corrections: number }[]
  /** Papers for which the source states nothing, by field. */
  missing: { field: string; papers: number }[]
  datesInferred: number
  /** With the records that the listings still have of it. */
  withdrawn: { id: string; why: string; sightings: { listing: string; rank: number }[] }[]
  /** Papers that no topic could be found for. */
  unfiled: string[]
  topicGraph: GraphWorth
  warnings: string[]
}

export interface PapersFile {
  schema: 1
  corpus: Corpus
  papers: Paper[]
}

export interface ListingsFile {
  schema: 1
  corpus: Corpus
  listings: Listing[]
  /** Largest first. */
  intersections: ListingIntersection[]
}

export interface QualityFile {
  schema: 1
  corpus: Corpus
  quality: Quality
}

/** Where ids that are no longer papers lead. */
export interface PermalinksFile {
  schema: 1
  corpus: Corpus
  permalinks: {
    id: string
    state: 'live' | 'merged' | 'withdrawn'
    into: string | null
    why: string | null
  }[]
  /** Those that have a page, with `undated` and with parts as `2025/06`; some may have no papers any more. */
  years: string[]
}

export interface Area {
  id: string
  /** Short enough for a shelf. */
  label: string
  scope: string
  /** Site path below the base. */
  url: string
  /** Ids it had before; their addresses lead here. */
  formerly: string[]
  /** Papers with a main topic of the area. */
  papers: number
}

export interface Topic {
  id: string
  label: string
  /** One sentence on what belongs to it. */
  scope: string
  area: string
  url: string
  /** Ids it had before, and those of topics that became part of it; their addresses lead here. */
  formerly: string[]
  broader: string[]
  /** Other names, as the curated vocabulary writes them. */
  aliases: string[]
  acronyms: string[]
  /** Papers that are about it. */
  main: number
  /** Further papers that use or treat it. */
  also: number
}

/** Two topics that share papers, in the order of their ids. */
export interface TopicPair {
  topics: [string, string]
  /** Papers filed under both, in either grade. */
  papers: number
  /** Papers expected under both if topics were filed independently. */
  expected: number
  /** Whether it has a page of its own: with PAIR_PAGE_MIN papers it gets one, and keeps it. */
  hasPage: boolean
}

export interface TopicsFile {
  schema: 1
  corpus: Corpus
  areas: Area[]
  topics: Topic[]
  /** All pairs that share at least one paper, and those that have a page. */
  pairs: TopicPair[]
  /** Published pages of areas, topics and pairs that have other ids now. */
  moved: Moved[]
}

/** A topic of the graph. */
interface GraphTopic {
  id: string
  /** Papers filed under it, in either grade. */
  papers: number
  /** Place among the communities, from 0; null without a link. */
  community: number | null
}

/** Two topics that share papers more often than chance, in the order of their ids. */
export interface TopicLink {
  topics: [string, string]
  /** Papers filed under both, in either grade. */
  observed: number
  /** Papers expected under both if topics were filed independently. */
  expected: number
  /** How many times as often as expected, where a grade of also counts half; above 1. */
  strength: number
  /** The strength with a discount for small counts; above 0. */
  weight: number
  /** Probability of sharing as many papers, or more, by chance. */
  p: number
  /** Share of all pairs with such a p, or a smaller one, that chance alone would give. */
  q: number
}

/** Two topics that meet far more or far less often than chance, in the order of their ids. */
export interface PairContrast {
  topics: [string, string]
  /** Papers filed under both, in either grade. */
  observed: number
  /** Papers expected under both if topics were filed independently. */
  expected: number
  /** Observed by expected, and its 95 % interval. */
  ratio: number
  low: number
  high: number
  /** Probability of a count as far or farther on this side by chance. */
  p: number
  /** Share of all pairs with such a p, or a smaller one, that chance alone would give. */
  q: number
}

export interface TopicGraph {
  /** By id. */
  topics: GraphTopic[]
  /** Largest first; in each the topic with most papers first. */
  communities: { topics: string[] }[]
  /** Heaviest first. */
  links: TopicLink[]
  /** Most surprising first. */
  surprises: PairContrast[]
  /** Widest first. */
  gaps: PairContrast[]
}

export interface GraphFile extends TopicGraph {
  schema: 1
  corpus: Corpus
  /** Where the map puts the topics that have links. */
  layouts: MapLayouts
}

/** What the topic graph is made of and how well it holds. */
export interface GraphWorth {
  /** Every two topics that have papers. */
  pairs: number
  /** Papers that pairs share, by those expected, over all pairs; null without filings. */
  observedByExpected: number | null
  links: number
  /** Links with a q of at most .05. */
  sureLinks: number
  linkedTopics: number
  communities: number
  /** Newman's Q of the communities. */
  modularity: number
  /** Mean adjusted mutual information of communities found from other starts. */
  stability: number
  /** Adjusted mutual information of communities and areas, over linked topics: 1 if the same, 0 by chance. */
  areaAgreement: number
}

/** A short form and what it stands for in the papers that define it. */
export interface GlossaryEntry {
  short: string
  meanings: { long: string; papers: string[] }[]
}

export interface GlossaryFile {
  schema: 1
  corpus: Corpus
  entries: GlossaryEntry[]
}

/** The library as it was when changes began to be recorded. */
interface Opening {
  /** ISO date; null if it was open before changes were recorded. */
  date: string | null
  /** Hash of the corpus. */
  corpus: string
  papers: number
  listings: number
  note: string | null
}

/** How many papers something holds for, and which, in the order of their ids; null where they are many. */
export interface CountedPapers {
  papers: number
  ids: string[] | null
}

export type ChangedFact = 'date' | 'authorCount' | 'organization' | 'comments'

/** What one publication changed for readers. Lists are in the order of ids. */
export interface Change {
  /** ISO date of publication, as the maintainer gave it. */
  date: string
  /** Hashes of the corpus before and after; equal if papers stayed as they were. */
  from: string
  to: string
  /** What the maintainer says of it. */
  note: string | null
  papers: { before: number; after: number }
  listings: { added: string[]; removed: string[] }
  added: string[]
  /** Addresses that lead to another paper since, with the title they had. */
  merged: { id: string; title: string; into: string }[]
  withdrawn: { id: string; title: string }[]
  /** Papers that stand in a further listing since. */
  seenAgain: CountedPapers
  titles: { id: string; before: string; after: string }[]
  /** Papers whose abstract reads otherwise since. */
  abstracts: string[]
  facts: ({ field: ChangedFact } & CountedPapers)[]
  /** Papers that gained or lost a topic, or the grade of one. */
  refiled: CountedPapers
  topics: {
    added: string[]
    removed: { id: string; label: string }[]
    renamed: { id: string; before: string; after: string }[]
    /** Topics with another scope, area, or place among the others. */
    revised: string[]
  }
  /** Papers whose related papers, or their order, changed. */
  related: number
  /** Counts of topics; `mean` is how far those that stayed moved, in percent of the map's width. */
  map: { added: number; removed: number; moved: number; mean: number }
}

/** What has been published so far; `changes` are oldest first and never taken away. */
export interface ChangeRecord {
  opening: Opening | null
  changes: Change[]
}

export interface ChangesFile extends ChangeRecord {
  schema: 1
  corpus: Corpus
}
