import type { APIRoute } from 'astro'
import { topics } from '../../../corpus.ts'
import { formatJsonFeed } from '../../../formats/json-feed.ts'
import type { PaperFeed } from '../../../formats/paper-feed.ts'
import { topicFeed } from '../../../site-feeds.ts'

export function getStaticPaths() {
  return topics.map((topic) => ({ params: { id: topic.id }, props: { feed: topicFeed(topic) } }))
}

export const GET: APIRoute<{ feed: PaperFeed }> = ({ props }) =>
  new Response(formatJsonFeed(props.feed))
