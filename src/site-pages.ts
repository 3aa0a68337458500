import {
  areas,
  hasLetterPages,
  listings,
  namedTopic,
  pairsWithPage,
  papers,
  papersInListing,
  papersOfPair,
  papersOfTopic,
  publishedYears,
  topicById,
  topics,
} from './corpus.ts'
import { glossaryGroups } from './glossary-groups.ts'
import { groupAlphabetically, letterAnchor, letterName } from './shared/alphabet.ts'
import { listingName } from './shared/facts.ts'
import type { Area, Paper } from './shared/model.ts'
import { glossaryPath, letterPath, pairPath, yearPath } from './shared/paths.ts'
import { latest, recordDate } from './shared/record-date.ts'
import { listYearPages, yearName } from './shared/years.ts'
import { siteName } from './site.ts'
import { changesPath, siteChanges } from './site-changes.ts'

/** A page that search engines may list. */
export interface SitePage {
  /** Site path. */
  path: string
  /** What its heading calls it. */
  name: string
  /** ISO date as of which what it shows is known; null if the data does not say. */
  modified: string | null
}

const dateById = new Map(papers.map((paper) => [paper.id, recordDate(paper, listings)]))

/** When the newest listing was made, as far as the source says. */
const ofAll = latest([...listings.map(({ date }) => date), ...dateById.values()])

/** Every page that search engines may list, in the order of a reader's way through the site. */
export function listSitePages(): SitePage[] {
  return [
    { path: '/', name: siteName, modified: ofAll },
    { path: '/papers/', name: 'All papers', modified: ofAll },
    ...(hasLetterPages ? groupAlphabetically(papers, ({ title }) => title) : []).map(
      ({ key, items }) =>
        pageOf(letterPath(letterAnchor(key)), `Papers under ${letterName(key)}`, items),
    ),
    ...papers.map((paper) => pageOf(paper.url, paper.title, [paper])),
    { path: '/graph/', name: 'Topic map', modified: ofAll },
    { path: '/topics/', name: 'Topics', modified: ofAll },
    ...topics.map(({ id, url, label }) => {
      const { main, also } = papersOfTopic(id)
      return pageOf(url, label, [...main, ...also])
    }),
    ...pairsWithPage.map(({ topics: [a, b] }) =>
      pageOf(
        pairPath(a, b),
        `${namedTopic(a).label} and ${namedTopic(b).label}`,
        papersOfPair(a, b),
      ),
    ),
    ...areas.map((area) => pageOf(area.url, area.label, papersOfArea(area))),
    { path: '/listings/', name: 'Listings', modified: ofAll },
    ...listings.map(({ id, url }) =>
      pageOf(
        url,
        `Listing ${listingName(id)}`,
        papersInListing(id).map(({ paper }) => paper),
      ),
    ),
    { path: '/years/', name: 'Years', modified: ofAll },
    ...listYearPages(papers, publishedYears)
      .filter(({ items }) => items.length > 0)
      .map(({ key, items }) => pageOf(yearPath(key), yearName(key), items)),
    { path: '/glossary/', name: 'Glossary', modified: ofAll },
    ...(hasLetterPages ? glossaryGroups : []).map(({ key }) => ({
      path: glossaryPath(letterAnchor(key)),
      name: `Glossary: ${letterName(key)}`,
      modified: ofAll,
    })),
    { path: '/about/data/', name: 'About the data', modified: ofAll },
    { path: changesPath, name: 'Changes', modified: latest(siteChanges.map(({ date }) => date)) },
    { path: '/search/', name: 'Search', modified: null },
    { path: '/about/', name: 'About', modified: null },
    { path: '/about/permalinks/', name: 'Permalinks', modified: null },
  ]
}

function pageOf(path: string, name: string, shown: readonly Paper[]): SitePage {
  return { path, name, modified: latest(shown.map(({ id }) => dateById.get(id) ?? null)) }
}

function papersOfArea({ id }: Area): Paper[] {
  return papers.filter(({ topics: filed }) =>
    filed.some((topic) => topic.grade === 'main' && topicById.get(topic.id)?.area === id),
  )
}
