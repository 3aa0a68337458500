import { changes, listingById, opening, paperAt, topicById } from './corpus.ts'
import type { ToldChange } from './formats/change-feed.ts'
import { describeChange, type Names, summariseChange } from './shared/change-lines.ts'
import { counted } from './shared/facts.ts'
import { paperPath } from './shared/paths.ts'

/** What has changed since the site opened, for the page and the feed of changes. */

export const changesPath = '/about/changes/'

/** An entry with the data versions it leads from and to; the opening leads from none. */
interface SiteChange extends ToldChange {
  from: string | null
  to: string
}

const titlesOfGone = new Map(
  changes.flatMap(({ withdrawn }) => withdrawn.map(({ id, title }) => [id, title] as const)),
)
const labelsOfGone = new Map(
  changes.flatMap(({ topics }) => topics.removed.map(({ id, label }) => [id, label] as const)),
)

const names: Names = {
  paper: (id) => ({
    text: paperAt(id)?.title ?? titlesOfGone.get(id) ?? id,
    path: paperAt(id)?.url ?? paperPath(id),
  }),
  topic: (id) => {
    const topic = topicById.get(id)
    return topic ? { text: topic.label, path: topic.url } : (labelsOfGone.get(id) ?? id)
  },
  hasListing: (id) => listingById.has(id),
}

/** Newest first, the opening at the end. Anchors count from the opening, so that none ever changes. */
export const siteChanges: readonly SiteChange[] = [
  ...changes
    .map((change, index) => ({
      anchor: `change-${index + 1}`,
      date: change.date,
      from: change.from,
      to: change.to,
      title: summariseChange(change),
      note: change.note,
      lines: describeChange(change, names),
    }))
    .reverse(),
  ...(opening
    ? [
        {
          anchor: 'opening',
          date: opening.date,
          from: null,
          to: opening.corpus,
          title: `${counted(opening.papers, 'paper')} from ${counted(opening.listings, 'listing')}`,
          note: opening.note,
          lines: [],
        },
      ]
    : []),
]
