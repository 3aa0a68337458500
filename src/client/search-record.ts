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
  /** Whether they are ordered by how much of the query they answer, as of a question. */
  isQuestion: boolean
  /** How many of them match only some words; unless it is a question, the last ones. */
  partly: number
  /** Absolute address that repeats the search. */
  link: string
}

/** A text for a methods section. It has no date, as the hashes name the data and the search index exactly. */
export function formatSearchRecord(record: SearchRecord): string {
  const { state, meant, filters, sort, corpusHash, corpusPapers, searchFolder, link } = record
  const lines = [
    'Search record, Lectern',
    `Query: ${state.q || '(none)'}`,
    ...(meant === null ? [] : [`Understood as: ${meant}`]),
    `Filters: ${filters.join('; ') || '(none)'}`,
    `Words: ${state.exact ? 'only as typed' : 'with other forms, synonyms, paraphrases and near spellings'}`,
    `Sort: ${sort}`,
    `Data version: ${corpusHash} (${counted(corpusPapers, 'paper')})`,
    `Search index: ${searchFolder.replace(/\/$/, '').split('/').at(-1)}`,
    ...resultLines(record),
    `Repeat: ${link}`,
    ...paperLines(record),
  ]
  return `${lines.join('\n')}\n`
}

function resultLines({ ids, isQuestion, partly }: SearchRecord): string[] {
  const all = counted(ids.length, 'paper')
  if (isQuestion) return [`Result: ${all}, by how much of the question they answer`]
  return partly === 0
    ? [`Result: ${all}`]
    : [
        `Result: ${counted(ids.length - partly, 'paper')} with all words`,
        `Further: ${counted(partly, 'paper')} with some of the words`,
      ]
}

function paperLines({ ids, isQuestion, partly }: SearchRecord): string[] {
  const whole = isQuestion ? ids.length : ids.length - partly
  const lines = ids.map((id, index) => `${index + 1}. ${id}`)
  return [
    ...(whole > 0 ? ['Papers:', ...lines.slice(0, whole)] : []),
    ...(whole < ids.length ? ['Papers with some of the words:', ...lines.slice(whole)] : []),
  ]
}
