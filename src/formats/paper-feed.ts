import type { Listing, Paper, Topic } from '../shared/model.ts'
import { latest, recordDate } from '../shared/record-date.ts'
import { groupByYear } from '../shared/years.ts'
import type { Address } from './json-ld.ts'

/** Papers to follow, as every format of feed says it. Addresses are absolute. */
export interface PaperFeed {
  title: string
  description: string
  /** The page that shows the same papers. */
  page: string
  /** The feed as Atom, which is its permanent name too. */
  atom: string
  /** The feed as JSON Feed, if there is one. */
  json: string | null
  author: string
  /** ISO date; null if the source dates nothing here. */
  updated: string | null
  entries: FeedEntry[]
}

export interface FeedEntry {
  /** The permalink, which is the entry's permanent name too. */
  url: string
  title: string
  abstract: string
  /** ISO date of the paper; null if not in the source. */
  published: string | null
  /** ISO date as of which the record is known; null if the source dates no listing it stands in. */
  updated: string | null
  topics: { id: string; label: string }[]
}

export interface FeedSubject {
  title: string
  description: string
  /** Site path of the page that shows the same papers. */
  path: string
  papers: readonly Paper[]
  hasJson: boolean
}

interface Surroundings {
  siteName: string
  listings: readonly Listing[]
  topicById: ReadonlyMap<string, Topic>
  address: Address
}

/** A feed of a thousand papers weighs some 2 MB, and readers keep what they have seen. */
const ENTRIES_MAX = 1000

/** The site path of a page's feed. */
export function feedPath(page: string, format: 'xml' | 'json'): string {
  return `${page}feed.${format}`
}

/** Newest paper first, those the source does not date at the end. */
export function composeFeed(
  { title, description, path, papers, hasJson }: FeedSubject,
  { siteName, listings, topicById, address }: Surroundings,
): PaperFeed {
  return {
    title,
    description,
    page: address(path),
    atom: address(feedPath(path, 'xml')),
    json: hasJson ? address(feedPath(path, 'json')) : null,
    author: siteName,
    // Of the whole, which is no older than any listing of it.
    updated: latest([
      ...listings.map(({ date }) => date),
      ...papers.map((paper) => recordDate(paper, listings)),
    ]),
    entries: groupByYear([...papers])
      .flatMap(({ items }) => items)
      .slice(0, ENTRIES_MAX)
      .map((paper) => ({
        url: address(paper.url),
        title: paper.title,
        abstract: paper.abstract,
        published: paper.date?.value ?? null,
        updated: recordDate(paper, listings),
        topics: paper.topics.map(({ id }) => ({ id, label: topicById.get(id)?.label ?? id })),
      })),
  }
}
