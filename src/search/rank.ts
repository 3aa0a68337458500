import { byCodeUnit } from '../shared/code-unit-order.ts'
import type { PaperRow } from './index-files.ts'
import type { Match, Sort } from './model.ts'
import type { Met, Requirement } from './requirements.ts'
import { wordMeant } from './slips.ts'
import type { AnalysedTitle, TitleTable } from './titles.ts'

/** With fewer full answers than this, papers that match only some of the words are added. */
const FULL_ENOUGH = 10
const SOME_MOST = 20
/** Fewer words than this stand in a title in their order by chance. */
const IN_ORDER_LEAST = 4
/** Titles that are looked at for being cited in a query, those with most of its words. */
const LIKELY_MOST = 200
/** Least share of what was asked, by rarity, that a paper matching only some of the words must have. */
const COVERAGE_MIN = 0.5

/** A paper that answers, and how. */
export interface Ranked {
  paper: number
  match: Match
  score: number
  /** A topic of the paper that gave a good part of the score, if the query is a question. */
  topic?: number
}

/** A part of the query that a paper meets. */
export interface MetPart {
  requirement: Requirement
  met: Met
}

/** The parts of the query that a paper meets, in order. */
export function metBy(paper: number, requirements: Requirement[]): MetPart[] {
  return requirements.flatMap((requirement) => {
    const met = requirement.papers.get(paper)
    return met ? [{ requirement, met }] : []
  })
}

/** The papers that answer: all with all words, and where these are few those with some; not in order yet. */
export function rankPapers(
  requirements: Requirement[],
  exact: boolean,
  pass: (paper: number) => boolean,
): Ranked[] {
  const required = requirements.filter((one) => one.required)
  const papers = [...new Set(required.flatMap((one) => [...one.papers.keys()]))].filter(pass)
  // A begun word may be met by all papers of a large corpus, so nothing is made for each that is not needed.
  const found = papers.map((paper): Ranked => {
    let score = 0
    let lacking = 0
    let isFuzzy = false
    for (const { papers } of required) {
      const met = papers.get(paper)
      if (!met) lacking++
      else {
        score += met.score
        isFuzzy ||= met.fuzzy
      }
    }
    return { paper, match: lacking > 0 ? 'some' : isFuzzy ? 'fuzzy' : 'all', score }
  })
  const full = found.filter(({ match }) => match !== 'some')
  if (exact || full.length >= FULL_ENOUGH) return full
  // A corrected word is believed in part of a query only if it makes sense with all the others.
  const partial = coverPartly(found, required, full.length > 0)
  return [...full, ...partial.slice(0, SOME_MOST)]
}

/** Papers with enough of what was asked, best first; their scores shrink with what they lack. */
function coverPartly(found: Ranked[], required: Requirement[], withFuzzy: boolean): Ranked[] {
  const asked = required.reduce((sum, { rarity }) => sum + rarity, 0)
  return found
    .flatMap((one): Ranked[] => {
      if (one.match !== 'some') return []
      const needed = metBy(one.paper, required)
      const covering = needed.filter(({ met }) => withFuzzy || !met.fuzzy)
      const coverage =
        covering.reduce((sum, one) => sum + one.requirement.rarity * certainty(one), 0) / asked
      return coverage < COVERAGE_MIN ? [] : [{ ...one, score: one.score * coverage }]
    })
    .sort((a, b) => b.score - a.score || a.paper - b.paper)
}

/** A word counts in full, a synonym or what an everyday word leads to by its weight: less is known to be meant. */
function certainty({ requirement, met }: MetPart): number {
  const weights = Object.keys(met.terms).map((term) => {
    const sought = requirement.sought.get(term)
    return sought?.how === 'synonym' ? sought.weight : 1
  })
  return weights.length > 0 ? Math.max(...weights) : 1
}

/**
 * Adds the papers whose whole title stands in the query, as in a citation: with words that no paper has, such as
 * names of authors, they may have too little of it otherwise.
 */
