import { byId } from '../shared/code-unit-order.ts'
import { analyse, formKey, type Word } from './analyse.ts'
import { PAGE_SIZE, type SearchEngine } from './engine.ts'
import { facetLabels, facetOf } from './facets.ts'
import { unpackNames } from './index-files.ts'
import {
  type Answer,
  FACETS,
  type FacetName,
  type FoundBy,
  type Notice,
  type Reason,
  type Result,
  type SearchState,
  type Snippet,
  type Suggestion,
} from './model.ts'
import { NameFinder } from './names.ts'
import type { Pagefind, PagefindFilter, PagefindFound } from './pagefind-bundle.ts'
import { type FoundPaper, type IdsFile, type NamesFile, readFragment } from './pagefind-files.ts'
import {
  type AskedWord,
  anyOf,
  askPagefind,
  NO_VALUE,
  type PagefindQuestion,
} from './pagefind-query.ts'
import { parseQuery } from './parse-query.ts'
import { readSearchState } from './search-state.ts'
import { cutSnippet } from './snippet.ts'
import {
  type NamedTopic,
  nameTopics,
  PAPERS_OFFERED,
  suggestTopics,
  TOPICS_TOLD,
} from './suggest.ts'

/** What a worker asks of an engine. */
export type Searcher = Pick<SearchEngine, 'answer' | 'suggest' | 'snippet' | 'list'>

/** Met by every paper; Pagefind counts values only of filters that have been asked for once. */
const COUNT_FACETS: PagefindFilter = {
  not: { any: FACETS.map((facet) => ({ [facet]: NO_VALUE })) },
}

/**
 * Answers queries with Pagefind, which loads the parts of an index that a query needs. It finds papers
 * that have all words; there are no typos, no synonyms and no partial matches.
 */
export class PagefindEngine implements Searcher {
  readonly #pagefind: Pagefind
  readonly #names: NamesFile
  readonly #loadIds: () => Promise<IdsFile>
  readonly #labelOf: (facet: FacetName, value: string) => string
  readonly #namedTopics: NamedTopic[]
  /** Of the papers shown so far, by id. */
  readonly #abstracts = new Map<string, string>()

