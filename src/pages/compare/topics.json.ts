import type { APIRoute } from 'astro'
import type { ComparedTopicsFile } from '../../compare/topics-told-apart.ts'
import { pairsWithPage, topicHue, topics } from '../../corpus.ts'

/** Names and colours of topics, and which two have a page, for the page that compares papers. */
export const GET: APIRoute = () => {
  const file: ComparedTopicsFile = {
    schema: 1,
    topics: topics.map(({ id, label }) => ({ id, label, hue: topicHue(id) })),
    pairs: pairsWithPage.map(({ topics: [a, b], papers }) => [a, b, papers]),
  }
  return new Response(JSON.stringify(file))
}
