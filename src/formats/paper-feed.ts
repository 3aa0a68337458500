import { byCodeUnit } from '../shared/code-unit-order.ts'
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
  /** Of more papers a feed has so many: those whose records are the newest. */
  most: number
}

/** Newest paper first, or where some are left out the newest record; those the source does not date at the end. */
export function composeFeed(
  { title, description, path, papers, hasJson }: FeedSubject,
  { siteName, listings, topicById, address, most }: Surroundings,
): Feed {
  const known = groupByYear([...papers])
    .flatMap(({ items }) => items)
    .map((paper) => ({ paper, updated: recordDate(paper, listings) }))
  const entries =
    known.length > most
      ? known.toSorted((a, b) => byCodeUnit(b.updated ?? '', a.updated ?? '')).slice(0, most)
      : known
  return {
    title,
    description,
    page: address(path),
    atom: address(feedPath(path, 'xml')),
    json: hasJson ? address(feedPath(path, 'json')) : null,
    author: siteName,
    // Of the whole, which is no older than any listing of it.
    updated: latest([...listings.map(({ date }) => date), ...known.map(({ updated }) => updated)]),
    entries: entries.map(({ paper, updated }) => ({
      url: address(paper.url),
      title: paper.title,
      text: paper.abstract,
      published: paper.date && !paper.date.yearInferred ? paper.date.value : null,
      updated,
      topics: paper.topics.map(({ id }) => ({ id, label: topicById.get(id)?.label ?? id })),
    })),
  }
}
