import type { APIRoute } from 'astro'
import type { Feed } from '../../../formats/feed.ts'
import { formatJsonFeed } from '../../../formats/json-feed.ts'
import { listTopicFeeds } from '../../../site-feeds.ts'

export function getStaticPaths() {
  return listTopicFeeds()
    .filter(({ feed }) => feed.json !== null)
    .map(({ id, feed }) => ({ params: { id }, props: { feed } }))
}

export const GET: APIRoute<{ feed: Feed }> = ({ props }) => new Response(formatJsonFeed(props.feed))
