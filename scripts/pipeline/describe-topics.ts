import { byCodeUnit } from '../../src/shared/code-unit-order.ts'
import type { Area, Paper, Topic, TopicPair } from '../../src/shared/model.ts'
import { PAIR_PAGE_MIN } from '../../src/shared/paper-sets.ts'
import { areaPath, topicPath } from '../../src/shared/paths.ts'
import { countFilings } from './test-pairs.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Areas in the order of the vocabulary, with the papers that have a main topic in them. */
export function describeAreas(
  { areas, topics }: Vocabulary,
  papers: Pick<Paper, 'topics'>[],
): Area[] {
  const areaOf = new Map(topics.map(({ id, area }) => [id, area]))
  return areas.map(({ id, label, scope, formerly }) => ({
    id,
    label,
    scope,
    url: areaPath(id),
    formerly,
    papers: papers.filter((paper) =>
      paper.topics.some((topic) => topic.grade === 'main' && areaOf.get(topic.id) === id),
    ).length,
  }))
}

/** Topics in the order of the vocabulary. */
export function describeTopics({ topics }: Vocabulary, papers: Pick<Paper, 'topics'>[]): Topic[] {
  const counts = { main: new Map<string, number>(), also: new Map<string, number>() }
  for (const paper of papers)
    for (const { id, grade } of paper.topics)
      counts[grade].set(id, (counts[grade].get(id) ?? 0) + 1)
  return topics.map(({ id, label, scope, area, formerly, broader, aliases, acronyms }) => ({
    id,
    label,
    scope,
    area,
    url: topicPath(id),
    formerly,
    broader,
    aliases,
    acronyms,
    main: counts.main.get(id) ?? 0,
    also: counts.also.get(id) ?? 0,
  }))
}

/**
 * Every two topics that share a paper, most shared papers first, then by ids. `kept` are pairs, as `a+b`, that have had a
 * page: they keep it, and are told even if they share none.
 */
export function pairTopics(
  papers: Pick<Paper, 'topics'>[],
  kept: readonly string[] = [],
): TopicPair[] {
  const { sizes, shared } = countFilings(papers)
  const known = new Set(kept)
  return [...new Map([...kept.map((key) => [key, 0] as const), ...shared])]
    .sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b))
    .map(([key, count]) => {
      const [a, b] = key.split('+') as [string, string]
      const expected = ((sizes.get(a) ?? 0) * (sizes.get(b) ?? 0)) / papers.length
      return {
        topics: [a, b],
        papers: count,
        expected: Math.round(expected * 100) / 100,
        hasPage: count >= PAIR_PAGE_MIN || known.has(key),
      }
    })
}
