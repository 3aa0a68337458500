import type { RowsFile } from './index-files.ts'
import type { PagefindFragment } from './pagefind-bundle.ts'

/** The files beside Pagefind's own, and how a paper is read back from its fragment. */

/** `names.json`: what does not grow with the papers, so that topics and filters are known at once. */
export interface NamesFile extends RowsFile {
  papers: []
  /** Values of the filters of these names, in order. */
  years: string[]
  orgs: string[]
}

/** `ids.json`: the papers by the names of their fragment files, loaded to list all results. */
export type IdsFile = Record<string, string>

/** Facts that results show and nothing filters by. */
export type OtherFacts = [
  date: string | null,
  yearInferred: boolean,
  authorCount: number | null,
  comments: number | null,
  listings: number,
]

/** A paper as Pagefind gives it back. */
export interface FoundPaper {
  id: string
  title: string
  abstract: string
  topics: string[]
  org: string | null
  date: string | null
  yearInferred: boolean
  authorCount: number | null
  comments: number | null
  listings: number
}

export function readFragment({ url, content, meta, filters }: PagefindFragment): FoundPaper {
  const facts: OtherFacts = JSON.parse(filters.facts?.[0] ?? '')
  const [date, yearInferred, authorCount, comments, listings] = facts
  return {
    id: readPaperId(url),
    title: meta.title,
    abstract: content.slice(meta.title.length + 1),
    topics: filters.topic ?? [],
    org: filters.org?.[0] ?? null,
    date,
    yearInferred,
    authorCount,
    comments,
    listings,
  }
}

/** The id of a paper from the address of its page. */
export function readPaperId(url: string): string {
  return url.split('/').filter(Boolean).at(-1) ?? ''
}
