import { HUE_COUNT } from '../shared/hues.ts'
import type { Eras } from './eras.ts'
import type { MapTopic } from './model.ts'
import type { MapColour } from './state.ts'

/** The class of colour of each topic, for each way to colour. */
export type TopicColours = Record<MapColour, string[]>

export function topicColours(
  topics: readonly MapTopic[],
  { eraOf }: Pick<Eras, 'eraOf'>,
): TopicColours {
  return {
    area: topics.map(({ area }) => `hue-${area + 1}`),
    community: topics.map(({ community }) => `hue-${communityHue(community)}`),
    year: eraOf.map((era) => `era-${era === null ? 0 : era + 1}`),
  }
}

/** The hue of a community by its place, from 0. The smallest, past the last hue, share 0, as what is in none has it. */
export function communityHue(place: number | null): number {
  return place === null || place >= HUE_COUNT ? 0 : place + 1
}
