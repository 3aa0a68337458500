import { readFileSync } from 'node:fs'
import type { FrameName } from '../../src/shared/map-layout.ts'
import { readListingFiles, readTextFile } from '../files.ts'
import { buildCorpus } from '../pipeline/build-corpus.ts'
import { measureMoves, placesIn } from '../pipeline/known-places.ts'
import { type LaidOut, layOutTopics } from '../pipeline/lay-out-topics.ts'
import type { KnownMap } from '../pipeline/map-file.ts'
import { mapTopics, prepareMap } from '../pipeline/map-task.ts'
import { CURATED_FILES, type CuratedName } from '../pipeline/read-sources.ts'
import { generator, shuffled } from '../pipeline/seeded-random.ts'
import { mapScores } from './map-scores.ts'
import type { FiledCorpus } from './read-corpus.ts'

/** Where the figures are kept: to measure them takes minutes, so tests don't. */
export const MAP_MOVES = 'scripts/evaluate/map-moves.json'

/** From one map to the next, in one frame. */
interface Move {
  /** How far topics moved that were on the map, in the mean and at most, as shares of the frame's width. */
  mean: number
  most: number
  stress: number
}

export interface MapMoves {
  /** Hash of the topic graph that was looked at. */
  graph: string
  /** Whether two layouts from scratch, of shuffled input, are the same. */
  identical: boolean
  /** For each listing: the map without it, from the known one; then the map with it, from that. */
  listings: {
    listing: string
    /** Papers that stand in this listing only. */
    papers: number
    /** Topics that the map has only with the listing, and only without it. */
    newTopics: number
    lostTopics: number
    without: Record<FrameName, Move>
    with: Record<FrameName, Move>
  }[]
}

/** What is about single papers would find them missing; what files papers stays. */
const KEPT: readonly CuratedName[] = [
  'topics.yaml',
  'topic-weights.json',
  'synonyms.yaml',
  'listings.yaml',
]

/** Lays the map out anew, and with each listing left out and added again. */
export async function measureMapMoves(corpus: FiledCorpus, known: KnownMap): Promise<MapMoves> {
  const listings = await readListingFiles('data/listings')
  const curated = {} as Record<CuratedName, string | null>
  for (const name of CURATED_FILES)
    curated[name] = KEPT.includes(name) ? await readTextFile(`data/curated/${name}`) : null
  return {
    graph: prepareMap(mapTopics(corpus), corpus.graph.links).hash,
    identical: isSameWhenShuffled(corpus),
    listings: listings.map((left, at) => {
      const built = buildCorpus({
        listings: listings.filter((listing) => listing !== left),
        registry: { file: 'permalinks.json', text: null },
        curated: { folder: 'data/curated', files: curated },
      })
      if ('problems' in built) throw new Error(JSON.stringify(built.problems))
      const before = layOut(built, known)
      const after = layOut(corpus, before.map)
      const ids = [before, after].map(({ map }) => new Set(map.topics.map(({ id }) => id)))
      const [less, more] = ids as [Set<string>, Set<string>]
      return {
        listing: (corpus.listings[at] as { id: string }).id,
        papers: (corpus.listings[at] as { onlyHere: number }).onlyHere,
        newTopics: countMissing(more, less),
        lostTopics: countMissing(less, more),
        without: describeMove(built, before, known),
        with: describeMove(corpus, after, before.map),
      }
    }),
  }
}

export function readMapMoves(): MapMoves {
  return JSON.parse(readFileSync(MAP_MOVES, 'utf8')) as MapMoves
}

function countMissing(all: ReadonlySet<string>, some: ReadonlySet<string>): number {
  return [...all].filter((id) => !some.has(id)).length
}

type MappedCorpus = Pick<FiledCorpus, 'graph' | 'topics' | 'areas'>

function layOut(corpus: MappedCorpus, known: KnownMap | null): LaidOut {
  return layOutTopics(mapTopics(corpus), corpus.graph.links, corpus.areas, known)
}

function isSameWhenShuffled({ graph, topics, areas }: MappedCorpus): boolean {
  const random = generator(1)
  const other = {
    topics: shuffled(topics, random),
    areas: shuffled(areas, random),
    graph: { ...graph, links: shuffled(graph.links, random) },
  }
  return (
    JSON.stringify(layOut(other, null)) === JSON.stringify(layOut({ graph, topics, areas }, null))
  )
}

function describeMove(
  corpus: MappedCorpus,
  { layouts }: LaidOut,
  known: KnownMap,
): Record<FrameName, Move> {
  const task = prepareMap(mapTopics(corpus), corpus.graph.links)
  const move = (frame: FrameName): Move => {
    const layout = layouts[frame]
    const moved = measureMoves(layout, placesIn(frame, known))
    const share = (units = 0) => Number((units / layout.width).toFixed(4))
    return {
      mean: share(moved?.mean),
      most: share(moved?.most),
      stress: Number(mapScores(task, layout).stress.toFixed(4)),
    }
  }
  return { landscape: move('landscape'), portrait: move('portrait') }
}
