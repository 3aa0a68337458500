import type { AsPlainObject, Options } from 'minisearch'
import { analyse, wordsOf } from './analyse.ts'
import { type Name, topicTerm } from './names.ts'

/**
 * The files that the site build writes for search, and the one place that says how they are read. Abstracts
 * are analysed there only: the index holds finished terms, so that MiniSearch needs no tokenizer of ours.
 */

export const INDEX_FIELDS = ['title', 'topics', 'abstract'] as const
export type IndexField = (typeof INDEX_FIELDS)[number]

/** An indexed paper: its number, and for each field its terms with blanks between them. */
export type IndexedPaper = { id: number } & Record<IndexField, string>

export const indexOptions: Options<IndexedPaper> = {
  fields: [...INDEX_FIELDS],
  tokenize: termsIn,
  processTerm: (term) => term,
}

/** The terms of a field of an indexed paper. */
export function termsIn(field: string): string[] {
  return field.split(' ').filter(Boolean)
}

/** `full.json`; of titles and topics alone the browser makes an index itself, in less than its download. */
export interface IndexFile {
  schema: 1
  index: AsPlainObject
  /** For each term of the index, in its order: papers that have it in any field. */
  papersWith: number[]
  /** Keys of the words of English that no paper has and that could be taken for slips, in order. */
  otherWords: string[]
  /** Everyday words by what they lead to; a name for each pair would be several times as long. */
  everyday: EverydayTuple[]
  /** In the order of the topics in `papers.json`, as analysed. */
  topicNames: TopicNamesTuple[]
  paraphrases: ParaphraseIndex
  /** In the order of the topics in `papers.json`. */
  topicParaphrases: ParaphraseIndex
}

/** Where words stand in paraphrases, which are numbered through all papers (or topics); texts of papers' are with the abstracts. */
export interface ParaphraseIndex {
  /** How many each has. */
  counts: number[]
  /** How many of these, the last ones, are free. */
  free: number[]
  /** For each key of their words the numbers of those that have it, as gaps. */
  keys: [key: string, ...gaps: number[]][]
}

/** Papers in one file of texts. */
export const TEXTS_PER_FILE = 64

/** `texts-<n>.json`: the texts of papers 64 n to 64 n + 63. */
export type TextsFile = PaperTexts[]

export type PaperTexts = [abstract: string, ...paraphrases: string[]]

export interface IndexedTopic {
  id: string
  label: string
  hue: number
  area: number
  /** Papers that are about it. */
  main: number
  /** Ids that it had before; none if absent. */
  formerly?: string[]
}

/** What results show and facets count; `null` is not in the source. Numbers refer to the lists beside. */
export interface PaperRow {
  id: string
  title: string
  date: string | null
  yearInferred: boolean
  authorCount: number | null
  org: string | null
  comments: number | null
  sightings: number
  listings: number[]
  main: number[]
  also: number[]
  /** Kinds of resources. */
  has: string[]
}

/** `papers.json` of the index folder. */
export interface RowsFile {
  schema: 1
  /** Columns of `papers`, which is a list of tuples for the sake of size. */
  papers: PaperTuple[]
  topics: IndexedTopic[]
  areas: { id: string; label: string }[]
  listings: { id: string; label: string }[]
  /** By the names of organisations, their accounts where these have other words. */
  accounts: Record<string, string>
  /** Names of topics, and abbreviations with their long forms. */
  names: NameTuple[]
  /** Keys of abbreviations that are plain words as well, unless they are written as abbreviations: `fit`. */
  plainWords: string[]
}

export type NameTuple = [words: string, term: string, label: string]

/** Everyday words as analysed, and for each meaning its label and the terms of names that it is. */
export type EverydayTuple = [says: string[], meanings: [label: string, ...terms: string[]][]]

export type TopicNamesTuple = [searched: string[], parts: string[]]

type PaperTuple = [
  /** Empty where the title gives it. */
  id: string,
  title: string,
  date: string | null,
  yearInferred: 0 | 1,
  authorCount: number | null,
  org: string | null,
  comments: number | null,
  sightings: number,
  listings: number[],
  main: number[],
  also: number[],
  has: string[],
]

/** Longest id that titles give; see `idOf`. */
const ID_LENGTH = 60

/** The id that nearly every paper has from its title, so that files need not repeat it. */
function idOf(title: string): string {
  const words = analyse(title.replace(/['’]/g, '')).map(({ term }) => term)
  let id = words[0] ?? ''
  for (const word of words.slice(1)) {
    if (id.length + 1 + word.length > ID_LENGTH) break
    id += `-${word}`
  }
  return id
}

export function packRow(row: PaperRow): PaperTuple {
  return [
    row.id === idOf(row.title) ? '' : row.id,
    row.title,
    row.date,
    row.yearInferred ? 1 : 0,
    row.authorCount,
    row.org,
    row.comments,
    row.sightings,
    row.listings,
    row.main,
    row.also,
    row.has,
  ]
}

export function unpackRow(tuple: PaperTuple): PaperRow {
  const [id, title, date, inferred, authorCount, org, comments, sightings] = tuple
  const [, , , , , , , , listings, main, also, has] = tuple
  return {
    id: id || idOf(title),
    title,
    date,
    yearInferred: inferred === 1,
    authorCount,
    org,
    comments,
    sightings,
    listings,
    main,
    also,
    has,
  }
}

/** Every name once for each term it stands for, those that are written alike together. */
export function unpackNames(
  { names, topics }: Pick<RowsFile, 'names' | 'topics'>,
  { everyday, topicNames }: Pick<IndexFile, 'everyday' | 'topicNames'>,
): Name[] {
  const byWords = new Map<string, Map<string, Name>>()
  const add = (name: Name) => {
    const byTerm = byWords.get(name.words) ?? new Map<string, Name>()
    byWords.set(name.words, byTerm.set(name.term, name))
  }
  for (const [words, term, label] of names) add({ words, term, label })
  const labels = new Map(topics.map(({ id, label }) => [topicTerm(id, 'main'), label]))
  for (const [says, meanings] of everyday) {
    const meant = meanings.flatMap(([label, ...terms]): Omit<Name, 'words'>[] => [
      { term: `~${wordsOf(label)}`, label, isEveryday: true },
      ...terms.map((term) => ({
        term,
        label: labels.get(term) ?? label,
        isEveryday: true as const,
      })),
    ])
    for (const words of says) for (const one of meant) add({ words, ...one })
  }
  for (const [at, [searched, parts]] of topicNames.entries()) {
    const { id, label } = topics[at] as IndexedTopic
    const term = topicTerm(id, 'main')
    for (const words of parts) add({ words, term, label, further: 'part' })
    for (const words of searched) add({ words, term, label, further: 'whole' })
  }
  return [...byWords.values()].flatMap((byTerm) => [...byTerm.values()])
}
