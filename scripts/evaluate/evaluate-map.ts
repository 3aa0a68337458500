import type { FrameName } from '../../src/shared/map-layout.ts'
import { layOutTopics } from '../pipeline/lay-out-topics.ts'
import type { KnownMap } from '../pipeline/map-file.ts'
import { mapTopics, prepareMap } from '../pipeline/map-task.ts'
import type { MapMoves } from './map-moves.ts'
import {
  BOXES,
  countOverlaps,
  frameFor,
  type MapScores,
  mapScores,
  type Overlaps,
  scaleAtFit,
  scalesIn,
  ZOOM_STEPS,
} from './map-scores.ts'
import type { FiledCorpus } from './read-corpus.ts'

/** Scales looked at from each zoom step to the next, besides the steps. */
const BETWEEN = 24

export interface MapEvaluation {
  /** Hash of the topic graph. */
  graph: string
  topics: number
  links: number
  communities: number
  modularity: number
  frames: Record<FrameName, MapScores>
  boxes: {
    width: number
    height: number
    frame: FrameName
    /** Share of labels that are shown at each of ZOOM_STEPS. */
    shown: number[]
    /** Scales looked at. */
    scales: number
    /** Over all these scales. */
    overlaps: Overlaps
  }[]
  moves: MapMoves
}

/** Measures the published map of the corpus. `moves` were measured by measureMapMoves, which takes long. */
export function evaluateMap(
  corpus: FiledCorpus,
  known: KnownMap | null,
  moves: MapMoves,
): MapEvaluation {
  const { graph, areas, quality } = corpus
  const topics = mapTopics(corpus)
  const task = prepareMap(topics, graph.links)
  const { layouts } = layOutTopics(topics, graph.links, areas, known)
  return {
    graph: task.hash,
    topics: task.topics.length,
    links: task.links.length,
    communities: graph.communities.length,
    modularity: quality.topicGraph.modularity,
    frames: {
      landscape: mapScores(task, layouts.landscape),
      portrait: mapScores(task, layouts.portrait),
    },
    boxes: BOXES.map((box) => {
      const frame = frameFor(box)
      const layout = layouts[frame]
      const fit = scaleAtFit(layout, box)
      const scales = scalesIn(layouts, box, BETWEEN)
      const overlaps: Overlaps = { labels: 0, marks: 0, names: 0 }
      for (const scale of scales) {
        const counts = countOverlaps(task, layout, areas, scale)
        overlaps.labels += counts.labels
        overlaps.marks += counts.marks
        overlaps.names += counts.names
      }
      return {
        ...box,
        frame,
        shown: ZOOM_STEPS.map(
          (step) =>
            layout.topics.filter(({ label }) => label.from <= fit * step).length /
            layout.topics.length,
        ),
        scales: scales.length,
        overlaps,
      }
    }),
    moves,
  }
}
