import type { Span } from '../shared/model.ts'

/**
 * The words of search as types. Everything in src/search is pure and runs alike in the site build, in
 * the worker and in tests; `docs/search.md` tells how the parts meet.
 */

/** Text fields that a word can be sought in; `null` in a clause means all, topics included. */
type TextScope = 'title' | 'abstract'

/** Fields of a query that narrow by a fact and not by words. */
export type FilterField = 'topic' | 'area' | 'listing' | 'org' | 'year' | 'has' | 'missing'

/** A word or a phrase to be found, or with `negated` one that must not stand there. */
export interface TextClause extends Span {
  kind: 'words'
  /** As typed, without quotation marks, sign and field. */
  text: string
  /** Quoted: the words stand next to each other, as spelled, without synonyms or typos. */
  quoted: boolean
  scope: TextScope | null
  negated: boolean
}

/** A fact to be met; the range is that of the whole clause in the query. */
export interface FilterClause extends Span {
  kind: 'filter'
  field: FilterField
  /** As typed, without quotation marks; a year or a range of years `2023..2025` for `year`. */
  value: string
  negated: boolean
}

export type Clause = TextClause | FilterClause

/** What is said of a part of a query that does not mean what its form suggests. */
export interface Notice extends Span {
  /** One sentence for the reader. */
  message: string
}

/** All groups must be met, each by at least one of its alternatives (`a OR b` is one group of two). */
export interface Query {
  groups: Clause[][]
  notices: Notice[]
}

/** Facets of the results page, in the order in which they are shown. */
export const FACETS = ['topic', 'area', 'year', 'listing', 'resource', 'org'] as const
export type FacetName = (typeof FACETS)[number]

export const SORTS = ['relevance', 'newest', 'oldest', 'title', 'comments', 'sightings'] as const
export type Sort = (typeof SORTS)[number]

/** Everything that the address of a results page says. */
export interface SearchState {
  q: string
  /** Chosen values, sorted; OR within a facet, AND between facets. */
  chosen: Record<FacetName, string[]>
  sort: Sort
  /** From 1. */
  page: number
  /** Only the words as typed: no synonyms, no typos, no partial matches. */
  exact: boolean
}

/** How well a paper answers: all words, all with a typo corrected, or only some of the words. */
export type Match = 'all' | 'fuzzy' | 'some'

/** Why a paper was found: a part of the query, and what it met. */
export interface Reason {
  /** The word or words of the query; empty for a topic that answers it as a whole. */
  asked: string
  /** What stands in the paper, as a reader would write it; the same as `asked` for a paraphrase. */
  found: string
  how: 'exact' | 'form' | 'prefix' | 'fuzzy' | 'synonym' | 'topic' | 'paraphrase'
  /** Where, strongest first. */
  where: ('title' | 'abstract' | 'topics')[]
}

/** One paper in a list of results. */
export interface Result {
  id: string
  title: string
  /** Ranges of the title to mark. */
  titleMarks: Span[]
  match: Match
  reasons: Reason[]
  /** Hues of the spine, as in `hue-<n>`. */
  hues: number[]
  /** ISO date. */
  date: string | null
  yearInferred: boolean
  authorCount: number | null
  org: string | null
  comments: number | null
  /** Number of listings that it is in. */
  listings: number
  /** Labels of main topics. */
  topics: { id: string; label: string; hue: number }[]
}

/** What a paper was found by, for its snippet. */
export interface FoundBy {
  /** The terms found in the abstract, those of a phrase as one, each with the parts of the query that it meets. */
  terms: ReadonlyMap<string, readonly number[]>
  /** Keys of words that stand in its paraphrases only, with their weights; and of all that are to be marked there. */
  paraphrased: { only: ReadonlyMap<string, number>; keys: ReadonlySet<string> } | null
}

/** The part of an abstract that shows the match best; it comes after the results it belongs to. */
export interface Snippet {
  id: string
  text: string
  marks: Span[]
  /** Whether the abstract goes on before and after. */
  cutBefore: boolean
  cutAfter: boolean
  /** What the paper says in other words, if it was found by them. */
  paraphrase: { text: string; marks: Span[] } | null
}

export interface FacetValue {
  value: string
  label: string
  /** Papers that would be listed with this value, given everything but this facet's own choice. */
  count: number
  chosen: boolean
}

export interface Facet {
  name: FacetName
  /** Most papers first, years newest first; chosen values always among them. */
  values: FacetValue[]
}

/** A wider meaning that was sought as well: `LLM` for `large language model`. */
export interface Expansion {
  asked: string
  also: string
}

/** The answer to one state. */
export interface Answer {
  /** Papers in the list, of each match, after all filters. */
  total: number
  counts: Record<Match, number>
  /** The papers of the page asked for, in order. */
  results: Result[]
  /** The page shown: the one asked for, or the last there is. */
  page: number
  pages: number
  facets: Facet[]
  /** A query with corrected spelling; applied already when the words as typed found nothing. */
  didYouMean: { query: string; applied: boolean; alone: boolean } | null
  expansions: Expansion[]
  notices: Notice[]
  /** Whether the query is a question: papers are then listed by how much of it they answer, kinds of match mixed. */
  isQuestion: boolean
  /** Whether anything is sought, not only left out, in papers that are not all left out. */
  seeks: boolean
  /** Words of the query that no paper has, in any form, each once; with its field what that alone may have. */
  unknown: string[]
  /** Where no paper has all of the query, the parts of it that papers have by themselves, or what is not shut out by a filter. */
  alone: { q: string; count: number }[]
  /** Topics to go on with when nothing is close, or that the query names. */
  suggestedTopics: { id: string; label: string; count: number }[]
  /** False while only titles and topics are loaded; a fuller answer follows. */
  complete: boolean
}

/** A line of the list that opens below the search box. */
export type Suggestion =
  | { kind: 'topic'; id: string; label: string; count: number; marks: Span[] }
  | { kind: 'paper'; id: string; title: string; marks: Span[] }

/**
 * What a page asks the worker. `id` comes back with each reply; a newer request of the same kind makes
 * older ones void. The first message is `open`, and `retry` starts loading again after a failure.
 */
export type SearchRequest =
  /** `folder` is the address of the folder of index files, with a trailing slash. */
  | { kind: 'open'; folder: string }
  | { kind: 'search'; id: number; state: SearchState }
  | { kind: 'suggest'; id: number; text: string }
  /** All results of a state, for an export or a search record. */
  | { kind: 'list'; id: number; state: SearchState }
  | { kind: 'retry' }

/** An answer comes twice, the second time complete, if the full index was not there yet. */
export type SearchReply =
  /** With the papers that titles alone had given on this page, and that are no results. */
  | { kind: 'answer'; id: number; answer: Answer; shutOut: string[] }
  | { kind: 'snippets'; id: number; snippets: Snippet[] }
  | { kind: 'suggestions'; id: number; suggestions: Suggestion[]; total: number; complete: boolean }
  /** The ids of all results, and the complete answer that they belong to. */
  | { kind: 'list'; id: number; ids: string[]; answer: Answer }
  /** Files could not be loaded; what needs them waits for a retry. */
  | { kind: 'failed'; left: Left }

/**
 * What can be done without the files that did not come: nothing, search in titles and topics, search in all without
 * showing abstracts, or all but to take results along.
 */
export type Left = 'nothing' | 'titles' | 'index' | 'results'
