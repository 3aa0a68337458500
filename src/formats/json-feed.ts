import type { Feed } from './feed.ts'

/** A feed as JSON Feed 1.1, where what the source does not date has no date. */
export function formatJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    ...(feed.json && { feed_url: feed.json }),
    language: 'en',
    items: feed.entries.map(({ url, title, text, published, updated, topics }) => ({
      id: url,
      url,
      title,
      content_text: text,
      ...(published && { date_published: `${published}T00:00:00Z` }),
      ...(updated && { date_modified: `${updated}T00:00:00Z` }),
      tags: topics.map(({ label }) => label),
    })),
  })
}
