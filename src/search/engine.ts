import { byId } from '../shared/code-unit-order.ts'
import type { Span } from '../shared/model.ts'
import {
  correctQuery,
  expansionsOf,
  foundBy,
  reasonsOf,
  termsToMark,
  unmetParts,
} from './explain.ts'
import { explainFilters } from './explain-filters.ts'
import { FacetTable } from './facets.ts'
import { type Outcome, PaperFinder, type TextsOf } from './find-papers.ts'
import {
  type IndexedTopic,
  type PaperRow,
  type RowsFile,
  unpackNames,
  unpackRow,
} from './index-files.ts'
import type { LoadedIndex } from './index-papers.ts'
import { Lexicon } from './lexicon.ts'
import type { MatchIndex } from './match.ts'
import { isNarrowing } from './meet-query.ts'
import type {
  Answer,
  FoundBy,
  Match,
  Query,
  Result,
  SearchState,
  Snippet,
  Suggestion,
} from './model.ts'
import { NameFinder } from './names.ts'
import { offerOther } from './offers.ts'
import { ParaphraseTable } from './paraphrases.ts'
import { parseQuery } from './parse-query.ts'
import { partsAlone, withoutNarrowing } from './parts-alone.ts'
import { type MetPart, metBy, type Ranked } from './rank.ts'
import type { MetRun } from './requirements.ts'
import { readSearchState } from './search-state.ts'
import { cutSnippet, findMarks } from './snippet.ts'
import {
  type NamedTopic,
  nameTopics,
  PAPERS_OFFERED,
  suggestTopics,
  TOPICS_TOLD,
} from './suggest.ts'

/** Results on one page. */
export const PAGE_SIZE = 20

const EMPTY_STATE = readSearchState('')

/**
 * Answers queries over one index. First papers with all words, then, labelled, those with a corrected
 * word, then those with some of the words; a query foreign to the corpus finds nothing.
 */
export class SearchEngine {
  readonly #index: MatchIndex
  readonly #files: RowsFile
  readonly #rows: PaperRow[]
  readonly #facets: FacetTable
  readonly #hasAbstracts: boolean
  readonly #textsOf: TextsOf
  readonly #numberOf: Map<string, number>
  readonly #namedTopics: NamedTopic[]
  readonly #finder: PaperFinder

