import type { FrameName, MapLayout, PlacedTopic } from '../../src/shared/map-layout.ts'
import type { FormerIds } from '../../src/shared/moved.ts'
import type { KnownMap, KnownPlace } from './map-file.ts'
import { FRAMES } from './map-frames.ts'
import type { MapTask, MapTopic } from './map-task.ts'
import type { Mark } from './place-labels.ts'
import type { Places } from './stress-layout.ts'

/** Where topics are on a frame of the map as known so far, by id. */
export type KnownPlaces = ReadonlyMap<string, KnownPlace>

export function placesIn(frame: FrameName, known: KnownMap | null): KnownPlaces {
  return new Map(known?.topics.map((topic) => [topic.id, topic[frame]]))
}

/** The map with topics under their present ids; of two that are one by now, the place of that which had the id. */
export function renameKnown(known: KnownMap, formerTopics: FormerIds): KnownMap {
  const own = new Set(known.topics.map(({ id }) => id))
  const placed = new Set<string>()
  const topics = known.topics.flatMap((topic) => {
    const id = formerTopics.get(topic.id) ?? topic.id
    if ((id !== topic.id && own.has(id)) || placed.has(id)) return []
    placed.add(id)
    return [{ ...topic, id }]
  })
  return { ...known, topics }
}

/** A layout that was made for the same graph, with the number of each label's candidate. */
export function restorePlaces(
  { topics, marks }: MapTask,
  known: KnownPlaces,
): { places: Places; chosen: number[] } {
  const kept = topics.map(({ id }) => known.get(id) as KnownPlace)
  return {
    places: {
      x: Float64Array.from(kept, ([x]) => x),
      y: Float64Array.from(kept, ([, y]) => y),
    },
    chosen: kept.map(([, , side, lines], node) =>
      // The widths of letters may have changed since, and with them where a label breaks.
      Math.max(
        0,
        (marks[node] as Mark).candidates.findIndex(
          (candidate) => candidate.side === side && candidate.lines.length === lines,
        ),
      ),
    ),
  }
}

/** Known places, and for a new topic the middle of those it is linked with. */
export function startAtKnown(
  { topics, links }: MapTask,
  frame: FrameName,
  known: KnownPlaces,
): Places {
  const { width, height } = FRAMES[frame]
  const start = topics.map(({ id }, node): readonly [number, number] => {
    const place = known.get(id)
    if (place) return [place[0], place[1]]
    const near = links.flatMap(({ a, b }) => {
      const other = a === node ? b : b === node ? a : null
      const there = other === null ? undefined : known.get((topics[other] as MapTopic).id)
      return there ? [there] : []
    })
    // No two new topics begin at one place.
    const shift = node / topics.length
    if (near.length === 0) return [width / 2 + shift, height / 2 + shift]
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    return [mean(near.map(([x]) => x)) + shift, mean(near.map(([, y]) => y)) + shift]
  })
  return {
    x: Float64Array.from(start, ([x]) => x),
    y: Float64Array.from(start, ([, y]) => y),
  }
}

/** Moves each known topic by a share of the way back to its place. */
export function pullBack(
  { topics }: MapTask,
  { x, y }: Places,
  known: KnownPlaces,
  share: number,
): void {
  for (const [node, { id }] of topics.entries()) {
    const place = known.get(id)
    if (!place) continue
    x[node] = (x[node] as number) + share * (place[0] - (x[node] as number))
    y[node] = (y[node] as number) + share * (place[1] - (y[node] as number))
  }
}

/** How far the topics that were on the map moved, in units of the frame; null if none was. */
export function measureMoves(
  { topics }: MapLayout,
  known: KnownPlaces,
): { topics: number; mean: number; most: number } | null {
  const moves = topics.flatMap(({ id, x, y }) => {
    const place = known.get(id)
    return place ? [Math.hypot(x - place[0], y - place[1])] : []
  })
  if (moves.length === 0) return null
  return {
    topics: moves.length,
    mean: moves.reduce((sum, move) => sum + move, 0) / moves.length,
    most: Math.max(...moves),
  }
}

/** What to keep of two layouts of a graph for the next time. */
export function describeKnown(hash: string, landscape: MapLayout, portrait: MapLayout): KnownMap {
  return {
    schema: 1,
    graph: hash,
    topics: landscape.topics.map((topic, node) => ({
      id: topic.id,
      landscape: placeOf(topic),
      portrait: placeOf(portrait.topics[node] as PlacedTopic),
    })),
  }
}

function placeOf({ x, y, label }: PlacedTopic): KnownPlace {
  return [x, y, label.side, label.lines.length === 2 ? 2 : 1]
}
