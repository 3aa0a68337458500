import type { PaperRow, RowsFile } from './index-files.ts'
import { FACETS, type Facet, type FacetName, type FacetValue, type SearchState } from './model.ts'

/** A year facet's value for papers without a date. */
export const UNDATED = 'none'

const RESOURCE_LABELS: Readonly<Record<string, string>> = {
  code: 'Code',
  data: 'Data',
  model: 'Model',
  project: 'Project page',
}

/** Which values of each facet a paper has, and what they are called. */
export class FacetTable {
  readonly #values: Record<FacetName, string[][]>
  readonly #labels = new Map<string, string>()

  constructor(rows: PaperRow[], { topics, areas, listings }: RowsFile) {
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
    const label = (facet: FacetName, value: string, text: string) =>
      this.#labels.set(`${facet} ${value}`, text)
    for (const { id, label: text } of topics) label('topic', id, text)
    for (const { id, label: text } of areas) label('area', id, text)
    for (const { id, label: text } of listings) label('listing', id, text)
    for (const [kind, text] of Object.entries(RESOURCE_LABELS)) label('resource', kind, text)
    label('year', UNDATED, 'not in the source')
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
      const counts = new Map<string, number>(chosen[name].map((value) => [value, 0]))
      for (const paper of papers)
        if (this.passes(paper, chosen, name))
          for (const value of this.#values[name][paper] ?? [])
            counts.set(value, (counts.get(value) ?? 0) + 1)
      const values = [...counts].map(
        ([value, count]): FacetValue => ({
          value,
          label: this.#labels.get(`${name} ${value}`) ?? value,
          count,
          chosen: chosen[name].includes(value),
        }),
      )
      return { name, values: values.sort(name === 'year' ? latestFirst : mostFirst) }
    })
  }
}

function mostFirst(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || (a.label < b.label ? -1 : 1)
}

/** Undated papers last. */
function latestFirst(a: FacetValue, b: FacetValue): number {
  const undated = Number(a.value === UNDATED) - Number(b.value === UNDATED)
  return undated || (a.value < b.value ? 1 : -1)
}
