import type { Area, Paper, Topic } from './model.ts'

/** How many hues the style sheet has, from `.hue-1`. */
export const HUE_COUNT = 10

/** Hue numbers, from 1, by which areas are told apart; 0 is for what lies in no area. */
interface Hues {
  /** The place of an area among the areas. */
  ofArea(area: Area['id']): number
  /** The hue of a topic's area. */
  ofTopic(topic: Topic['id']): number
  /** The hues of the areas that a paper's main topics lie in, the first topic's first; empty if unfiled. */
  ofPaper(paper: Paper): number[]
}

export function assignHues(areas: readonly Area[], topics: readonly Topic[]): Hues {
  const numbers = new Map(areas.map(({ id }, index) => [id, index + 1]))
  const areaOf = new Map(topics.map(({ id, area }) => [id, area]))
  const ofArea = (area: Area['id']) => numbers.get(area) ?? 0
  const ofTopic = (topic: Topic['id']) => ofArea(areaOf.get(topic) ?? '')
  const ofPaper = ({ topics: filed }: Paper) => [
    ...new Set(filed.filter(({ grade }) => grade === 'main').map(({ id }) => ofTopic(id))),
  ]
  return { ofArea, ofTopic, ofPaper }
}
