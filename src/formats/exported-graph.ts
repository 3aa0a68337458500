import { meanYears } from '../map/eras.ts'
import type { MapData } from '../map/model.ts'
import type { PlacedTopic } from '../shared/map-layout.ts'
import type { Corpus, GraphFile, TopicLink } from '../shared/model.ts'
import { topicPath } from '../shared/paths.ts'

/** A topic as the files of the map state it. */
export interface ExportedTopic {
  id: string
  label: string
  /** Name of its area. */
  area: string
  /** Absolute address of its page. */
  url: string
  /** Papers filed under it, in either grade. */
  papers: number
  /** How many of these are dated. */
  dated: number
  /** Mean year of the dated papers, to two digits; null if none is dated. */
  meanYear: number | null
  /** Place among the communities, from 0; null without a link. */
  community: number | null
  /** Place in the wide frame of the map, y down; null without a link. */
  place: { x: number; y: number } | null
}

/** The topic graph with all that the files of the map say about it. */
export interface ExportedGraph {
  siteName: string
  /** Absolute address of the map. */
  url: string
  corpus: Corpus
  areas: { id: string; label: string }[]
  /** By id; those without links too. */
  topics: ExportedTopic[]
  /** Heaviest first. */
  links: TopicLink[]
  /** Names of the topics that name each community. */
  communities: string[][]
}

/** What the files of the map say, from the generated graph and what the map shows of it. */
export function gatherGraph(
  { corpus, links }: Pick<GraphFile, 'corpus' | 'links'>,
  map: MapData,
  site: { name: string; address: (path: string) => string },
): ExportedGraph {
  const placeById = new Map(map.layouts.landscape.topics.map((placed) => [placed.id, placed]))
  const years = meanYears(map)
  return {
    siteName: site.name,
    url: site.address('/graph/'),
    corpus,
    areas: map.areas,
    topics: map.topics.map(({ id, label, area, papers, community }, number) => ({
      id,
      label,
      area: map.areas[area]?.label ?? '',
      url: site.address(topicPath(id)),
      papers,
      dated: years[number]?.dated ?? 0,
      meanYear: toTwoDigits(years[number]?.mean ?? null),
      community,
      place: placeOf(placeById.get(id)),
    })),
    links,
    communities: map.communities.map((naming) =>
      naming.map((topic) => map.topics[topic]?.label ?? ''),
    ),
  }
}

function toTwoDigits(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100
}

function placeOf(placed: PlacedTopic | undefined): ExportedTopic['place'] {
  return placed ? { x: placed.x, y: placed.y } : null
}
