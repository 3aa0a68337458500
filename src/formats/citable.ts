import type { Paper } from '../shared/model.ts'

/** A paper with what a citation of it takes from the site. */
export interface Citable {
  paper: Paper
  /** Absolute permalink. */
  url: string
  /** Labels of the topics it is mainly about. */
  topics: string[]
  /** Tells words that keep their capital wherever they stand. */
  isName: (word: string) => boolean
  /** Name of the site. */
  site: string
}

/** `brief` is for reading on a page: without abstract and keywords. */
export type Detail = 'full' | 'brief'
