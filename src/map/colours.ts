import type { Eras } from './eras.ts'
import type { MapTopic } from './model.ts'
import type { MapColour } from './state.ts'

/** The class of colour of each topic, for each way to colour. */
export type TopicColours = Record<MapColour, string[]>

export function topicColours(topics: readonly MapTopic[], { ends, eraOf }: Eras): TopicColours {
  return {
    area: topics.map(({ area }) => `hue-${area + 1}`),
    community: topics.map(({ community }) => `hue-${community === null ? 0 : community + 1}`),
    year: eraOf.map((era) => `era-${ends && era !== null ? era + 1 : 0}`),
  }
}
