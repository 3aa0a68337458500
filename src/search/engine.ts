import MiniSearch from 'minisearch'
import { FacetTable } from './facets.ts'
import { meetsFilter } from './filters.ts'
import {
  INDEX_FIELDS,
  type IndexedPaper,
  type IndexFile,
  indexOptions,
  type PaperRow,
  type RowsFile,
  unpackRow,
} from './index-files.ts'
import { Lexicon } from './lexicon.ts'
import type { MatchIndex, SlotSpan, WordRun } from './match.ts'
import type {
  Answer,
  Clause,
  Expansion,
  FilterClause,
  Match,
  Query,
  Reason,
  Result,
  SearchState,
  Snippet,
  Sort,
  Suggestion,
  TextClause,
} from './model.ts'
import { NameFinder, topicTerm } from './names.ts'
import { parseQuery } from './parse-query.ts'
import { type Met, meetPhrase, meetRun, papersWithWord, type Requirement } from './requirements.ts'
import { cutSnippet } from './snippet.ts'
import { type NamedTopic, suggestTopics } from './suggest.ts'
import { type AnalysedTitle, TitleTable } from './titles.ts'

/** Results on one page. */
export const PAGE_SIZE = 20
/** With fewer full answers than this, papers that match only some of the words are added. */
const FULL_ENOUGH = 10
const SOME_MOST = 20
/**
 * Least share of what was asked, by rarity, that a paper matching only some of the words must have. A
 * question in everyday words has many that no paper uses, so it needs less.
 */
const COVERAGE_MIN = { few: 0.5, many: 0.3 }
const MANY_WORDS = 5
/** Papers offered below the search box. */
const PAPERS_OFFERED = 6
/** Topics told when nothing is close. */
const TOPICS_TOLD = 6

const EMPTY_STATE: SearchState = {
  q: '',
  chosen: { topic: [], area: [], year: [], listing: [], resource: [], org: [] },
  sort: 'relevance',
  page: 1,
  exact: false,
}

/** The text of a paper's abstract; rejects when it can't be loaded. */
export type AbstractOf = (paper: number) => Promise<string>

interface Ranked {
  paper: number
  match: Match
  score: number
  met: { requirement: Requirement; met: Met }[]
}

interface Outcome {
  ranked: Ranked[]
  spans: SlotSpan[]
  requirements: Requirement[]
}

/**
 * Answers queries over one index. First papers with all words, then, labelled, those with a corrected
 * word, then those with some of the words; a query foreign to the corpus finds nothing.
 */
export class SearchEngine {
  readonly #index: MatchIndex
  readonly #files: RowsFile
  readonly #rows: PaperRow[]
  readonly #facets: FacetTable
  readonly #titles: TitleTable
  readonly #hasAbstracts: boolean
  readonly #abstractOf: AbstractOf
  readonly #numberOf: Map<string, number>
  readonly #namedTopics: NamedTopic[]

