import { analyse } from './analyse.ts'
import { filterBy } from './filters.ts'
import type { PaperRow, RowsFile } from './index-files.ts'
import type { MatchIndex, WordRun } from './match.ts'
import type { Clause, Query, SearchState, TextClause } from './model.ts'
import { QUESTION_LENGTH } from './plan-run.ts'
import { metBy } from './rank.ts'
import {
  type Met,
  type MetRun,
  meetPhrase,
  meetRun,
  papersWithWord,
  type Requirement,
} from './requirements.ts'
import { tellClause } from './write-clause.ts'

const YEAR = /^(?:19|20)\d\d$/
/** So many phrases are remembered. */
const PHRASES_KEPT = 50

/** What a query asks for, met. */
export interface MetQuery {
  requirements: Requirement[]
  /** The runs of words that were sought, alternatives among them. */
  runs: MetRun[]
  isQuestion: boolean
}

/** The text of a field of a paper; rejects when it can't be loaded. */
type TextOf = (paper: number, field: 'title' | 'abstract') => Promise<string>

/** Finds the papers that meet the parts of queries. */
export class QueryMeeter {
  readonly #index: MatchIndex
  readonly #rows: PaperRow[]
  readonly #files: RowsFile
  readonly #textOf: TextOf
  readonly #phrases = new Map<string, Promise<Requirement>>()

  constructor(index: MatchIndex, rows: PaperRow[], files: RowsFile, textOf: TextOf) {
    this.#index = index
    this.#rows = rows
    this.#files = files
    this.#textOf = textOf
  }

  /** Looks up all but what only narrows; with `lenient`, known words are taken for near ones too. */
  async meet(query: Query, { q, exact }: SearchState, lenient: boolean): Promise<MetQuery> {
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
      told: group.map(tellClause).join(' or '),
      required: true,
      // All words of a phrase are asked for.
      rarity: this.#index.lexicon.rarity(papers.size) * Math.min(...group.map(wordCount)),
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
    return { asked: '', told: '', required: true, rarity: 0, papers, sought: new Map(), slot: null }
  }

  /** Whether a paper meets all groups that only narrow: filters and what must not stand there. */
  async passing(query: Query): Promise<(paper: number) => boolean> {
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
}

/** A clause that keeps papers out but brings none in. */
export function isNarrowing(clause: Clause): boolean {
  return clause.kind === 'filter' || clause.negated
}

function textOf(clause: Clause): string {
  return clause.kind === 'words' ? clause.text : clause.value
}

function wordCount(clause: Clause): number {
  return clause.kind === 'words' && clause.quoted ? Math.max(1, analyse(clause.text).length) : 1
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
