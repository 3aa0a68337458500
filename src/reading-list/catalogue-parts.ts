import { byCodeUnit } from '../shared/code-unit-order.ts'
import { groupBy } from '../shared/group-by.ts'
import type { CatalogueContents } from './catalogue.ts'

/** A catalogue of many papers is split, so that a short list does not load them all. */

/** Papers in one part. */
export const PART_SIZE = 32

/** `catalogue-<n>.json`: papers 32 n to 32 n + 31 by id, after them those that ids of this part lead to. */
export function partName(part: number): string {
  return `catalogue-${part}.json`
}

/** The papers have to be in the order of their ids. `starts` are as short as tells the parts apart. */
export function splitCatalogue({ papers, gone }: CatalogueContents): {
  starts: string[]
  parts: CatalogueContents[]
} {
  const count = Math.ceil(papers.length / PART_SIZE)
  const starts = Array.from({ length: count }, (_, part) =>
    part === 0
      ? ''
      : startBetween(papers[part * PART_SIZE - 1]?.id ?? '', papers[part * PART_SIZE]?.id ?? ''),
  )
  const paperById = new Map(papers.map((paper) => [paper.id, paper]))
  const goneById = new Map(gone.map(({ id, into }) => [id, into]))
  const presentOf = (id: string): string => {
    const into = goneById.get(id)
    return into ? presentOf(into) : id
  }
  const goneByPart = groupBy(gone, ({ id }) => partOf(id, starts))
  const parts = starts.map((_, part) => {
    const own = papers.slice(part * PART_SIZE, (part + 1) * PART_SIZE)
    const here = (goneByPart.get(part) ?? []).map(({ id, into }) => ({
      id,
      into: into && presentOf(into),
    }))
    const led = here.flatMap(({ into }) => paperById.get(into ?? '') ?? [])
    return { papers: [...new Set([...own, ...led])], gone: here }
  })
  return { starts, parts }
}

/** The part that knows an id, whether it is a paper's or not. */
export function partOf(id: string, starts: readonly string[]): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => byCodeUnit(start, id) <= 0),
  )
}

/** The shortest beginning of `id` that comes after `before`. */
function startBetween(before: string, id: string): string {
  let length = 1
  while (byCodeUnit(id.slice(0, length), before) <= 0) length++
  return id.slice(0, length)
}
