import { yearOf } from '../shared/dates.ts'
import type { Area, GraphFile, Paper, Topic } from '../shared/model.ts'
import type { MapData } from './model.ts'

/** How many topics name a community. */
const NAMING = 2

/** Gathers what the map shows. Topics and papers stand in the order of their ids. */
export function gatherMapData(
  { topics: nodes, links, communities, layouts }: GraphFile,
  topics: Topic[],
  areas: Area[],
  papers: Paper[],
): MapData {
  const areaOf = new Map(areas.map(({ id }, place) => [id, place]))
  const topicById = new Map(topics.map((topic) => [topic.id, topic]))
  const place = new Map(nodes.map(({ id }, at) => [id, at]))
  const placeOf = (id: string) => place.get(id) as number
  return {
    topics: nodes.map(({ id, community, papers: size }) => {
      const { label, area } = topicById.get(id) as Topic
      return { id, label, area: areaOf.get(area) as number, community, papers: size }
    }),
    areas: areas.map(({ id, label }) => ({ id, label })),
    communities: communities.map(({ topics: members }) => members.slice(0, NAMING).map(placeOf)),
    links: [...links]
      .sort((a, b) => b.strength - a.strength)
      .map(({ topics: [a, b], observed, expected, strength }) => ({
        a: placeOf(a),
        b: placeOf(b),
        observed,
        expected,
        strength,
      })),
    papers: papers.map(({ id, title, date, topics: filed }) => ({
      id,
      title,
      year: date ? Number(yearOf(date)) : null,
      topics: [...filed]
        .sort((a, b) => Number(a.grade === 'also') - Number(b.grade === 'also'))
        .map(({ id: topic }) => placeOf(topic)),
    })),
    layouts,
  }
}
