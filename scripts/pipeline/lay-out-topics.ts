import type { FrameName, MapLayouts } from '../../src/shared/map-layout.ts'
import { describeLayout } from './describe-layout.ts'
import { describeKnown, measureMoves, placesIn, restorePlaces } from './known-places.ts'
import type { KnownMap } from './map-file.ts'
import { type MapLink, type MapTask, type MapTopic, prepareMap } from './map-task.ts'
import { type Draft, placeInLandscape, placeInPortrait } from './place-topics.ts'
import { showMoreLabels } from './show-labels.ts'

/** A laid out map, and what changed. */
export interface LaidOut {
  layouts: MapLayouts
  /** To be kept for the next time. */
  map: KnownMap
  /** How far topics that were on the map moved, in the mean and at most, in units of the landscape; null if nothing changed. */
  moved: { topics: number; mean: number; most: number } | null
}

/**
 * Lays the linked topics out in both frames so that neighbours in the graph are near, areas lie together, and labels
 * have room. A known map of the same graph is kept as it is; of another graph, topics stay near their places while
 * that keeps the map good. Deterministic: the order of topics, links and areas does not matter. Coordinates are
 * rounded to tenths.
 */
export function layOutTopics(
  topics: MapTopic[],
  links: MapLink[],
  areas: { id: string; label: string }[],
  known: KnownMap | null = null,
): LaidOut {
  const task = prepareMap(topics, links)
  const same = isMapOf(task, known)
  const drafts = same ? restore(task, known) : layOut(task, areas, known)
  const landscape = describeLayout(task, drafts.landscape, areas, 'landscape')
  const portrait = describeLayout(task, drafts.portrait, areas, 'portrait')
  return {
    layouts: { landscape, portrait },
    map: describeKnown(task.hash, landscape, portrait),
    moved: same ? null : measureMoves(landscape, placesIn('landscape', known)),
  }
}

/** A hash alone does not tell that the file still has every topic. */
function isMapOf({ hash, topics }: MapTask, known: KnownMap | null): known is KnownMap {
  if (known?.graph !== hash) return false
  const ids = new Set(known.topics.map(({ id }) => id))
  return topics.every(({ id }) => ids.has(id))
}

function restore(task: MapTask, known: KnownMap): Record<FrameName, Draft> {
  return {
    landscape: restorePlaces(task, placesIn('landscape', known)),
    portrait: restorePlaces(task, placesIn('portrait', known)),
  }
}

function layOut(
  task: MapTask,
  areas: { id: string; label: string }[],
  known: KnownMap | null,
): Record<FrameName, Draft> {
  const landscape = placeInLandscape(task, placesIn('landscape', known))
  const portrait = placeInPortrait(task, landscape, placesIn('portrait', known))
  return {
    landscape: showMoreLabels(task, landscape, areas, 'landscape'),
    portrait: showMoreLabels(task, portrait, areas, 'portrait'),
  }
}
