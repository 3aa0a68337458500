import { countOverlaps, FIT_BOX, mapScores, scaleAtFit } from './evaluate/map-scores.ts'
import { layOutTopics } from './pipeline/lay-out-topics.ts'
import { type MapLink, type MapTopic, prepareMap } from './pipeline/map-task.ts'

interface MappedGraph {
  topics: MapTopic[]
  links: MapLink[]
  areas: { id: string; label: string }[]
}

/** What it takes to lay a graph out from scratch in both frames, and how the landscape then is. */
interface MapCost {
  /** Topics with links. */
  topics: number
  links: number
  seconds: number
  /** Share of labels, and overlapping pairs of any kind, at fit in 1200 × 800 pixels. */
  shown: number
  overlaps: { labels: number; marks: number; names: number }
  stress: number
}

export function benchMap({ topics, links, areas }: MappedGraph): MapCost {
  const start = performance.now()
  const { landscape } = layOutTopics(topics, links, areas).layouts
  const seconds = (performance.now() - start) / 1000
  const task = prepareMap(topics, links)
  const { shownAtFit, stress } = mapScores(task, landscape)
  return {
    topics: task.topics.length,
    links: links.length,
    seconds,
    shown: shownAtFit,
    overlaps: countOverlaps(task, landscape, areas, scaleAtFit(landscape, FIT_BOX)),
    stress,
  }
}

/** The cost as one line under MAP_HEAD. */
export function formatMapCost(name: string, cost: MapCost): string {
  const { topics, links, seconds, shown, overlaps, stress } = cost
  const cells = [
    topics,
    links,
    seconds.toFixed(1),
    shown.toFixed(2),
    overlaps.labels,
    overlaps.marks,
    overlaps.names,
    stress.toFixed(3),
  ]
  return name.padEnd(24) + cells.map((cell) => String(cell).padStart(9)).join('')
}

export const MAP_HEAD = `${'map from scratch'.padEnd(24)}   topics    links  seconds   labels  label/…  marks/…  names/…   stress`
