import type { Span } from '../shared/model.ts'
import { analyse } from './analyse.ts'
import { correctQuery, expansionsOf, foundBy, reasonsOf, termsToMark } from './explain.ts'
import { explainFilters } from './explain-filters.ts'
import { FacetTable } from './facets.ts'
import { filterBy } from './filters.ts'
import {
  type PaperRow,
  type PaperTexts,
  type RowsFile,
  unpackNames,
  unpackRow,
} from './index-files.ts'
import type { LoadedIndex } from './index-papers.ts'
import { Lexicon } from './lexicon.ts'
import { isLabel, type MatchIndex, QUESTION_LENGTH, type WordRun, wordMeant } from './match.ts'
import type {
  Answer,
  Clause,
  FoundBy,
  Match,
  Query,
  Result,
  SearchState,
  Snippet,
  Suggestion,
  TextClause,
} from './model.ts'
import { NameFinder, topicTerm } from './names.ts'
import { offerOther } from './offers.ts'
import { ParaphraseTable } from './paraphrases.ts'
import { parseQuery } from './parse-query.ts'
import { favourTitles, type MetPart, metBy, orderPapers, type Ranked, rankPapers } from './rank.ts'
import { rankByQuestion } from './rank-question.ts'
import {
  type Met,
  type MetRun,
  meetPhrase,
  meetRun,
  papersWithWord,
  type Requirement,
} from './requirements.ts'
import { readSearchState } from './search-state.ts'
import { cutSnippet } from './snippet.ts'
import { type NamedTopic, PAPERS_OFFERED, suggestTopics, TOPICS_TOLD } from './suggest.ts'
import { TitleTable } from './titles.ts'

/** Results on one page. */
export const PAGE_SIZE = 20

const YEAR = /^(?:19|20)\d\d$/

const EMPTY_STATE = readSearchState('')

/** The texts of a paper; rejects when they can't be loaded. */
export type TextsOf = (paper: number) => Promise<PaperTexts>

/** So many phrases are remembered. */
const PHRASES_KEPT = 50

interface Outcome {
  ranked: Ranked[]
  requirements: Requirement[]
  /** The runs of words that were sought, alternatives among them. */
  runs: MetRun[]
  isQuestion: boolean
  /** The query as it was understood, where nothing else was sought. */
  mended?: string
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
  readonly #textsOf: TextsOf
  readonly #numberOf: Map<string, number>
  readonly #namedTopics: NamedTopic[]
  readonly #phrases = new Map<string, Promise<Requirement>>()

