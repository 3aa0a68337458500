import type { APIRoute } from 'astro'
import { topics } from '../../../corpus.ts'
import type { Feed } from '../../../formats/feed.ts'
import { formatJsonFeed } from '../../../formats/json-feed.ts'
import { topicFeed } from '../../../site-feeds.ts'

export function getStaticPaths() {
  return topics.map((topic) => ({ params: { id: topic.id }, props: { feed: topicFeed(topic) } }))
}

export const GET: APIRoute<{ feed: Feed }> = ({ props }) => new Response(formatJsonFeed(props.feed))
