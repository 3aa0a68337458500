import { correctQuery } from './explain.ts'
import type { PaperRow, PaperTexts, RowsFile } from './index-files.ts'
import type { MatchIndex } from './match.ts'
import { isNarrowing, type MetQuery, QueryMeeter } from './meet-query.ts'
import type { Match, Query, SearchState } from './model.ts'
import { isLabel } from './name-terms.ts'
import { parseQuery } from './parse-query.ts'
import { addCited, favourTitles, orderPapers, type Ranked, rankPapers } from './rank.ts'
import { rankByQuestion } from './rank-question.ts'
import type { Requirement } from './requirements.ts'
import { wordMeant } from './slips.ts'
import { TitleTable } from './titles.ts'

/** The texts of a paper; rejects when they can't be loaded. */
export type TextsOf = (paper: number) => Promise<PaperTexts>

/** The papers that were found, and what was asked for. */
export interface Outcome extends MetQuery {
  ranked: Ranked[]
  /** The query as it was understood, where nothing else was sought. */
  mended?: string
}

/** Finds the papers that a query asks for, in order. */
export class PaperFinder {
  readonly titles: TitleTable
  readonly #index: MatchIndex
  readonly #rows: PaperRow[]
  readonly #hasAbstracts: boolean
  readonly #meeter: QueryMeeter

  /** Without abstracts (`textsOf` is null) titles alone tell what words papers have. */
  constructor(index: MatchIndex, rows: PaperRow[], files: RowsFile, textsOf: TextsOf | null) {
    this.#index = index
    this.#rows = rows
    this.titles = new TitleTable(rows.map(({ title }) => title))
    this.#hasAbstracts = textsOf !== null
    this.#meeter = new QueryMeeter(index, rows, files, async (paper, field) =>
      field === 'title' ? (rows[paper] as PaperRow).title : ((await textsOf?.(paper))?.[0] ?? ''),
    )
  }

  /** What is found; where all of it is one word or topic, misspelt, what is found for the one that was meant. */
  async find(query: Query, state: SearchState): Promise<Outcome> {
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
    const pass = await this.#meeter.passing(query)
    if (query.groups.every((group) => group.every(isNarrowing))) {
      const papers = query.groups.length > 0 || hasChoice(state) ? this.#rows.keys() : []
      const ranked = [...papers]
        .filter(pass)
        .map((paper): Ranked => ({ paper, match: 'all', score: 0 }))
      return this.#inOrder({ ranked, requirements: [], runs: [], isQuestion: false }, state)
    }
    const strict = await this.#meeter.meet(query, state, false)
    const rank = (requirements: Requirement[]) =>
      strict.isQuestion
        ? rankByQuestion(requirements, this.#index, pass)
        : rankPapers(requirements, state.exact, pass)
    let ranked = rank(strict.requirements)
    let met = strict
    if (!state.exact && ranked.every(({ match }) => match === 'some')) {
      // Nothing has all words: perhaps a word that other papers have was meant otherwise.
      const lenient = await this.#meeter.meet(query, state, true)
      const second = rank(lenient.requirements)
      if (second.some(({ match }) => match !== 'some')) {
        ranked = second
        met = lenient
      }
    }
    addCited(ranked, met.requirements, this.titles, pass)
    favourTitles(ranked, met.requirements, this.titles)
    return this.#inOrder({ ...met, ranked }, state)
  }

  #inOrder(found: Outcome, { sort }: SearchState): Outcome {
    const order = { sort, mixed: found.isQuestion }
    return { ...found, ranked: orderPapers(found.ranked, order, this.#rows, this.titles) }
  }

  /** Whether what narrows a query leaves no paper at all, whatever else is asked. */
  async isShutOut(query: Query): Promise<boolean> {
    const pass = await this.#meeter.passing(query)
    return !this.#rows.some((_, paper) => pass(paper))
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

function hasChoice({ chosen }: SearchState): boolean {
  return Object.values(chosen).some((values) => values.length > 0)
}
