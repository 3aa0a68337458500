import type { Listing, Paper, Topic } from '../shared/model.ts'
import { latest, recordDate } from '../shared/record-date.ts'
import { groupByYear } from '../shared/years.ts'
import { type Feed, feedPath } from './feed.ts'
import type { Address } from './json-ld.ts'

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

/** Newest paper first, those the source does not date at the end. */
export function composeFeed(
  { title, description, path, papers, hasJson }: FeedSubject,
  { siteName, listings, topicById, address }: Surroundings,
): Feed {
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
        text: paper.abstract,
        published: paper.date && !paper.date.yearInferred ? paper.date.value : null,
        updated: recordDate(paper, listings),
        topics: paper.topics.map(({ id }) => ({ id, label: topicById.get(id)?.label ?? id })),
      })),
  }
}
