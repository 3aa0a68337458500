import type { APIRoute } from 'astro'
import { pairsWithPage, topics } from '../../../corpus.ts'
import { formatAtom } from '../../../formats/atom.ts'
import type { Feed } from '../../../formats/feed.ts'
import { pairFeed, topicFeed } from '../../../site-feeds.ts'

/** Of topics, and of pairs of topics that have a page. */
export function getStaticPaths() {
  return [
    ...topics.map((topic) => ({ params: { id: topic.id }, props: { feed: topicFeed(topic) } })),
    ...pairsWithPage.map((pair) => ({
      params: { id: pair.topics.join('+') },
      props: { feed: pairFeed(pair) },
    })),
  ]
}

export const GET: APIRoute<{ feed: Feed }> = ({ props }) => new Response(formatAtom(props.feed))
