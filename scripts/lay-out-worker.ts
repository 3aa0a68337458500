import { parentPort, workerData } from 'node:worker_threads'
import type { Area } from '../src/shared/model.ts'
import { layOutTopics } from './pipeline/lay-out-topics.ts'
import type { KnownMap } from './pipeline/map-file.ts'
import type { MapLink, MapTopic } from './pipeline/map-task.ts'

/** What a thread that runs this file is given; it posts what `layOutTopics` makes of it. */
export interface LayOutRequest {
  topics: MapTopic[]
  links: MapLink[]
  areas: Pick<Area, 'id' | 'label'>[]
  known: KnownMap | null
}

const { topics, links, areas, known } = workerData as LayOutRequest
parentPort?.postMessage(layOutTopics(topics, links, areas, known))
