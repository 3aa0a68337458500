import type { MapLink } from './model.ts'
import { pairKey } from './scene.ts'

/** What stands out. Topics are given by their places in the data. */
export interface Emphasis {
  centres: readonly number[]
  /** The centres and those that stand out with them. */
  topics: ReadonlySet<number>
  /** Keys of links. */
  links: ReadonlySet<string>
}

/** One topic stands out with its links and neighbours, several with the links between them; null around none. */
export function emphasisAround(
  centres: readonly number[],
  links: readonly MapLink[],
): Emphasis | null {
  if (centres.length === 0) return null
  const isCentre = new Set(centres)
  const near = links.filter(({ a, b }) =>
    centres.length === 1 ? isCentre.has(a) || isCentre.has(b) : isCentre.has(a) && isCentre.has(b),
  )
  return {
    centres,
    topics: new Set([...centres, ...near.flatMap(({ a, b }) => [a, b])]),
    links: new Set(near.map(({ a, b }) => pairKey(a, b))),
  }
}