  constructor(index: LoadedIndex, files: RowsFile, textsOf: TextsOf | null) {
    const names = unpackNames(files, index)
    this.#files = files
    this.#rows = files.papers.map(unpackRow)
    this.#facets = new FacetTable(this.#rows, files)
    this.#hasAbstracts = textsOf !== null
    this.#textsOf = textsOf ?? (() => Promise.resolve(['']))
    this.#numberOf = new Map(this.#rows.map(({ id }, number) => [id, number]))
    this.#namedTopics = nameTopics(files.topics.filter(isOffered), names)
    this.#index = {
      search: index.search,
      lexicon: new Lexicon(index.papersWith, this.#rows.length),
      names: new NameFinder(names),
      plainWords: new Set(files.plainWords),
      otherWords: new Set(index.otherWords),
      paraphrases: new ParaphraseTable(index.paraphrases),
      topicParaphrases: new ParaphraseTable(index.topicParaphrases),
      papersAbout: listPapersAbout(files.topics, this.#rows),
    }
    this.#finder = new PaperFinder(this.#index, this.#rows, files, textsOf)
  }

  /** The answer to one state: one page of results, and everything around them. */
  async answer(state: SearchState): Promise<{ answer: Answer; found: Map<string, FoundBy> }> {
    const query = parseQuery(state.q)
    const outcome = await this.#finder.find(query, state)
    const { ranked, requirements, runs, isQuestion } = outcome
    const listed = ranked.filter(({ paper }) => this.#facets.passes(paper, state.chosen))
    const pages = Math.max(1, Math.ceil(listed.length / PAGE_SIZE))
    const page = Math.min(state.page, pages)
    const shown = listed.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    const counts: Record<Match, number> = { all: 0, fuzzy: 0, some: 0 }
    for (const { match } of listed) counts[match]++
    const isShutOut = listed.length === 0 && (await this.#finder.isShutOut(query))
    return {
      answer: {
        total: listed.length,
        counts,
        results: shown.map((ranked) => this.#resultOf(ranked, metBy(ranked.paper, requirements))),
        page,
        pages,
        // Before anything is asked the facets are a way in, over all papers.
        facets: this.#facets.count(
          query.groups.length === 0 ? [...this.#rows.keys()] : ranked.map(({ paper }) => paper),
          state.chosen,
        ),
        didYouMean: isShutOut ? null : this.#didYouMean(state, outcome, counts),
        expansions: expansionsOf(runs),
        notices: [
          ...query.notices,
          // Titles alone don't tell which words papers have.
          ...(this.#hasAbstracts
            ? await explainFilters(query, {
                rows: this.#rows,
                files: this.#files,
                index: this.#index,
                papersWith: (q) => this.#papersWith(q, state),
              })
            : []),
        ],
        isQuestion,
        seeks: !isShutOut && query.groups.some((group) => !group.every(isNarrowing)),
        unknown: unmetParts(requirements),
        alone: isShutOut
          ? await this.#countParts([withoutNarrowing(query)], state)
          : await this.#countAlone(query, state, outcome, listed.length),
        suggestedTopics: this.#suggestTopics(runs, ranked.length),
        complete: this.#hasAbstracts,
      },
      found: new Map(
        shown.map(({ paper }) => [
          (this.#rows[paper] as PaperRow).id,
          foundBy(metBy(paper, requirements)),
        ]),
      ),
    }
  }

  /** What to offer below the search box: topics, then papers; and how many papers there are in all. */
  async suggest(text: string): Promise<{ suggestions: Suggestion[]; total: number }> {
    const { ranked, requirements } = await this.#finder.find(parseQuery(text), {
      ...EMPTY_STATE,
      q: text,
    })
    return {
      suggestions: [
        ...suggestTopics(text, this.#namedTopics),
        ...ranked.slice(0, PAPERS_OFFERED).map(({ paper }) => {
          const { id, title } = this.#rows[paper] as PaperRow
          const marks = this.#marksIn(title, metBy(paper, requirements))
          return { kind: 'paper' as const, id, title, marks }
        }),
      ],
      total: ranked.length,
    }
  }

  /** The part of a paper's abstract that shows best why it was found. */
  async snippet(id: string, found: FoundBy): Promise<Snippet> {
    const paper = this.#numberOf.get(id) ?? -1
    return cutSnippet(id, await this.#textsOf(paper), found, this.#index.names)
  }

  /** The ids of all results, in order. */
  async list(state: SearchState): Promise<string[]> {
    const { ranked } = await this.#finder.find(parseQuery(state.q), state)
    return ranked
      .filter(({ paper }) => this.#facets.passes(paper, state.chosen))
      .map(({ paper }) => (this.#rows[paper] as PaperRow).id)
  }

  /** The query as it was mended, or as it may have been meant. */
  #didYouMean(
    { q, exact }: SearchState,
    { ranked, requirements, runs, isQuestion, mended }: Outcome,
    counts: Answer['counts'],
  ): Answer['didYouMean'] {
    const correction = mended ?? correctQuery(q, requirements)
    if (correction !== null && counts.fuzzy > 0)
      return { query: correction, applied: counts.all === 0, alone: mended !== undefined }
    if (exact || isQuestion) return null
    const finds = ranked.length > 0
    // A mended word is not believed where nothing has the others, but may have been meant.
    const other =
      offerOther(q, { runs, finds }, this.#index, this.#finder.titles) ??
      (finds ? null : correction)
    return other === null ? null : { query: other, applied: false, alone: false }
  }

  /** How many papers have the parts of a query that none has whole. */
  async #countAlone(
    query: Query,
    state: SearchState,
    { ranked, runs, isQuestion }: Outcome,
    listed: number,
  ): Promise<Answer['alone']> {
    if (isQuestion || ranked.some(({ match }) => match !== 'some')) return []
    const counted = await this.#countParts(partsAlone(query, runs), state)
    // One alone is what is listed, if anything is.
    return counted.length === 1 && listed > 0 ? [] : counted
  }

  /** The papers that have all of a query, or may be meant by it, of those chosen; of an empty one, all of these. */
  async #papersWith(q: string, state: SearchState): Promise<Set<number>> {
    const papers =
      q === ''
        ? [...this.#rows.keys()]
        : (await this.#finder.find(parseQuery(q), { ...state, q })).ranked
            .filter(({ match }) => match !== 'some')
            .map(({ paper }) => paper)
    return new Set(papers.filter((paper) => this.#facets.passes(paper, state.chosen)))
  }

  async #countParts(parts: string[], state: SearchState): Promise<Answer['alone']> {
    const counted: Answer['alone'] = []
    for (const q of parts.filter(Boolean)) {
      const count = (await this.list({ ...state, q })).length
      if (count > 0) counted.push({ q, count })
    }
    return counted
  }

  #resultOf({ paper, match, topic }: Ranked, met: MetPart[]): Result {
    const row = this.#rows[paper] as PaperRow
    const topics = row.main.flatMap((number) => this.#files.topics[number] ?? [])
    return {
      id: row.id,
      title: row.title,
      titleMarks: this.#marksIn(row.title, met),
      match,
      reasons: reasonsOf(met, this.#files.topics[topic ?? -1]?.label),
      hues: [...new Set(topics.map(({ hue }) => hue))],
      date: row.date,
      yearInferred: row.yearInferred,
      authorCount: row.authorCount,
      org: row.org,
      comments: row.comments,
      listings: row.listings.length,
      topics: topics.map(({ id, label, hue }) => ({ id, label, hue })),
    }
  }

  #marksIn(title: string, met: MetPart[]): Span[] {
    const marks = findMarks(title, termsToMark(met, 'title'), this.#index.names)
    return marks.map(({ start, end }) => ({ start, end }))
  }

  #suggestTopics(runs: MetRun[], results: number): Answer['suggestedTopics'] {
    const sought = runs.flatMap(({ spans }) => spans.flatMap(({ sought }) => sought))
    const named = sought.flatMap(({ term }) =>
      term.startsWith('#') ? this.#files.topics.filter(({ id }) => `#${id}` === term) : [],
    )
    const largest = [...this.#files.topics].sort((a, b) => b.main - a.main || byId(a, b))
    const told = new Set(results > 0 ? named : [...named, ...largest])
    return [...told]
      .filter(isOffered)
      .slice(0, TOPICS_TOLD)
      .map(({ id, label, main }) => ({ id, label, count: main }))
  }
}

/** A topic that no paper is about leads to nothing. */
function isOffered({ main }: IndexedTopic): boolean {
  return main > 0
}

/** The papers that are about each topic. */
function listPapersAbout(topics: IndexedTopic[], rows: PaperRow[]): number[][] {
  const papers: number[][] = topics.map(() => [])
  for (const [number, { main }] of rows.entries())
    for (const topic of main) papers[topic]?.push(number)
  return papers
}
