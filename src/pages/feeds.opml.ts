import type { APIRoute } from 'astro'
import { areas, topics } from '../corpus.ts'
import { formatOpml, type OpmlFeed } from '../formats/opml.ts'
import { feedPath } from '../formats/paper-feed.ts'
import { address } from '../href.ts'
import { siteName } from '../site.ts'

const feedOf = (title: string, path: string): OpmlFeed => ({
  title,
  feed: address(feedPath(path, 'xml')),
  page: address(path),
})

/** The feed of all papers, and those of the topics by area. */
export const GET: APIRoute = () =>
  new Response(
    formatOpml(
      siteName,
      feedOf(siteName, '/'),
      areas.map(({ id, label }) => ({
        label,
        feeds: topics
          .filter(({ area }) => area === id)
          .map((topic) => feedOf(`${topic.label} · ${siteName}`, topic.url)),
      })),
    ),
  )