  constructor(pagefind: Pagefind, names: NamesFile, loadIds: () => Promise<IdsFile>) {
    this.#pagefind = pagefind
    this.#names = names
    this.#loadIds = loadIds
    this.#labelOf = facetLabels(names)
    this.#namedTopics = nameTopics(
      names.topics,
      unpackNames(names, { everyday: [], topicNames: [] }),
    )
  }

  /** The answer to one state: one page of results, and everything around them. */
  async answer(state: SearchState): Promise<{ answer: Answer; found: Map<string, FoundBy> }> {
    const question = this.#read(state)
    const { found, unknown, page, pages, shown } = await this.#show(question, state)
    const total = found.results.length
    for (const { paper } of shown) this.#abstracts.set(paper.id, paper.abstract)
    return {
      answer: {
        total,
        counts: { all: total, fuzzy: 0, some: 0 },
        results: shown.map(({ paper, met }) => this.#resultOf(paper, met)),
        page,
        pages,
        facets: await this.#facets(question, state, found),
        didYouMean: null,
        expansions: [],
        notices: [...question.notices, ...sortNotice(state)],
        isQuestion: false,
        seeks: question.text !== null,
        unknown,
        alone: [],
        suggestedTopics: this.#suggestTopics(state.q, total),
        complete: true,
      },
      found: new Map(
        shown.map(({ paper, met }) => [
          paper.id,
          {
            terms: new Map(met.flatMap(({ terms }, part) => terms.map((term) => [term, [part]]))),
            paraphrased: null,
          },
        ]),
      ),
    }
  }

  /** What to offer below the search box: topics, then papers; and how many papers there are in all. */
  async suggest(text: string): Promise<{ suggestions: Suggestion[]; total: number }> {
    const state = { ...readSearchState(''), q: text }
    const { found, shown } = await this.#show(this.#read(state), state)
    return {
      suggestions: [
        ...suggestTopics(text, this.#namedTopics),
        ...shown.slice(0, PAPERS_OFFERED).map(({ paper, met }) => ({
          kind: 'paper' as const,
          id: paper.id,
          title: paper.title,
          marks: titleMarks(paper, met),
        })),
      ],
      total: found.results.length,
    }
  }

  /** The part of the abstract of a paper shown before that shows best why it was found. */
  async snippet(id: string, found: FoundBy): Promise<Snippet> {
    return cutSnippet(id, [this.#abstracts.get(id) ?? ''], found, NO_NAMES)
  }

  /** The ids of all results, in order. */
  async list(state: SearchState): Promise<string[]> {
    const { found } = await this.#show(this.#read(state), state)
    const ids = await this.#loadIds()
    return found.results.flatMap(({ id }) => ids[id] ?? [])
  }

  #read({ q }: SearchState): PagefindQuestion {
    return askPagefind(parseQuery(q), q, this.#names)
  }

  /** What is found, with the papers of the page asked for. */
  async #show(question: PagefindQuestion, state: SearchState): Promise<Shown> {
    const found = asksNothing(question, state) ? NOTHING : await this.#find(question, state)
    const pages = Math.max(1, Math.ceil(found.results.length / PAGE_SIZE))
    const page = Math.min(state.page, pages)
    const hits = found.results.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    const shown = await Promise.all(
      hits.map(async (hit) => {
        const paper = readFragment(await hit.data())
        return { paper, met: meetWords(paper, question.words) }
      }),
    )
    const unknown = await this.#unknown(question, shown)
    return unknown.length === 0
      ? { found, unknown, page, pages, shown }
      : { found: NOTHING, unknown, page: 1, pages: 1, shown: [] }
  }

  /**
   * Words that no paper has. For such a word Pagefind takes one that begins alike, however little; but in
   * quotation marks a word is only met by its own forms. Words seen in the papers shown need no question.
   */
  async #unknown({ words }: PagefindQuestion, shown: ShownPaper[]): Promise<string[]> {
    const seen = new Set(shown.flatMap(({ met }) => met.map(({ reason }) => reason.asked)))
    const doubtful = words.flatMap(({ asked }) => (seen.has(asked) ? [] : [asked]))
    const known = await Promise.all(
      doubtful.map(async (word) => {
        const { results } = await this.#pagefind.search(`"${word}"`, { filters: COUNT_FACETS })
        return results.length > 0
      }),
    )
    return doubtful.filter((_, at) => !known[at])
  }

  async #find(
    question: PagefindQuestion,
    state: Pick<SearchState, 'chosen' | 'sort'>,
  ): Promise<PagefindFound> {
    const choices = FACETS.flatMap((facet) =>
      state.chosen[facet].length > 0
        ? [anyOf(state.chosen[facet].map((value) => ({ [facet]: value })))]
        : [],
    )
    const asked = [...question.filters, ...choices]
    const filters = { all: [...asked, COUNT_FACETS] }
    const found = await this.#pagefind.search(question.text, { filters })
    if (state.sort !== 'newest' && state.sort !== 'oldest') return found
    const sort = { date: state.sort === 'newest' ? ('desc' as const) : ('asc' as const) }
    const dated = await this.#pagefind.search(question.text, { filters, sort })
    const ids = new Set(dated.results.map(({ id }) => id))
    const undated = found.results.filter(({ id }) => !ids.has(id))
    return { ...found, results: [...dated.results, ...undated] }
  }

  /** Each facet is counted without its own choice; before anything is asked all are a way in, over all papers. */
  async #facets(
    question: PagefindQuestion,
    state: SearchState,
    shown: PagefindFound,
  ): Promise<Answer['facets']> {
    const found = asksNothing(question, state) ? await this.#find(question, state) : shown
    return Promise.all(
      FACETS.map(async (name) => {
        const chosen = state.chosen[name]
        const without = { ...state.chosen, [name]: [] }
        const counted =
          chosen.length === 0 || found === NOTHING
            ? found
            : await this.#find(question, { chosen: without, sort: 'relevance' })
        const counts = Object.entries(counted.filters[name] ?? {}).filter(([, count]) => count > 0)
        return facetOf(name, counts, chosen, this.#labelOf)
      }),
    )
  }

  #resultOf(paper: FoundPaper, met: MetWord[]): Result {
    const { id, title, date, yearInferred, authorCount, org, comments, listings } = paper
    const topics = this.#names.topics.filter((topic) => paper.topics.includes(topic.id))
    const inOrder = paper.topics.flatMap((id) => topics.find((topic) => topic.id === id) ?? [])
    return {
      id,
      title,
      titleMarks: titleMarks(paper, met),
      match: 'all',
      reasons: met.map(({ reason }) => reason),
      hues: [...new Set(inOrder.map(({ hue }) => hue))],
      date,
      yearInferred,
      authorCount,
      org,
      comments,
      listings,
      topics: inOrder.map(({ id, label, hue }) => ({ id, label, hue })),
    }
  }

  #suggestTopics(q: string, results: number): Answer['suggestedTopics'] {
    const named = suggestTopics(q, this.#namedTopics).flatMap((topic) =>
      topic.kind === 'topic' ? [{ id: topic.id, label: topic.label, count: topic.count }] : [],
    )
    if (named.length > 0 || results > 0) return named
    return [...this.#names.topics]
      .sort((a, b) => b.main - a.main || byId(a, b))
      .slice(0, TOPICS_TOLD)
      .map(({ id, label, main }) => ({ id, label, count: main }))
  }
}

