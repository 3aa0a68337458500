/** The part of Pagefind's browser bundle that is used; the bundle is written with the index, without types. */
export interface PagefindBundle {
  createInstance(options: { basePath: string }): Pagefind
}

export interface Pagefind {
  /** Papers with all words of `text`, best first; `null` asks for all papers that pass the filters. */
  search(text: string | null, options: PagefindOptions): Promise<PagefindFound>
}

interface PagefindOptions {
  filters: PagefindFilter
  /** Papers without the key are left out. */
  sort?: { date: 'asc' | 'desc' }
}

/** A filter's name with one value, or a combination of such. */
export type PagefindFilter =
  | { all: PagefindFilter[] }
  | { any: PagefindFilter[] }
  | { not: PagefindFilter }
  | { [name: string]: string }

export interface PagefindFound {
  results: PagefindHit[]
  /** Papers found with each value of the filters that have been loaded. */
  filters: Record<string, Record<string, number>>
}

interface PagefindHit {
  /** Name of the paper's fragment file. */
  id: string
  data(): Promise<PagefindFragment>
}

/** A record as it was indexed. */
export interface PagefindFragment {
  url: string
  content: string
  meta: { title: string }
  filters: Record<string, string[]>
}
