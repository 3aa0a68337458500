import { areaHue, areas, listed, papers, papersOfTopic, topicById, topics } from './corpus.ts'
import { byId } from './shared/code-unit-order.ts'
import { counted } from './shared/facts.ts'
import { groupBy } from './shared/group-by.ts'
import type { Paper } from './shared/model.ts'
import { listingsOf } from './shared/paper-facts.ts'
import { busiestYear, countByYear, yearSpan } from './shared/topic-years.ts'
import { groupByYear } from './shared/years.ts'

/** What the home page shows of the papers. */

const MOST_SIGHTED = 5
const MOST_CONNECTED = 5
const LARGEST_TOPICS = 16
/** Three rows on a phone. Thousands of spines would be megabytes, and no more to see. */
const SHELF_MAX = 126

// Newest first, so that a shelf begins with what is new and the undated stand at its end.
const inOrder = groupByYear(papers).flatMap(({ items }) => items)
const byShelf = groupBy(inOrder, shelfOf)
const onNone = byShelf.get(undefined)?.length ?? 0

export const shelves = areas.flatMap(({ id, label, url }) => {
  const all = byShelf.get(id) ?? []
  if (all.length === 0) return []
  return {
    label,
    path: url,
    hue: areaHue(id),
    standing: all.length,
    papers: all.slice(0, SHELF_MAX).map(listed),
  }
})

/** Which papers no shelf shows: sentences, each after a space. */
export const shelvesLeaveOut = [
  shelves.some(({ standing }) => standing > SHELF_MAX) &&
    ` A shelf has room for the newest ${SHELF_MAX}.`,
  onNone > 0 &&
    ` ${counted(onNone, 'paper')} without a main topic ${onNone === 1 ? 'stands' : 'stand'} on none.`,
].filter((sentence) => sentence !== false)

export const span = yearSpan(papers)

export const largestTopics = topics
  .filter(({ main }) => main > 0)
  .sort((a, b) => b.main - a.main || byId(a, b))
  .slice(0, LARGEST_TOPICS)
  .map((topic) => ({
    topic,
    hue: areaHue(topic.area),
    years: countByYear(papersOfTopic(topic.id).main, span),
  }))

/** The most papers that one of the largest topics has in a year. */
export const busiest = busiestYear(largestTopics.map(({ years }) => years))

const recommended = new Map<string, number>()
for (const { related } of papers)
  for (const { id } of related) recommended.set(id, (recommended.get(id) ?? 0) + 1)

export const mostConnected = most(
  papers.filter(({ id }) => recommended.has(id)),
  ({ id }) => recommended.get(id) ?? 0,
  MOST_CONNECTED,
)

export const mostSighted = most(
  papers.filter((paper) => listingsOf(paper).length > 1),
  (paper) => listingsOf(paper).length,
  MOST_SIGHTED,
)

/** A paper stands on one shelf: that of the area of its first main topic. */
function shelfOf(paper: Paper): string | undefined {
  return topicById.get(paper.topics.find(({ grade }) => grade === 'main')?.id ?? '')?.area
}

function most(all: Paper[], count: (paper: Paper) => number, number: number) {
  return [...all]
    .sort((a, b) => count(b) - count(a) || byId(a, b))
    .slice(0, number)
    .map(listed)
}
