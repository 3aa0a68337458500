import type { APIRoute } from 'astro'
import { formatAtom } from '../../../formats/atom.ts'
import type { Feed } from '../../../formats/feed.ts'
import { listTopicFeeds } from '../../../site-feeds.ts'

export function getStaticPaths() {
  return listTopicFeeds().map(({ id, feed }) => ({ params: { id }, props: { feed } }))
}

export const GET: APIRoute<{ feed: Feed }> = ({ props }) => new Response(formatAtom(props.feed))
