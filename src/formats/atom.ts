import { generateAtomFeed } from 'feedsmith'
import type { Feed, FeedEntry } from './feed.ts'
import { keepXmlCharacters } from './xml-text.ts'

/** Atom demands a date; where the source gives none for anything, this one is known to mean that. */
const NO_DATE = '1970-01-01'

/**
 * A feed as Atom (RFC 4287). Every entry must say when it was last changed: that of an undated record
 * is the date of the whole. Only the feed has an author, the site, since the papers' are not known.
 */
export function formatAtom(feed: Feed): string {
  const updated = feed.updated ?? NO_DATE
  return generateAtomFeed({
    xml: { lang: 'en' },
    id: feed.atom,
    title: plain(feed.title),
    subtitle: plain(feed.description),
    updated: dateTime(updated),
    authors: [{ name: keepXmlCharacters(feed.author) }],
    links: [
      { rel: 'self', type: 'application/atom+xml', href: feed.atom },
      { rel: 'alternate', type: 'text/html', href: feed.page },
    ],
    entries: feed.entries.map((entry) => atomEntry(entry, updated)),
  })
}

function atomEntry({ url, title, text, ...entry }: FeedEntry, updatedAtLatest: string) {
  return {
    id: url,
    title: plain(title),
    links: [{ rel: 'alternate', type: 'text/html', href: url }],
    ...(entry.published && { published: dateTime(entry.published) }),
    updated: dateTime(entry.updated ?? updatedAtLatest),
    categories: entry.topics.map(({ id, label }) => ({
      term: id,
      label: keepXmlCharacters(label),
    })),
    content: plain(text),
  }
}

function plain(text: string) {
  return { value: keepXmlCharacters(text), type: 'text' as const }
}

function dateTime(date: string): string {
  return `${date}T00:00:00Z`
}
