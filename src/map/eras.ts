import type { MapScriptData } from './model.ts'

/** Steps of the colours for years. */
export const ERA_COUNT = 7

/** A mean of fewer dated papers tells of when these were written, not of the topic, and is not given as a number. */
export const DATED_MIN = 3

/** Times that topics belong to, by the mean year of their papers. */
export interface Eras {
  /** Mean years at which the first era ends and the last begins to be filled; null if nothing is dated. */
  ends: [number, number] | null
  /** The era of each topic, from 0; null for topics without a dated paper. */
  eraOf: (number | null)[]
}

/** Topics beyond these shares of all lie in the outer eras, so that a few do not take all colours. */
const CUT = 0.1

/** Mean year of the dated papers of each topic, and how many those are; null where none is dated. */
export function meanYears({ topics, papers }: Pick<MapScriptData, 'topics' | 'papers'>): ({
  mean: number
  dated: number
} | null)[] {
  const sums = topics.map(() => ({ sum: 0, dated: 0 }))
  for (const { year, topics: filed } of papers)
    if (year !== null)
      for (const topic of filed) {
        const entry = sums[topic] as { sum: number; dated: number }
        entry.sum += year
        entry.dated++
      }
  return sums.map(({ sum, dated }) => (dated === 0 ? null : { mean: sum / dated, dated }))
}

/** Parts topics among equal spans of mean years, between the tenth and the ninetieth percentile. */
export function erasOf(data: Pick<MapScriptData, 'topics' | 'papers'>): Eras {
  const means = meanYears(data).map((entry) => entry?.mean ?? null)
  const known = means.filter((mean) => mean !== null).sort((a, b) => a - b)
  const oldest = known[Math.floor(known.length * CUT)]
  const newest = known[Math.ceil(known.length * (1 - CUT)) - 1]
  if (oldest === undefined || newest === undefined)
    return { ends: null, eraOf: means.map(() => null) }
  const span = newest - oldest || 1
  return {
    ends: [oldest, newest],
    eraOf: means.map((mean) =>
      mean === null
        ? null
        : Math.max(0, Math.min(ERA_COUNT - 1, Math.floor(((mean - oldest) / span) * ERA_COUNT))),
    ),
  }
}
