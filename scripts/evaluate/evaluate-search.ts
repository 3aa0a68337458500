import { byCodeUnit } from '../../src/shared/code-unit-order.ts'
import { groupBy } from '../../src/shared/group-by.ts'
import { type JudgedQuery, QUERY_FAMILIES, type QueryFamily } from '../gold.ts'
import { type Measured, measure } from './bootstrap.ts'
import { type Answers, SHOWN } from './ranker.ts'
import { mean, type RankingFigure, rankingScores } from './ranking-scores.ts'

/** Families with relevant papers. */
type AnsweredFamily = Exclude<QueryFamily, 'foreign'>
export const ANSWERED_FAMILIES = QUERY_FAMILIES.filter((family) => family !== 'foreign')

/** Parts of the judged queries, as the tables list them. */
export const QUERY_PARTS = ['held-out', 'later', 'fresh', 'fourth', 'tune'] as const
export type QueryPart = (typeof QUERY_PARTS)[number]

/** One query, scored. */
type Scored = Record<RankingFigure, number> & { family: AnsweredFamily }

/** Means over queries; `macroNdcg` is the mean of the families' means, so that each family counts alike. */
type SearchFigure = RankingFigure | 'macroNdcg'

export interface SearchResult {
  queries: number
  figures: Record<SearchFigure, Measured>
  families: Record<AnsweredFamily, { queries: number; figures: Record<RankingFigure, Measured> }>
  /** Queries that nothing in the corpus is relevant to. */
  foreign: {
    queries: number
    /** Share of them without any result. */
    nothingFound: Measured
    /** Mean number of results. */
    results: Measured
  }
}

export interface SearchEvaluation {
  queries: JudgedQuery[]
  /** By name of the engine. */
  engines: Map<string, Record<QueryPart, SearchResult>>
  /** Of the queries that a second judge graded, by that judge. */
  second: {
    engines: Map<string, SearchResult>
    /** What the first judge found relevant, best first, as if it were an engine's answers. */
    firstJudge: SearchResult
    /** The other way round: what the second judge found, by the first. */
    secondJudge: SearchResult
  }
}

/** Compares the engines' answers with the judge's grades. Every engine has to answer every query. */
export function evaluateSearch(
  answersByEngine: Map<string, Answers>,
  queries: JudgedQuery[],
): SearchEvaluation {
  const engines = new Map<string, Record<QueryPart, SearchResult>>()
  for (const [engine, answers] of answersByEngine) {
    const part = (name: QueryPart) =>
      evaluatePart(
        answers,
        queries.filter((query) => query.half === name),
      )
    engines.set(engine, {
      'held-out': part('held-out'),
      later: part('later'),
      fresh: part('fresh'),
      fourth: part('fourth'),
      tune: part('tune'),
    })
  }
  const byFirst = queries.filter(({ second }) => second)
  const bySecond = byFirst.map((query) => ({ ...query, relevant: query.second ?? {} }))
  const second = {
    engines: new Map(
      [...answersByEngine].map(([engine, answers]) => [engine, evaluatePart(answers, bySecond)]),
    ),
    firstJudge: evaluatePart(answersOfJudge(byFirst), bySecond),
    secondJudge: evaluatePart(answersOfJudge(bySecond), byFirst),
  }
  return { queries, engines, second }
}

/** The best order of what a judge found relevant; those of a grade by id. */
function answersOfJudge(queries: JudgedQuery[]): Answers {
  const order = ([a, gradeOfA]: [string, number], [b, gradeOfB]: [string, number]) =>
    gradeOfB - gradeOfA || byCodeUnit(a, b)
  return new Map(
    queries.map(({ id, relevant }) => {
      const ids = Object.entries(relevant)
        .sort(order)
        .map(([id]) => id)
      return [id, { first: ids.slice(0, SHOWN), results: ids.length }]
    }),
  )
}

function evaluatePart(answers: Answers, queries: JudgedQuery[]): SearchResult {
  const scored: Scored[] = []
  const foreign: number[] = []
  for (const { id, family, relevant } of queries) {
    const answer = answers.get(id)
    if (!answer) throw new Error(`No answer to the query ${id}.`)
    if (family === 'foreign') foreign.push(answer.results)
    else scored.push({ family, ...rankingScores({ ranked: answer.first, relevant }) })
  }
  const families = ANSWERED_FAMILIES.map((family) => {
    const members = scored.filter((query) => query.family === family)
    return [family, { queries: members.length, figures: measure(members, means) }]
  })
  return {
    queries: scored.length,
    figures: measure(scored, (sample) => ({ ...means(sample), macroNdcg: meanOfFamilies(sample) })),
    families: Object.fromEntries(families),
    foreign: {
      queries: foreign.length,
      ...measure(foreign, (results) => ({
        nothingFound: mean(results.map((count) => (count === 0 ? 1 : 0))),
        results: mean(results),
      })),
    },
  }
}

function means(queries: Scored[]): Record<RankingFigure, number> {
  return {
    ndcg: mean(queries.map(({ ndcg }) => ndcg)),
    success: mean(queries.map(({ success }) => success)),
    reciprocalRank: mean(queries.map(({ reciprocalRank }) => reciprocalRank)),
    recall: mean(queries.map(({ recall }) => recall)),
  }
}

function meanOfFamilies(queries: Scored[]): number {
  const families = [...groupBy(queries, ({ family }) => family).values()]
  return mean(families.map((members) => means(members).ndcg))
}
