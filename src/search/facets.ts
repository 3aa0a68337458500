import { byCodeUnit } from '../shared/code-unit-order.ts'
import { RESOURCE_LABELS } from '../shared/resource-labels.ts'
import type { PaperRow, RowsFile } from './index-files.ts'
import { FACETS, type Facet, type FacetName, type FacetValue, type SearchState } from './model.ts'

/** A year facet's value for papers without a date. */
export const UNDATED = 'none'

/** Which values of each facet a paper has, and what they are called. */
export class FacetTable {
  readonly #values: Record<FacetName, string[][]>
  readonly #labelOf: (facet: FacetName, value: string) => string

  constructor(rows: PaperRow[], files: RowsFile) {
    const { topics, areas, listings } = files
    const topicsOf = (row: PaperRow) => row.main.map((topic) => topics[topic]?.id ?? '')
    const areasOf = (row: PaperRow) => [
      ...new Set(row.main.map((topic) => areas[topics[topic]?.area ?? -1]?.id ?? '')),
    ]
    this.#values = {
      topic: rows.map(topicsOf),
      area: rows.map(areasOf),
      year: rows.map(({ date }) => [date?.slice(0, 4) ?? UNDATED]),
      listing: rows.map((row) => row.listings.map((listing) => listings[listing]?.id ?? '')),
      resource: rows.map(({ has }) => has),
      org: rows.map(({ org }) => (org === null ? [] : [org])),
    }
    this.#labelOf = facetLabels(files)
  }

  /** Whether a paper has one of the chosen values of each facet, `but` one facet. */
  passes(paper: number, chosen: SearchState['chosen'], but?: FacetName): boolean {
    return FACETS.every(
      (facet) =>
        facet === but ||
        chosen[facet].length === 0 ||
        chosen[facet].some((value) => this.#values[facet][paper]?.includes(value)),
    )
  }

  /** All facets over papers that match the query, chosen or not: each counted without its own choice. */
  count(papers: number[], chosen: SearchState['chosen']): Facet[] {
    return FACETS.map((name) => {
      const counts = new Map<string, number>()
      const values = this.#values[name]
      const narrows = FACETS.some((other) => other !== name && chosen[other].length > 0)
      for (const paper of papers)
        if (!narrows || this.passes(paper, chosen, name))
          for (const value of values[paper] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
      return facetOf(name, counts, chosen[name], this.#labelOf)
    })
  }
}

/** What the values of facets are called; a value without a name stands for itself. */
export function facetLabels({
  topics,
  areas,
  listings,
}: Pick<RowsFile, 'topics' | 'areas' | 'listings'>): (facet: FacetName, value: string) => string {
  const labels = new Map<string, string>([[`year ${UNDATED}`, 'not in the source']])
  for (const { id, label } of topics) labels.set(`topic ${id}`, label)
  for (const { id, label } of areas) labels.set(`area ${id}`, label)
  for (const { id, label } of listings) labels.set(`listing ${id}`, label)
  for (const [kind, label] of Object.entries(RESOURCE_LABELS)) labels.set(`resource ${kind}`, label)
  return (facet, value) => labels.get(`${facet} ${value}`) ?? value
}

/** A facet with its values in order; chosen values are among them even when no paper has them. */
export function facetOf(
  name: FacetName,
  counts: Iterable<[value: string, count: number]>,
  chosen: readonly string[],
  labelOf: (facet: FacetName, value: string) => string,
): Facet {
  const all = new Map([...chosen.map((value): [string, number] => [value, 0]), ...counts])
  const values = [...all].map(
    ([value, count]): FacetValue => ({
      value,
      label: labelOf(name, value),
      count,
      chosen: chosen.includes(value),
    }),
  )
  return { name, values: values.sort(name === 'year' ? latestFirst : mostFirst) }
}

function mostFirst(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || byCodeUnit(a.label, b.label)
}

/** Undated papers last. */
function latestFirst(a: FacetValue, b: FacetValue): number {
  const undated = Number(a.value === UNDATED) - Number(b.value === UNDATED)
  return undated || byCodeUnit(b.value, a.value)
}
