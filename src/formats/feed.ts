/** What a reader may follow, as every format of feed says it. Addresses are absolute. */
export interface Feed {
  title: string
  description: string
  /** The page that shows the same. */
  page: string
  /** The feed as Atom, which is its permanent name too. */
  atom: string
  /** The feed as JSON Feed, if there is one. */
  json: string | null
  author: string
  /** ISO date; null if nothing here has one. */
  updated: string | null
  entries: FeedEntry[]
}

export interface FeedEntry {
  /** The permalink, which is the entry's permanent name too. */
  url: string
  title: string
  /** Plain text. */
  text: string
  /** ISO date; null if it is not known. */
  published: string | null
  /** ISO date as of which it is known; null if nothing says. */
  updated: string | null
  topics: { id: string; label: string }[]
}

/** The site path of a page's feed. */
export function feedPath(page: string, format: 'xml' | 'json'): string {
  return `${page}feed.${format}`
}
