import type { SearchState } from '../search/model.ts'
import { counted } from '../shared/facts.ts'

export interface SearchRecord {
  state: SearchState
  /** The query with its misspelt words mended, where that was sought. */
  meant: string | null
  /** Chosen filters as a reader knows them: `Topic: Speculative decoding`. */
  filters: string[]
  /** Label of the order. */
  sort: string
  corpusHash: string
  corpusPapers: number
  /** Folder of the search index, whose name tells its content: synonyms and paraphrases too. */
  searchFolder: string
  /** Ids of all results in their order. */
  ids: string[]
  /** Absolute address that repeats the search. */
  link: string
}

/** A text for a methods section. It has no date, as the hashes name the data and the search index exactly. */
export function formatSearchRecord(record: SearchRecord): string {
  const { state, meant, filters, sort, corpusHash, corpusPapers, searchFolder, ids, link } = record
  const lines = [
    'Search record, Lectern',
    `Query: ${state.q || '(none)'}`,
    ...(meant === null ? [] : [`Understood as: ${meant}`]),
    `Filters: ${filters.join('; ') || '(none)'}`,
    `Words: ${state.exact ? 'only as typed' : 'with other forms, synonyms, paraphrases and near spellings'}`,
    `Sort: ${sort}`,
    `Data version: ${corpusHash} (${counted(corpusPapers, 'paper')})`,
    `Search index: ${searchFolder.replace(/\/$/, '').split('/').at(-1)}`,
    `Result: ${counted(ids.length, 'paper')}`,
    `Repeat: ${link}`,
  ]
  if (ids.length > 0) lines.push('Papers:', ...ids.map((id, index) => `${index + 1}. ${id}`))
  return `${lines.join('\n')}\n`
}
