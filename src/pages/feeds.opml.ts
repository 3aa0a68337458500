import type { APIRoute } from 'astro'
import { areas, topics } from '../corpus.ts'
import { feedPath } from '../formats/feed.ts'
import { formatOpml, type OpmlFeed } from '../formats/opml.ts'
import { address } from '../href.ts'
import { siteName } from '../site.ts'
import { changesPath } from '../site-changes.ts'
import { changesTitle } from '../site-feeds.ts'

const feedOf = (title: string, path: string): OpmlFeed => ({
  title,
  feed: address(feedPath(path, 'xml')),
  page: address(path),
})

/** The feeds of all papers and of changes, and those of the topics by area. */
export const GET: APIRoute = () =>
  new Response(
    formatOpml(
      siteName,
      [feedOf(siteName, '/'), feedOf(changesTitle, changesPath)],
      areas.map(({ id, label }) => ({
        label,
        feeds: topics
          .filter(({ area }) => area === id)
          .map((topic) => feedOf(`${topic.label} · ${siteName}`, topic.url)),
      })),
    ),
  )