export function addCited(
  ranked: Ranked[],
  requirements: Requirement[],
  titles: TitleTable,
  pass: (paper: number) => boolean,
): void {
  const whole = titles.analyse(textMeant(requirements))
  if (whole.words.length <= IN_ORDER_LEAST) return
  const inTitle = new Map<number, number>()
  for (const { papers } of requirements)
    for (const [paper, { terms }] of papers)
      if (Object.values(terms).some((fields) => fields.includes('title')))
        inTitle.set(paper, (inTitle.get(paper) ?? 0) + 1)
  const known = new Map(ranked.map((one) => [one.paper, one]))
  const likely = [...inTitle].sort(([a, x], [b, y]) => y - x || a - b).slice(0, LIKELY_MOST)
  for (const [paper] of likely) {
    const title = titles.of(paper)
    const isCited =
      title.words.length >= IN_ORDER_LEAST && ` ${whole.joined} `.includes(` ${title.joined} `)
    if (!isCited || !pass(paper)) continue
    const one = known.get(paper) ?? { paper, match: 'all', score: 0 }
    if (!known.has(paper)) ranked.push(one)
    one.match = 'all'
    one.score += 1e5
  }
}

/** What was asked, as it was understood; a word that was taken apart is whole again. */
function textMeant(requirements: Requirement[]): string {
  return requirements
    .map(({ slot, asked }, at) => {
      const isPart = slot && requirements[at - 1]?.slot?.place.end === slot.place.start
      return `${isPart ? '' : ' '}${slot ? wordMeant(slot) : asked}`
    })
    .join('')
}

/**
 * A title that is the query comes first of all, then one that the query begins; one that holds its words together gains.
 * Words count as they were understood; what only narrows is no part of a title.
 */
export function favourTitles(
  ranked: Ranked[],
  requirements: Requirement[],
  titles: TitleTable,
): void {
  const whole = titles.analyse(textMeant(requirements))
  const required = requirements.filter((one) => one.required)
  for (const one of ranked) {
    const title = titles.of(one.paper)
    if (title.joined === whole.joined) {
      one.score += 1e6
      if (one.match !== 'fuzzy') one.match = 'all'
    } else if (
      whole.words.length >= IN_ORDER_LEAST &&
      title.joined.startsWith(whole.joined) &&
      one.match !== 'some'
    )
      one.score += 1e5
    else one.score *= titleFactor(title, whole, one.paper, required)
  }
}

/** How much a title counts for holding the query's words, together best. */
function titleFactor(
  title: AnalysedTitle,
  query: AnalysedTitle,
  paper: number,
  required: Requirement[],
): number {
  if (query.words.length > 1 && title.joined.startsWith(`${query.joined} `)) return 1.5
  if (query.words.length > 1 && ` ${title.joined} `.includes(` ${query.joined} `)) return 1.3
  if (query.words.length >= IN_ORDER_LEAST && hasInOrder(title, query)) return 1.3
  const isInTitle = ({ papers }: Requirement) =>
    Object.values(papers.get(paper)?.terms ?? {}).some((fields) => fields.includes('title'))
  return required.length > 1 && required.every(isInTitle) ? 1.2 : 1
}

/** In the order of a sort, with full answers before the others unless they are `mixed`; ties by date, then number. */
export function orderPapers(
  ranked: Ranked[],
  { sort, mixed }: { sort: Sort; mixed: boolean },
  rows: PaperRow[],
  titles: TitleTable,
): Ranked[] {
  const rank: Record<Match, number> = { all: 0, fuzzy: 1, some: 2 }
  const row = ({ paper }: Ranked) => rows[paper] as PaperRow
  const newest = (a: Ranked, b: Ranked) =>
    byCodeUnit(row(b).date ?? '', row(a).date ?? '') || a.paper - b.paper
  const orders: Record<Sort, (a: Ranked, b: Ranked) => number> = {
    relevance: (a, b) => b.score - a.score || newest(a, b),
    newest,
    oldest: (a, b) => byCodeUnit(row(a).date ?? '9', row(b).date ?? '9') || a.paper - b.paper,
    title: (a, b) => byCodeUnit(titles.keyOf(a.paper), titles.keyOf(b.paper)) || a.paper - b.paper,
    comments: (a, b) => (row(b).comments ?? -1) - (row(a).comments ?? -1) || newest(a, b),
    sightings: (a, b) => row(b).sightings - row(a).sightings || newest(a, b),
  }
  const byMatch = (a: Ranked, b: Ranked) => (mixed ? 0 : rank[a.match] - rank[b.match])
  return ranked.sort((a, b) => byMatch(a, b) || orders[sort](a, b))
}

/** Whether a title has all words of the query in their order, with others between them. */
function hasInOrder(title: AnalysedTitle, query: AnalysedTitle): boolean {
  let at = 0
  for (const { term } of title.words) if (term === query.words[at]?.term) at++
  return at === query.words.length
}
