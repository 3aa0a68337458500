import { generateOpml } from 'feedsmith'
import { keepXmlCharacters } from './xml-text.ts'

/** A feed in a list of feeds. Addresses are absolute. */
export interface OpmlFeed {
  title: string
  feed: string
  page: string
}

/** All feeds as OPML 2.0: the first ones stand by themselves, the others in their groups. */
export function formatOpml(
  title: string,
  first: readonly OpmlFeed[],
  groups: readonly { label: string; feeds: readonly OpmlFeed[] }[],
): string {
  return generateOpml({
    head: { title: keepXmlCharacters(title) },
    body: {
      outlines: [
        ...first.map(outline),
        ...groups.map(({ label, feeds }) => ({
          text: keepXmlCharacters(label),
          outlines: feeds.map(outline),
        })),
      ],
    },
  })
}

function outline({ title, feed, page }: OpmlFeed) {
  const text = keepXmlCharacters(title)
  return { text, title: text, type: 'rss', xmlUrl: feed, htmlUrl: page }
}
