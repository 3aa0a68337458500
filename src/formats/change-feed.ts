import { type ChangeLine, textOf } from '../shared/change-lines.ts'
import { type Feed, feedPath } from './feed.ts'
import type { Address } from './json-ld.ts'

/** An entry of the page of changes, as a feed tells it. */
export interface ToldChange {
  /** Anchor on the page, without `#`; it never changes. */
  anchor: string
  /** ISO date; null if it is not known. */
  date: string | null
  title: string
  note: string | null
  lines: ChangeLine[]
}

/** Papers or topics that an entry names after a sentence; of more the page has the list. */
const NAMED_MAX = 30

/** Changes to follow, in the order given. What has no date is left out, since a feed needs one. */
export function composeChangeFeed(
  subject: {
    title: string
    description: string
    path: string
    changes: readonly ToldChange[]
    /** Of the data, for a feed without any change; null if it is not known. */
    date: string | null
  },
  siteName: string,
  address: Address,
): Feed {
  const { title, description, path, changes, date: since } = subject
  const dated = changes.filter(({ date }) => date !== null)
  return {
    title,
    description,
    page: address(path),
    atom: address(feedPath(path, 'xml')),
    json: address(feedPath(path, 'json')),
    author: siteName,
    updated: dated[0]?.date ?? since,
    entries: dated.map((change) => ({
      url: `${address(path)}#${change.anchor}`,
      title: change.title,
      text: [...(change.note ? [change.note] : []), ...change.lines.map(sayLine)].join('\n\n'),
      published: change.date,
      updated: change.date,
      topics: [],
    })),
  }
}

function sayLine({ sentence, items }: ChangeLine): string {
  const said = sentence.map(textOf).join('')
  const named = items.slice(0, NAMED_MAX).map((item) => item.map(textOf).join(''))
  if (items.length > NAMED_MAX) named.push('and more, all on the page')
  return named.length === 0 ? said : `${said.replace(/\.$/, '')}: ${named.join('; ')}.`
}