  constructor(index: LoadedIndex, files: RowsFile, textsOf: TextsOf | null) {
    this.#files = files
    this.#rows = files.papers.map(unpackRow)
    this.#facets = new FacetTable(this.#rows, files)
    this.#titles = new TitleTable(this.#rows.map(({ title }) => title))
    this.#hasAbstracts = textsOf !== null
    this.#textsOf = textsOf ?? (() => Promise.resolve(['']))
    this.#numberOf = new Map(this.#rows.map(({ id }, number) => [id, number]))
    const names = unpackNames(files, index)
    const namesByTerm = Map.groupBy(names, ({ term }) => term)
    this.#namedTopics = files.topics.map((topic) => {
      const all = (namesByTerm.get(topicTerm(topic.id, 'main')) ?? []).filter(
        ({ isEveryday }) => !isEveryday,
      )
      const wordsOf = (isFurther: boolean) =>
        all.flatMap(({ words, further }) => ((further !== undefined) === isFurther ? words : []))
      return { topic, names: wordsOf(false), further: wordsOf(true) }
    })
    this.#index = {
      search: index.search,
      lexicon: new Lexicon(index.papersWith, this.#rows.length),
      names: new NameFinder(names),
      plainWords: new Set(files.plainWords),
      otherWords: new Set(index.otherWords),
      paraphrases: new ParaphraseTable(index.paraphrases),
      topicParaphrases: new ParaphraseTable(index.topicParaphrases),
      papersAbout: this.#papersAbout(),
    }
  }

  #papersAbout(): number[][] {
    const papers: number[][] = this.#files.topics.map(() => [])
    for (const [number, { main }] of this.#rows.entries())
      for (const topic of main) papers[topic]?.push(number)
    return papers
  }

  /** The answer to one state: one page of results, and everything around them. */
  async answer(state: SearchState): Promise<{ answer: Answer; found: Map<string, FoundBy> }> {
    const query = parseQuery(state.q)
    const { ranked, requirements, runs, isQuestion, mended } = await this.#find(query, state)
    const listed = ranked.filter(({ paper }) => this.#facets.passes(paper, state.chosen))
    const pages = Math.max(1, Math.ceil(listed.length / PAGE_SIZE))
    const page = Math.min(state.page, pages)
    const shown = listed.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    const counts: Record<Match, number> = { all: 0, fuzzy: 0, some: 0 }
    for (const { match } of listed) counts[match]++
    const correction = mended ?? correctQuery(state.q, requirements)
    const offer =
      state.exact || isQuestion
        ? null
        : offerOther(state.q, { runs, finds: ranked.length > 0 }, this.#index, this.#titles)
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
        didYouMean:
          correction !== null && counts.fuzzy > 0
            ? { query: correction, applied: counts.all === 0, alone: mended !== undefined }
            : offer !== null
              ? { query: offer, applied: false, alone: false }
              : null,
        expansions: expansionsOf(runs),
        notices: [
          ...query.notices,
          // Titles alone don't tell which words papers have.
          ...(this.#hasAbstracts
            ? explainFilters(query, this.#rows, this.#files, this.#index)
            : []),
        ],
        isQuestion,
        seeks: query.groups.some((group) => !group.every(isNarrowing)),
        unknown: requirements
          .filter(({ required, papers }) => required && papers.size === 0)
          .map(({ asked }) => asked),
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
    const { ranked, requirements } = await this.#find(parseQuery(text), { ...EMPTY_STATE, q: text })
    return {
      suggestions: [
        ...suggestTopics(text, this.#namedTopics),
        ...ranked.slice(0, PAPERS_OFFERED).map(({ paper }) => {
          const { id, title } = this.#rows[paper] as PaperRow
          const marks = this.#marksIn(paper, metBy(paper, requirements))
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
    const { ranked } = await this.#find(parseQuery(state.q), state)
    return ranked
      .filter(({ paper }) => this.#facets.passes(paper, state.chosen))
      .map(({ paper }) => (this.#rows[paper] as PaperRow).id)
  }

  /** What is found; where all of it is one word or topic, misspelt, what is found for the one that was meant. */
  async #find(query: Query, state: SearchState): Promise<Outcome> {
    const asTyped = await this.#findAsTyped(query, state)
    const has = ({ ranked }: Outcome, match: Match) => ranked.some((one) => one.match === match)
    // Abstracts may have the word that titles don't, so that it is not mended for good without them.
    if (!this.#hasAbstracts || has(asTyped, 'all') || !has(asTyped, 'fuzzy')) return asTyped
    const mended = correctQuery(state.q, asTyped.requirements)
    if (mended === null || !isOneThing(asTyped, this.#index)) return asTyped
    const asMeant = await this.#findAsTyped(parseQuery(mended), { ...state, q: mended })
    if (!has(asMeant, 'all')) return asTyped
    for (const one of asMeant.ranked) if (one.match === 'all') one.match = 'fuzzy'
    return { ...asMeant, mended }
  }

  async #findAsTyped(query: Query, state: SearchState): Promise<Outcome> {
    const pass = await this.#passing(query)
    if (query.groups.every((group) => group.every(isNarrowing))) {
      const papers = query.groups.length > 0 || hasChoice(state) ? this.#rows.keys() : []
      const ranked = [...papers]
        .filter(pass)
        .map((paper): Ranked => ({ paper, match: 'all', score: 0 }))
      return {
        ranked: orderPapers(ranked, state.sort, this.#rows, this.#titles, false),
        requirements: [],
        runs: [],
        isQuestion: false,
      }
    }
    const strict = await this.#meet(query, state, false)
    const rank = (requirements: Requirement[]) =>
      strict.isQuestion
        ? rankByQuestion(requirements, this.#index, pass)
        : rankPapers(requirements, state.exact, pass)
    let ranked = rank(strict.requirements)
    let met = strict
    if (!state.exact && ranked.every(({ match }) => match === 'some')) {
      // Nothing has all words: perhaps a word that other papers have was meant otherwise.
      const lenient = await this.#meet(query, state, true)
      const second = rank(lenient.requirements)
      if (second.some(({ match }) => match !== 'some')) {
        ranked = second
        met = lenient
      }
    }
    favourTitles(ranked, met.requirements, this.#titles)
    return {
      ...met,
      ranked: orderPapers(ranked, state.sort, this.#rows, this.#titles, met.isQuestion),
    }
  }

  async #meet(
    query: Query,
    { q, exact }: SearchState,
    lenient: boolean,
  ): Promise<Omit<Outcome, 'ranked'>> {
    const parts = partsOf(query, q)
    const isQuestion = !exact && countWords(parts) >= QUESTION_LENGTH
    const requirements: Requirement[] = []
    const runs: MetRun[] = []
    for (const part of parts) {
      if ('clauses' in part) {
        const run = { ...part, plain: exact, isQuestion }
        const met = this.#meetRun(run, lenient && !exact)
        requirements.push(...met.requirements)
        runs.push(met)
      } else requirements.push(await this.#meetGroup(part.group, exact, runs))
    }
    return { requirements, runs, isQuestion }
  }

  #meetRun(run: WordRun, lenient: boolean): MetRun {
    const met = meetRun(run, this.#index, lenient)
    for (const requirement of met.requirements) this.#meetByDate(requirement)
    return met
  }

  /** A year is met by the papers of that year, whatever their text says. */
  #meetByDate(requirement: Requirement): void {
    const { slot, papers } = requirement
    if (!slot || slot.scope !== null || !YEAR.test(slot.word)) return
    for (const [paper, { date }] of this.#rows.entries())
      if (date?.startsWith(slot.word) && !papers.has(paper))
        papers.set(paper, { score: 0, fuzzy: false, terms: {} })
    requirement.rarity = this.#index.lexicon.rarity(papers.size)
  }

  /** Alternatives: a paper meets the group as well as its best alternative. */
  async #meetGroup(group: Clause[], exact: boolean, runs: MetRun[]): Promise<Requirement> {
    const papers = new Map<number, Met>()
    const sought: Requirement['sought'] = new Map()
    for (const clause of group) {
      const requirements = await this.#meetAlternative(clause, exact, runs)
      const required = requirements.filter((one) => one.required)
      for (const one of required) for (const [term, of] of one.sought) sought.set(term, of)
      for (const paper of required[0]?.papers.keys() ?? []) {
        const mets = metBy(paper, required).map(({ met }) => met)
        const met = { ...joinMets(mets), asked: textOf(clause) }
        if (mets.length === required.length && (papers.get(paper)?.score ?? -1) < met.score)
          papers.set(paper, met)
      }
    }
    return {
      asked: group.map(textOf).join(' or '),
      required: true,
      rarity: this.#index.lexicon.rarity(papers.size),
      papers,
      sought,
      slot: null,
    }
  }

  async #meetAlternative(clause: Clause, exact: boolean, runs: MetRun[]): Promise<Requirement[]> {
    if (clause.kind === 'filter' || clause.negated) return [await this.#meetNarrowing(clause)]
    if (clause.quoted) return [await this.#meetPhrase(clause)]
    const run = { clauses: [clause], growing: false, plain: exact, isQuestion: false }
    const met = this.#meetRun(run, false)
    runs.push(met)
    return met.requirements
  }

  async #meetNarrowing(clause: Clause): Promise<Requirement> {
    const meets = await this.#narrowing(clause)
    const papers = new Map<number, Met>()
    for (const paper of this.#rows.keys())
      if (meets(paper)) papers.set(paper, { score: 0, fuzzy: false, terms: {} })
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
    if (clause.kind === 'filter') {
      const meets = filterBy(clause, this.#files)
      return (paper) => meets(this.#rows[paper] as PaperRow)
    }
    // All of a compound is kept out, not papers with its words apart.
    const papers =
      clause.quoted || analyse(clause.text).length > 1
        ? (await this.#meetPhrase(clause)).papers
        : papersWithWord(clause, this.#index)
    return (paper) => papers.has(paper)
  }

  /** What was met before is remembered: each phrase takes a look at all texts that have its words. */
  #meetPhrase(clause: TextClause): Promise<Requirement> {
    const asked = `${clause.scope} ${clause.text}`
    const before = this.#phrases.get(asked)
    if (before) return before
    if (this.#phrases.size >= PHRASES_KEPT) this.#phrases.clear()
    const met = meetPhrase(clause, this.#index, this.#textOf)
    this.#phrases.set(asked, met)
    // Texts that failed to load may come the next time.
    met.catch(() => this.#phrases.delete(asked))
    return met
  }

  readonly #textOf = async (paper: number, field: 'title' | 'abstract'): Promise<string> =>
    field === 'title' ? (this.#rows[paper] as PaperRow).title : (await this.#textsOf(paper))[0]

  #resultOf({ paper, match, topic }: Ranked, met: MetPart[]): Result {
    const row = this.#rows[paper] as PaperRow
    const topics = row.main.flatMap((number) => this.#files.topics[number] ?? [])
    return {
      id: row.id,
      title: row.title,
      titleMarks: this.#marksIn(paper, met),
      match,
      reasons: reasonsOf(met, this.#files.topics[topic ?? -1]?.label),
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

  #marksIn(paper: number, met: MetPart[]): Span[] {
    const terms = termsToMark(met)
    const { words } = this.#titles.of(paper)
    return words.flatMap(({ start, end, term }) => (terms.has(term) ? [{ start, end }] : []))
  }

  #suggestTopics(runs: MetRun[], results: number): Answer['suggestedTopics'] {
    const sought = runs.flatMap(({ spans }) => spans.flatMap(({ sought }) => sought))
    const named = sought.flatMap(({ term }) =>
      term.startsWith('#') ? this.#files.topics.filter(({ id }) => `#${id}` === term) : [],
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

/** Whether a query is one word, or the name of one topic. */
function isOneThing({ requirements }: Outcome, { names }: MatchIndex): boolean {
  if (requirements.length === 1) return true
  const words = requirements.map(({ slot }) => (slot ? wordMeant(slot) : ''))
  return names
    .find(words)
    .some(({ first, last, name }) => first === 0 && last === words.length - 1 && isLabel(name))
}

/** A clause that keeps papers out but brings none in. */
function isNarrowing(clause: Clause): boolean {
  return clause.kind === 'filter' || clause.negated
}

function textOf(clause: Clause): string {
  return clause.kind === 'words' ? clause.text : clause.value
}

/** Words of the runs, small ones among them. */
function countWords(parts: ReturnType<typeof partsOf>): number {
  const clauses = parts.flatMap((part) => ('clauses' in part ? part.clauses : []))
  return clauses.reduce((sum, { text }) => sum + analyse(text).length, 0)
}

/** How a paper meets several requirements at once. */
function joinMets(mets: Met[]): Met {
  return {
    score: mets.reduce((sum, { score }) => sum + score, 0),
    fuzzy: mets.some(({ fuzzy }) => fuzzy),
    terms: Object.assign({}, ...mets.map(({ terms }) => terms)),
    paraphrases: Math.max(...mets.map(({ paraphrases = 0 }) => paraphrases)),
  }
}

function hasChoice({ chosen }: SearchState): boolean {
  return Object.values(chosen).some((values) => values.length > 0)
}

/** The query as runs of plain words and single groups, without groups that only narrow. */
function partsOf(
  query: Query,
  q: string,
): (Pick<WordRun, 'clauses' | 'growing'> | { group: Clause[] })[] {
  const parts: (Pick<WordRun, 'clauses' | 'growing'> | { group: Clause[] })[] = []
  let run: TextClause[] = []
  const close = () => {
    const last = run.at(-1)
    // A word at the very end, without a blank behind it, may be unfinished.
    if (last)
      parts.push({
        clauses: run,
        growing: /^\*?$/.test(q.slice(last.end)) && /[\p{L}\p{N}]\*?$/u.test(q),
      })
    run = []
  }
  for (const group of query.groups) {
    const [only] = group
    if (group.length === 1 && only?.kind === 'words' && !only.quoted && !only.negated) {
      run.push(only)
      continue
    }
    // What only narrows does not stand between words.
    if (group.every(isNarrowing)) continue
    close()
    parts.push({ group })
  }
  close()
  return parts
}
