import {
  areas,
  listings,
  pairsWithPage,
  papers,
  papersInListing,
  papersOfPair,
  papersOfTopic,
  topicById,
  topics,
} from './corpus.ts'
import type { Area, Paper } from './shared/model.ts'
import { pairPath, yearPath } from './shared/paths.ts'
import { latest, recordDate } from './shared/record-date.ts'
import { groupByYear } from './shared/years.ts'
import { changesPath, siteChanges } from './site-changes.ts'

/** A page that search engines may list. */
export interface SitePage {
  /** Site path. */
  path: string
  /** ISO date as of which what it shows is known; null if the data does not say. */
  modified: string | null
}

const dateById = new Map(papers.map((paper) => [paper.id, recordDate(paper, listings)]))

/** When the newest listing was made, as far as the source says. */
const ofAll = latest([...listings.map(({ date }) => date), ...dateById.values()])

/** Every page that search engines may list, in the order of a reader's way through the site. */
export function listSitePages(): SitePage[] {
  return [
    ...['/', '/papers/'].map((path) => ({ path, modified: ofAll })),
    ...papers.map((paper) => pageOf(paper.url, [paper])),
    { path: '/graph/', modified: ofAll },
    { path: '/topics/', modified: ofAll },
    ...topics.map(({ id, url }) => {
      const { main, also } = papersOfTopic(id)
      return pageOf(url, [...main, ...also])
    }),
    ...pairsWithPage.map(({ topics: both }) => pageOf(pairPath(...both), papersOfPair(...both))),
    ...areas.map((area) => pageOf(area.url, papersOfArea(area))),
    { path: '/listings/', modified: ofAll },
    ...listings.map(({ id, url }) =>
      pageOf(
        url,
        papersInListing(id).map(({ paper }) => paper),
      ),
    ),
    { path: '/years/', modified: ofAll },
    ...groupByYear(papers).map(({ key, items }) => pageOf(yearPath(key), items)),
    ...['/glossary/', '/about/data/'].map((path) => ({ path, modified: ofAll })),
    { path: changesPath, modified: latest(siteChanges.map(({ date }) => date)) },
    ...['/search/', '/about/', '/about/permalinks/'].map((path) => ({ path, modified: null })),
  ]
}

function pageOf(path: string, shown: readonly Paper[]): SitePage {
  return { path, modified: latest(shown.map(({ id }) => dateById.get(id) ?? null)) }
}

function papersOfArea({ id }: Area): Paper[] {
  return papers.filter(({ topics: filed }) =>
    filed.some((topic) => topic.grade === 'main' && topicById.get(topic.id)?.area === id),
  )
}