interface ShownPaper {
  paper: FoundPaper
  met: MetWord[]
}

interface Shown {
  found: PagefindFound
  unknown: string[]
  page: number
  pages: number
  shown: ShownPaper[]
}

const NOTHING: PagefindFound = { results: [], filters: {} }
const NO_NAMES = new NameFinder([])

function asksNothing({ text, filters }: PagefindQuestion, { chosen }: SearchState): boolean {
  return (
    text === null && filters.length === 0 && FACETS.every((facet) => chosen[facet].length === 0)
  )
}

function sortNotice({ sort, q }: SearchState): Notice[] {
  if (sort === 'relevance' || sort === 'newest' || sort === 'oldest') return []
  const message = 'A collection of this size is sorted by relevance or by date only.'
  return [{ start: 0, end: q.length, message }]
}

/** A word of the query that a paper has, and its forms there. */
interface MetWord {
  reason: Reason
  terms: string[]
}

function meetWords({ title, abstract }: FoundPaper, asked: AskedWord[]): MetWord[] {
  const fields = [
    { where: 'title' as const, text: title, words: analyse(title) },
    { where: 'abstract' as const, text: abstract, words: analyse(abstract) },
  ]
  return asked.flatMap((word) => {
    const hits = fields.flatMap(({ where, text, words }) =>
      words.flatMap((own) => {
        const how = howMet(own, word)
        return how ? [{ where, how, term: own.term, found: text.slice(own.start, own.end) }] : []
      }),
    )
    const best = HOWS.flatMap((how) => hits.find((hit) => hit.how === how) ?? [])[0]
    if (!best) return []
    const where = [...new Set(hits.map((hit) => hit.where))]
    const reason = { asked: word.asked, found: best.found, how: best.how, where }
    return [{ reason, terms: [...new Set(hits.map(({ term }) => term))] }]
  })
}

/** Best first. Pagefind takes every word as the beginning of others too. */
const HOWS = ['exact', 'form', 'prefix'] as const

function howMet({ term }: Word, asked: AskedWord): (typeof HOWS)[number] | null {
  if (term === asked.term) return 'exact'
  if (formKey(term) === formKey(asked.term)) return 'form'
  return term.startsWith(asked.term) ? 'prefix' : null
}

function titleMarks({ title }: FoundPaper, met: MetWord[]): Result['titleMarks'] {
  const terms = new Set(met.flatMap((word) => word.terms))
  return analyse(title).flatMap(({ start, end, term }) => (terms.has(term) ? [{ start, end }] : []))
}
