import type MiniSearch from 'minisearch'
import type { Span } from '../shared/model.ts'
import type { IndexedPaper, IndexField } from './index-files.ts'
import type { Lexicon } from './lexicon.ts'
import type { Reason, TextClause } from './model.ts'
import type { NameFinder } from './names.ts'
import type { ParaphraseTable } from './paraphrases.ts'

/** A term that is sought for a part of the query, and how much it counts against the very words. */
export interface SoughtTerm {
  term: string
  weight: number
  how: Reason['how']
  /** As a reader would write it, where the term is no word. */
  label?: string
}

/** A word of the query. */
export interface Slot {
  /** As typed. */
  asked: string
  /** In its index form. */
  word: string
  /** Where it stands in the query. */
  place: Span
  /** Terms that mean what was asked. */
  sought: SoughtTerm[]
  /** Terms that may have been meant, if the word is misspelt. */
  near: SoughtTerm[]
  scope: TextClause['scope']
  /** Whether a paper must have it; stop words need not stand there. */
  required: boolean
  /** Inverse document frequency of the word and its forms. */
  rarity: number
  /** Whether so many papers have it that it can't be misspelt. */
  isCommon: boolean
  /** Whether it shares a stem with words of the papers by chance only, perhaps. */
  isDoubted: boolean
}

/** A name in the query: a paper that has its term meets all slots from `first` to `last`. */
export interface SlotSpan {
  first: number
  last: number
  sought: SoughtTerm[]
  label: string
  /** Whether it is a further name of a topic, which papers of it need not have, or an everyday word. */
  isFurther?: boolean
  isEveryday?: boolean
  /** Whether it was typed as one word, with hyphens. */
  isCompound?: boolean
}

export interface MatchIndex {
  search: MiniSearch<IndexedPaper>
  lexicon: Lexicon
  names: NameFinder
  plainWords: ReadonlySet<string>
  /** Keys of words that no paper has and that are no slips. */
  otherWords: ReadonlySet<string>
  paraphrases: ParaphraseTable
  topicParaphrases: ParaphraseTable
  /** The papers of each topic that are about it. */
  papersAbout: number[][]
}

/** What a reader types in one go: a row of words without signs between them. */
export interface WordRun {
  clauses: TextClause[]
  /** Whether the reader may still be typing the last word. */
  growing: boolean
  /** Only the words as they are, in the singular or plural. */
  plain: boolean
  /** Whether the query has so many words that it is taken for a question. */
  isQuestion: boolean
}

/** How much a term counts that is not the very word. */
export const WEIGHTS = {
  form: 0.75,
  doer: 0.5,
  compound: 0.9,
  prefix: 0.5,
  offer: 0.2,
  synonym: 0.65,
  besides: 0.05,
  everyday: 0.95,
  everydayForm: 0.4,
  phrase: 0.8,
  main: 1,
  also: 0.3,
  alias: 0.8,
  part: 0.5,
  near: 0.9,
  unfinished: 0.8,
  paraphrase: 1.2,
  boost: { title: 3, topics: 2, abstract: 1 } as Record<IndexField, number>,
}
