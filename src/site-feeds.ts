import {
  listings,
  moved,
  pairsWithPage,
  papers,
  papersOfPair,
  papersOfTopic,
  topicById,
  topics,
} from './corpus.ts'
import { composeChangeFeed } from './formats/change-feed.ts'
import type { Feed } from './formats/feed.ts'
import { composeFeed, type FeedSubject } from './formats/paper-feed.ts'
import { address } from './href.ts'
import { counted } from './shared/facts.ts'
import type { Topic, TopicPair } from './shared/model.ts'
import { PAGE_MAX } from './shared/page-max.ts'
import { pairPath } from './shared/paths.ts'
import { latest } from './shared/record-date.ts'
import { siteDescription, siteName } from './site.ts'
import { changesPath, siteChanges } from './site-changes.ts'

/** The feeds of the site, for pages that publish or list them. */

/** Entries of each feed where the papers are many: readers keep what they have seen. */
const NEWEST = 100

const most = papers.length > PAGE_MAX ? NEWEST : PAGE_MAX
const surroundings = { siteName, listings, topicById, address, most }

export function siteFeed(): Feed {
  return compose({
    title: siteName,
    description: siteDescription,
    path: '/',
    papers,
    hasJson: true,
  })
}

/** The papers about a topic, and those that use or treat it. */
function topicFeed({ id, label, scope, url }: Topic): Feed {
  const { main, also } = papersOfTopic(id)
  return compose({
    title: `${label} · ${siteName}`,
    description: scope,
    path: url,
    papers: [...main, ...also],
    hasJson: true,
  })
}

/** Atom alone, since pairs are many. */
function pairFeed({ topics: both }: TopicPair): Feed {
  const [a, b] = both.map((id) => topicById.get(id)?.label ?? id)
  const shared = papersOfPair(...both)
  return compose({
    title: `${a} and ${b} · ${siteName}`,
    description: `${counted(shared.length, 'paper')} on both ${a} and ${b}.`,
    path: pairPath(...both),
    papers: shared,
    hasJson: false,
  })
}

/** A feed and the id of the topic, or the pair of topics as `a+b`, below whose page it stands. */
interface TopicFeed {
  id: string
  feed: Feed
}

/** Of topics, and of pairs of topics that have a page; of former ids, too. */
export function listTopicFeeds(): TopicFeed[] {
  const feeds = new Map([
    ...topics.map((topic) => [topic.url, topicFeed(topic)] as const),
    ...pairsWithPage.map((pair) => [pairPath(...pair.topics), pairFeed(pair)] as const),
  ])
  const former = moved.flatMap(({ from, to }) => {
    const feed = feeds.get(to)
    return feed ? [[from, feed] as const] : []
  })
  return [...feeds, ...former].map(([path, feed]) => ({ id: path.split('/').at(-2) ?? '', feed }))
}

export const changesTitle = `Changes · ${siteName}`

/** What each publication changed, apart from the feeds of papers. */
export function changeFeed(): Feed {
  return composeChangeFeed(
    {
      title: changesTitle,
      description: `What changed at ${siteName}: papers added, merged and withdrawn, texts and topics.`,
      path: changesPath,
      changes: siteChanges,
      date: latest(listings.map(({ date }) => date)),
    },
    siteName,
    address,
  )
}

function compose(subject: FeedSubject): Feed {
  return composeFeed(subject, surroundings)
}
