import { ownValue } from './own-value.ts'
import { areaPath, pairPath, topicPath } from './paths.ts'

/** Site paths: what was published at one stands at the other now. */
export interface Moved {
  from: string
  to: string
}

/** By each former id the present one. */
export type FormerIds = ReadonlyMap<string, string>

/** The same of areas and topics, for scripts. */
export interface FormerNames {
  areas: Readonly<Record<string, string>>
  topics: Readonly<Record<string, string>>
}

export const noFormerNames: FormerNames = { areas: {}, topics: {} }

/** Present ids for former ones, each once, in their order. */
export function presentIds(
  ids: readonly string[],
  former: Readonly<Record<string, string>>,
): string[] {
  return [...new Set(ids.map((id) => ownValue(former, id) ?? id))]
}

export function formerIds(
  items: readonly { id: string; formerly: readonly string[] }[],
): FormerIds {
  return new Map(items.flatMap(({ id, formerly }) => formerly.map((former) => [former, id])))
}

/** The present ids of a pair of topics, written `a+b`; one id if the two are one topic by now. */
export function presentPair(pair: string, formerTopics: FormerIds): string[] {
  const ids = pair.split('+').map((id) => formerTopics.get(id) ?? id)
  return [...new Set(ids)].sort()
}

/** The pages of areas, topics and published pairs of topics, written `a+b`, that had other ids, in this order. */
export function listMoved(
  formerAreas: FormerIds,
  formerTopics: FormerIds,
  pairs: readonly string[],
): Moved[] {
  const movedPairs = pairs.flatMap((pair): Moved[] => {
    const [a, b] = pair.split('+') as [string, string]
    if (!formerTopics.has(a) && !formerTopics.has(b)) return []
    const [c, d] = presentPair(pair, formerTopics) as [string, string?]
    return [{ from: pairPath(a, b), to: d === undefined ? topicPath(c) : pairPath(c, d) }]
  })
  return [
    ...[...formerAreas].map(([from, to]) => ({ from: areaPath(from), to: areaPath(to) })),
    ...[...formerTopics].map(([from, to]) => ({ from: topicPath(from), to: topicPath(to) })),
    ...movedPairs,
  ]
}
