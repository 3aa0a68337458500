import { listings, papers, papersOfPair, papersOfTopic, topicById } from './corpus.ts'
import { composeChangeFeed } from './formats/change-feed.ts'
import type { Feed } from './formats/feed.ts'
import { composeFeed, type FeedSubject } from './formats/paper-feed.ts'
import { address } from './href.ts'
import { counted } from './shared/facts.ts'
import type { Topic, TopicPair } from './shared/model.ts'
import { pairPath } from './shared/paths.ts'
import { latest } from './shared/record-date.ts'
import { siteDescription, siteName } from './site.ts'
import { changesPath, siteChanges } from './site-changes.ts'

/** The feeds of the site, for pages that publish or list them. */

const surroundings = { siteName, listings, topicById, address }

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
export function topicFeed({ id, label, scope, url }: Topic): Feed {
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
export function pairFeed({ topics }: TopicPair): Feed {
  const [a, b] = topics.map((id) => topicById.get(id)?.label ?? id)
  const both = papersOfPair(...topics)
  return compose({
    title: `${a} and ${b} · ${siteName}`,
    description: `${counted(both.length, 'paper')} on both ${a} and ${b}.`,
    path: pairPath(...topics),
    papers: both,
    hasJson: false,
  })
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
