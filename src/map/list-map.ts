import { byCodeUnit, byId } from '../shared/code-unit-order.ts'
import { counted, groupDigits } from '../shared/facts.ts'
import type { TopicLink } from '../shared/model.ts'
import { DATED_MIN, meanYears } from './eras.ts'
import type { MapData, MapTopic } from './model.ts'
import { neighboursOf } from './scene.ts'

/** Of the neighbours of a topic, so many are named with it. */
const NAMED = 4

/** A topic as the lists of the map tell of it. */
export interface ListedTopic {
  id: string
  label: string
  hue: number
  /** The label of its area. */
  area: string
  /** Labels of the topics that name its community; null without a link. */
  community: string | null
  papers: number
  /** The mean is null if too few papers are dated for one. */
  year: { mean: number | null; dated: number } | null
  links: number
  /** A few of its neighbours, with the number of papers shared. */
  strongest: { label: string; shared: number }[]
}

/** A link with the figures of its test. */
export interface ListedPair extends Omit<TopicLink, 'topics'> {
  a: ListedTopic
  b: ListedTopic
  /** Whether both topics have a page together. */
  hasPage: boolean
}

/** All topics, those with most papers first. */
export function listTopics(data: MapData): ListedTopic[] {
  const topicOf = (place: number) => data.topics[place] as MapTopic
  const years = meanYears(data)
  return data.topics
    .map(({ id, label, area, community, papers }, place) => {
      const neighbours = neighboursOf(data.links, place)
      const year = years[place] ?? null
      return {
        id,
        label,
        hue: area + 1,
        area: data.areas[area]?.label ?? '',
        community:
          community === null
            ? null
            : (data.communities[community] ?? []).map((member) => topicOf(member).label).join(', '),
        papers,
        year: year && { ...year, mean: year.dated < DATED_MIN ? null : year.mean },
        links: neighbours.length,
        strongest: neighbours
          .slice(0, NAMED)
          .map(({ topic, link }) => ({ label: topicOf(topic).label, shared: link.observed })),
      }
    })
    .sort((a, b) => b.papers - a.papers || byId(a, b))
}

/** The topics without a link, by label. */
export function listUnlinked(topics: ListedTopic[]): ListedTopic[] {
  return topics.filter(({ links }) => links === 0).sort((a, b) => byCodeUnit(a.label, b.label))
}

/** All links, the surest first. */
export function listPairs(
  topics: ListedTopic[],
  links: TopicLink[],
  hasPairPage: (a: string, b: string) => boolean,
): ListedPair[] {
  const topicById = new Map(topics.map((topic) => [topic.id, topic]))
  return [...links]
    .sort((a, b) => a.p - b.p || b.strength - a.strength)
    .map(({ topics: [a, b], ...figures }) => ({
      a: topicById.get(a) as ListedTopic,
      b: topicById.get(b) as ListedTopic,
      hasPage: hasPairPage(a, b),
      ...figures,
    }))
}

/** How many links there are, the topic that has most, and the surest link; without a full stop. */
export function summariseLists(topics: ListedTopic[], pairs: ListedPair[]): string {
  const linked = topics.filter(({ links }) => links > 0).length
  const joined = `${linked} of ${counted(topics.length, 'topic')} are joined by ${counted(pairs.length, 'link')}`
  const hub = [...topics].sort((a, b) => b.links - a.links)[0]
  const [surest] = pairs
  if (!hub || !surest) return joined
  return `${joined}. ${hub.label} has the most (${hub.links}). The surest link joins ${surest.a.label} and ${surest.b.label}: ${counted(surest.observed, 'shared paper')}, where chance predicts ${surest.expected.toFixed(1)}`
}

/** What the mean years are of. */
export function describeDating({ papers }: MapData): string {
  const undated = papers.filter(({ year }) => year === null).length
  return `The mean year is that of the dated ones, where there are ${DATED_MIN} or more; ${groupDigits(undated)} of ${counted(papers.length, 'paper')} have no date in the source.`
}