  constructor(file: IndexFile, files: RowsFile, abstractOf: AbstractOf | null) {
    this.#files = files
    this.#rows = files.papers.map(unpackRow)
    this.#facets = new FacetTable(this.#rows, files)
    this.#titles = new TitleTable(this.#rows.map(({ title }) => title))
    this.#hasAbstracts = abstractOf !== null
    this.#abstractOf = abstractOf ?? (() => Promise.resolve(''))
    this.#numberOf = new Map(this.#rows.map(({ id }, number) => [id, number]))
    const namesByTerm = Map.groupBy(files.names, ([, term]) => term)
    this.#namedTopics = files.topics.map((topic) => ({
      topic,
      names: (namesByTerm.get(topicTerm(topic.id, 'main')) ?? [])
        .filter(([, , label]) => label === topic.label)
        .map(([words]) => words),
    }))
    const terms = file.index.index.map(([term]) => term)
    this.#index = {
      search: MiniSearch.loadJS<IndexedPaper>(file.index, indexOptions),
      lexicon: new Lexicon(terms, file.papersWith, this.#rows.length),
      names: new NameFinder(files.names.map(([words, term, label]) => ({ words, term, label }))),
    }
  }

  /** The answer to one state: one page of results, and everything around them. */
  async answer(state: SearchState): Promise<{ answer: Answer; terms: Map<string, Set<string>> }> {
    const query = parseQuery(state.q)
    const { ranked, spans, requirements } = await this.#find(query, state)
    const listed = ranked.filter(({ paper }) => this.#facets.passes(paper, state.chosen))
    const pages = Math.max(1, Math.ceil(listed.length / PAGE_SIZE))
    const page = Math.min(state.page, pages)
    const shown = listed.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    const counts: Record<Match, number> = { all: 0, fuzzy: 0, some: 0 }
    for (const { match } of listed) counts[match]++
    const correction = this.#correct(state.q, query, requirements)
    return {
      answer: {
        total: listed.length,
        counts,
        results: shown.map((ranked) => this.#resultOf(ranked)),
        page,
        pages,
        // Before anything is asked the facets are a way in, over all papers.
        facets: this.#facets.count(
          query.groups.length === 0 ? [...this.#rows.keys()] : ranked.map(({ paper }) => paper),
          state.chosen,
        ),
        didYouMean:
          correction === null || counts.fuzzy === 0
            ? null
            : { query: correction, applied: counts.all === 0 },
        expansions: expansionsOf(requirements, spans),
        notices: query.notices,
        unknown: requirements
          .filter(({ required, papers }) => required && papers.size === 0)
          .map(({ asked }) => asked),
        suggestedTopics: this.#suggestTopics(spans, ranked.length),
        complete: this.#hasAbstracts,
      },
      terms: new Map(
        shown.map(({ paper, met }) => [(this.#rows[paper] as PaperRow).id, termsToMark(met)]),
      ),
    }
  }

  /** What to offer below the search box: topics, then papers; and how many papers there are in all. */
  async suggest(text: string): Promise<{ suggestions: Suggestion[]; total: number }> {
    const { answer } = await this.answer({ ...EMPTY_STATE, q: text })
    const papers = answer.results.slice(0, PAPERS_OFFERED)
    return {
      suggestions: [
        ...suggestTopics(text, this.#namedTopics),
        ...papers.map(({ id, title, titleMarks }) => ({
          kind: 'paper' as const,
          id,
          title,
          marks: titleMarks,
        })),
      ],
      total: answer.total,
    }
  }

  /** The part of a paper's abstract that shows best why it was found. */
  async snippet(id: string, terms: ReadonlySet<string>): Promise<Snippet> {
    const paper = this.#numberOf.get(id) ?? -1
    return cutSnippet(id, await this.#abstractOf(paper), terms, this.#index.names)
  }

  /** The ids of all results, in order. */
  async list(state: SearchState): Promise<string[]> {
    const { ranked } = await this.#find(parseQuery(state.q), state)
    return ranked
      .filter(({ paper }) => this.#facets.passes(paper, state.chosen))
      .map(({ paper }) => (this.#rows[paper] as PaperRow).id)
  }

  async #find(query: Query, state: SearchState): Promise<Outcome> {
    const pass = await this.#passing(query)
    if (query.groups.every((group) => group.every(isNarrowing))) {
      const papers = query.groups.length > 0 || hasChoice(state) ? this.#rows.keys() : []
      const ranked = [...papers]
        .filter(pass)
        .map((paper): Ranked => ({ paper, match: 'all', score: 0, met: [] }))
      return { ranked: this.#order(ranked, state.sort), spans: [], requirements: [] }
    }
    const strict = await this.#meet(query, state, false)
    let ranked = this.#rank(strict.requirements, state, pass)
    let { requirements, spans } = strict
    if (!state.exact && ranked.every(({ match }) => match === 'some')) {
      // Nothing has all words: perhaps a word that other papers have was meant otherwise.
      const lenient = await this.#meet(query, state, true)
      const second = this.#rank(lenient.requirements, state, pass)
      if (second.some(({ match }) => match !== 'some')) {
        ranked = second
        requirements = lenient.requirements
        spans = lenient.spans
      }
    }
    this.#favourTitles(ranked, state.q, requirements)
    return { ranked: this.#order(ranked, state.sort), spans, requirements }
  }

  async #meet(
    query: Query,
    { q, exact }: SearchState,
    lenient: boolean,
  ): Promise<{ requirements: Requirement[]; spans: SlotSpan[] }> {
    const requirements: Requirement[] = []
    const spans: SlotSpan[] = []
    for (const part of partsOf(query, q)) {
      if ('clauses' in part) {
        const met = meetRun({ ...part, plain: exact }, this.#index, lenient && !exact)
        requirements.push(...met.requirements)
        spans.push(...met.spans)
      } else requirements.push(await this.#meetGroup(part.group, exact))
    }
    return { requirements, spans }
  }

  /** Alternatives: a paper meets the group as well as its best alternative. */
  async #meetGroup(group: Clause[], exact: boolean): Promise<Requirement> {
    const papers = new Map<number, Met>()
    const sought: Requirement['sought'] = new Map()
    for (const clause of group) {
      const requirements =
        clause.kind === 'words' && !clause.negated
          ? clause.quoted
            ? [await meetPhrase(clause, this.#index, this.#textOf)]
            : meetRun({ clauses: [clause], growing: false, plain: exact }, this.#index, false)
                .requirements
          : [await this.#meetNarrowing(clause)]
      for (const requirement of requirements) {
        for (const [term, of] of requirement.sought) sought.set(term, of)
        for (const [paper, met] of requirement.papers)
          if ((papers.get(paper)?.score ?? -1) < met.score) papers.set(paper, met)
      }
    }
    return {
      asked: group
        .map((clause) => (clause.kind === 'words' ? clause.text : clause.value))
        .join(' or '),
      required: true,
      rarity: this.#index.lexicon.rarity(papers.size),
      papers,
      sought,
      slot: null,
    }
  }

  async #meetNarrowing(clause: Clause): Promise<Requirement> {
    const meets = await this.#narrowing(clause)
    const papers = new Map<number, Met>()
    for (const paper of this.#rows.keys())
      if (meets(paper)) papers.set(paper, { score: 0, fuzzy: false, terms: new Map() })
    return { asked: '', required: true, rarity: 0, papers, sought: new Map(), slot: null }
  }

  /** Whether a paper meets all groups that only narrow: filters and what must not stand there. */
  async #passing(query: Query): Promise<(paper: number) => boolean> {
    const groups: ((paper: number) => boolean)[][] = []
    for (const group of query.groups)
      if (group.every(isNarrowing))
        groups.push(await Promise.all(group.map((clause) => this.#narrowing(clause))))
    return (paper) => groups.every((group) => group.some((meets) => meets(paper)))
  }

  async #narrowing(clause: Clause): Promise<(paper: number) => boolean> {
    const meets = await this.#positive(clause)
    return (paper) => meets(paper) !== clause.negated
  }

  async #positive(clause: Clause): Promise<(paper: number) => boolean> {
    if (clause.kind === 'filter')
      return (paper) =>
        meetsFilter(this.#rows[paper] as PaperRow, clause as FilterClause, this.#files)
    const papers = clause.quoted
      ? (await meetPhrase(clause, this.#index, this.#textOf)).papers
      : papersWithWord(clause, this.#index)
    return (paper) => papers.has(paper)
  }

  readonly #textOf = (paper: number, field: 'title' | 'abstract'): Promise<string> =>
    field === 'title'
      ? Promise.resolve((this.#rows[paper] as PaperRow).title)
      : this.#abstractOf(paper)

  #rank(
    requirements: Requirement[],
    { exact }: SearchState,
    pass: (paper: number) => boolean,
  ): Ranked[] {
    const required = requirements.filter((one) => one.required)
    const papers = [...new Set(required.flatMap((one) => [...one.papers.keys()]))].filter(pass)
    const found = papers.map((paper): Ranked => {
      const met = requirements.flatMap((requirement) => {
        const own = requirement.papers.get(paper)
        return own ? [{ requirement, met: own }] : []
      })
      const needed = met.filter(({ requirement }) => requirement.required)
      const isFuzzy = needed.some((one) => one.met.fuzzy)
      return {
        paper,
        match: needed.length < required.length ? 'some' : isFuzzy ? 'fuzzy' : 'all',
        score: needed.reduce((sum, one) => sum + one.met.score, 0),
        met,
      }
    })
    const full = found.filter(({ match }) => match !== 'some')
    if (exact || full.length >= FULL_ENOUGH) return full
    // A corrected word is believed in part of a query only if it makes sense with all the others.
    const partial = coverPartly(found, required, full.length > 0)
    return [...full, ...partial.slice(0, SOME_MOST)]
  }

  /** A title that is the query comes first of all; one that holds its words together gains. */
  #favourTitles(ranked: Ranked[], q: string, requirements: Requirement[]): void {
    const whole = this.#titles.analyse(q)
    for (const one of ranked) {
      const title = this.#titles.of(one.paper)
      if (title.joined === whole.joined) {
        one.score += 1e6
        one.match = 'all'
      } else one.score *= titleFactor(title, whole, one, requirements)
    }
  }

  #order(ranked: Ranked[], sort: Sort): Ranked[] {
    const rank: Record<Match, number> = { all: 0, fuzzy: 1, some: 2 }
    const row = ({ paper }: Ranked) => this.#rows[paper] as PaperRow
    const newest = (a: Ranked, b: Ranked) =>
      compare(row(b).date ?? '', row(a).date ?? '') || a.paper - b.paper
    const orders: Record<Sort, (a: Ranked, b: Ranked) => number> = {
      relevance: (a, b) => b.score - a.score || newest(a, b),
      newest,
      oldest: (a, b) => compare(row(a).date ?? '9', row(b).date ?? '9') || a.paper - b.paper,
      title: (a, b) =>
        compare(this.#titles.of(a.paper).joined, this.#titles.of(b.paper).joined) ||
        a.paper - b.paper,
      comments: (a, b) => (row(b).comments ?? -1) - (row(a).comments ?? -1) || newest(a, b),
      sightings: (a, b) => row(b).sightings - row(a).sightings || newest(a, b),
    }
    return ranked.sort((a, b) => rank[a.match] - rank[b.match] || orders[sort](a, b))
  }

  #resultOf({ paper, match, met }: Ranked): Result {
    const row = this.#rows[paper] as PaperRow
    const topics = row.main.flatMap((number) => this.#files.topics[number] ?? [])
    const terms = termsToMark(met)
    return {
      id: row.id,
      title: row.title,
      titleMarks: this.#titles
        .of(paper)
        .words.flatMap(({ start, end, term }) => (terms.has(term) ? [{ start, end }] : [])),
      match,
      reasons: reasonsOf(met),
      hues: [...new Set(topics.map(({ hue }) => hue))],
      date: row.date,
      yearInferred: row.yearInferred,
      authorCount: row.authorCount,
      org: row.org,
      comments: row.comments,
      sightings: row.sightings,
      topics: topics.map(({ id, label, hue }) => ({ id, label, hue })),
    }
  }

  /** The query with its misspelt words as they were understood; null if none was. */
  #correct(q: string, query: Query, requirements: Requirement[]): string | null {
    let corrected = q
    for (const { slot } of [...requirements].reverse()) {
      const best = slot?.near[0]
      if (!slot || !best || slot.sought.length > 0) continue
      const at = corrected.toLowerCase().lastIndexOf(slot.asked.toLowerCase())
      if (at < 0) continue
      corrected = corrected.slice(0, at) + best.term + corrected.slice(at + slot.asked.length)
    }
    return corrected === q || query.groups.length === 0 ? null : corrected
  }

  #suggestTopics(spans: SlotSpan[], results: number): Answer['suggestedTopics'] {
    const named = spans.flatMap(({ sought }) =>
      sought.flatMap(({ term }) =>
        term.startsWith('#') ? this.#files.topics.filter(({ id }) => `#${id}` === term) : [],
      ),
    )
    const largest = [...this.#files.topics].sort(
      (a, b) => b.main - a.main || (a.id < b.id ? -1 : 1),
    )
    const told = new Set(results > 0 ? named : [...named, ...largest])
    return [...told]
      .slice(0, TOPICS_TOLD)
      .map(({ id, label, main }) => ({ id, label, count: main }))
  }
}

/** Papers with enough of what was asked, best first; their scores shrink with what they lack. */
function coverPartly(found: Ranked[], required: Requirement[], withFuzzy: boolean): Ranked[] {
  const asked = required.reduce((sum, { rarity }) => sum + rarity, 0)
  const isLong = required.length >= MANY_WORDS
  const least = isLong ? COVERAGE_MIN.many : COVERAGE_MIN.few
  return found
    .flatMap((one): Ranked[] => {
      if (one.match !== 'some') return []
      const needed = one.met.filter(({ requirement }) => requirement.required)
      const covering = needed.filter(({ met }) => withFuzzy || !met.fuzzy)
      const coverage =
        covering.reduce((sum, { requirement }) => sum + requirement.rarity, 0) / asked
      return coverage < least || (isLong && needed.length < 2)
        ? []
        : [{ ...one, score: one.score * coverage }]
    })
    .sort((a, b) => b.score - a.score || a.paper - b.paper)
}

/** A clause that keeps papers out but brings none in. */
function isNarrowing(clause: Clause): boolean {
  return clause.kind === 'filter' || clause.negated
}

function hasChoice({ chosen }: SearchState): boolean {
  return Object.values(chosen).some((values) => values.length > 0)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The query as runs of plain words and single groups, without groups that only narrow. */
function partsOf(query: Query, q: string): (Omit<WordRun, 'plain'> | { group: Clause[] })[] {
  const parts: (Omit<WordRun, 'plain'> | { group: Clause[] })[] = []
  let run: TextClause[] = []
  const close = () => {
    const last = run.at(-1)
    // A word at the very end, without a blank behind it, may be unfinished.
    if (last)
      parts.push({ clauses: run, growing: last.end === q.length && /[\p{L}\p{N}]$/u.test(q) })
    run = []
  }
  for (const group of query.groups) {
    const [only] = group
    if (group.length === 1 && only?.kind === 'words' && !only.quoted && !only.negated) {
      run.push(only)
      continue
    }
    close()
    if (!group.every(isNarrowing)) parts.push({ group })
  }
  close()
  return parts
}

/** How much a title counts for holding the query's words, together best. */
function titleFactor(
  title: AnalysedTitle,
  query: AnalysedTitle,
  { met }: Ranked,
  requirements: Requirement[],
): number {
  if (query.words.length > 1 && title.joined.startsWith(`${query.joined} `)) return 1.5
  if (query.words.length > 1 && ` ${title.joined} `.includes(` ${query.joined} `)) return 1.3
  const inTitle = met.filter(({ met: { terms } }) =>
    [...terms.values()].some((fields) => fields.includes('title')),
  )
  return requirements.length > 1 && inTitle.length === requirements.length ? 1.2 : 1
}

/** The terms found for words that had to be; stop words stand everywhere and explain nothing. */
function termsToMark(met: Ranked['met']): Set<string> {
  const needed = met.filter(({ requirement }) => requirement.required)
  return new Set(needed.flatMap(({ met: { terms } }) => [...terms.keys()]))
}

/** Ways of being found, the plainest first. */
const HOW: Reason['how'][] = ['exact', 'form', 'prefix', 'synonym', 'topic', 'fuzzy']

/** Why a paper was found, a line for each part of the query that met something else. */
function reasonsOf(met: Ranked['met']): Reason[] {
  const reasons: Reason[] = []
  for (const { requirement, met: own } of met) {
    if (!requirement.required) continue
    const found = [...own.terms].flatMap(([term, fields]) => {
      const sought = requirement.sought.get(term)
      return sought ? [{ ...sought, fields }] : []
    })
    found.sort(
      (a, b) =>
        HOW.indexOf(a.how) - HOW.indexOf(b.how) ||
        Number(a.label !== undefined) - Number(b.label !== undefined) ||
        b.weight - a.weight ||
        compare(a.term, b.term),
    )
    const best = found[0]
    if (!best) continue
    const where = new Set(best.fields)
    const reason: Reason = {
      asked: requirement.asked,
      found: best.label ?? best.term,
      how: best.how,
      where: INDEX_FIELDS.filter((field) => where.has(field)),
    }
    const before = reasons.at(-1)
    // The words of a name meet it together.
    if (best.label && before?.found === reason.found) before.asked += ` ${reason.asked}`
    else reasons.push(reason)
  }
  return reasons
}

function expansionsOf(requirements: Requirement[], spans: SlotSpan[]): Expansion[] {
  return spans.flatMap(({ first, last, sought, label }) =>
    sought.every(({ how }) => how === 'synonym')
      ? [
          {
            asked: requirements
              .slice(first, last + 1)
              .map(({ asked }) => asked)
              .join(' '),
            also: label,
          },
        ]
      : [],
  )
}
