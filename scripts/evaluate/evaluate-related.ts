import { type GoldSeed, wasJudged } from '../gold.ts'
import { nearestByWords } from './baselines.ts'
import { type Measured, measure } from './bootstrap.ts'
import type { PaperCorpus } from './read-corpus.ts'
import {
  type Grades,
  type JudgeFigure,
  judgeAgreement,
  type RelatedFigure,
  recommendationSpread,
  relatedFigures,
} from './related-scores.ts'

export const RECOMMENDERS = ['system', 'words'] as const
export type Recommender = (typeof RECOMMENDERS)[number]
type Judge = 'first' | 'second'

/** Parts of the judged seeds, as the tables list them. */
export const SEED_PARTS = ['held-out', 'later', 'tune'] as const
export type SeedPart = (typeof SEED_PARTS)[number]

/** A seed with the grades of one judge, or of two. */
type JudgedSeed = GoldSeed & { second?: Grades }

export interface RelatedResult {
  seeds: number
  figures: Record<RelatedFigure, Measured>
}

export interface RelatedEvaluation {
  /** Without a second judge where no seed has this judge's grades. */
  splits: Record<
    SeedPart,
    Record<Recommender, { first: RelatedResult; second: RelatedResult | null }>
  >
  judges: Record<JudgeFigure, Measured> | null
  spread: Record<Recommender, ReturnType<typeof recommendationSpread>>
}

/**
 * Compares what the corpus recommends with the judges' grades. Every seed has to be a paper of the corpus. Papers that
 * no judge could have known are left out of the lists (condensed lists; Sakai, SIGIR 2007).
 */
export function evaluateRelated(
  { papers }: PaperCorpus,
  gold: Map<string, JudgedSeed>,
): RelatedEvaluation {
  const recommendations: Record<Recommender, Map<string, string[]>> = {
    system: new Map(papers.map(({ id, related }) => [id, related.map((paper) => paper.id)])),
    words: nearestByWords(papers, 6),
  }
  const known = new Set(papers.filter(wasJudged).map(({ id }) => id))
  const result = (split: SeedPart, recommender: Recommender, judge: Judge): RelatedResult => {
    const seeds = [...gold].flatMap(([id, seed]) => {
      const all = recommendations[recommender].get(id)
      if (!all) throw new Error(`tests/gold/related.json: "${id}" is no paper; correct it.`)
      const recommended = all.filter((other) => known.has(other))
      const grades = judge === 'first' ? seed.grades : seed.second
      return seed.split === split && grades ? [{ recommended, grades }] : []
    })
    return { seeds: seeds.length, figures: measure(seeds, relatedFigures) }
  }
  const judgedTwice = [...gold.values()].flatMap(({ grades, second }) =>
    second ? [{ one: grades, other: second }] : [],
  )
  const both = (split: SeedPart, recommender: Recommender) => {
    const second = result(split, recommender, 'second')
    return {
      first: result(split, recommender, 'first'),
      second: second.seeds > 0 ? second : null,
    }
  }
  const part = (split: SeedPart) => ({ system: both(split, 'system'), words: both(split, 'words') })
  return {
    splits: { 'held-out': part('held-out'), later: part('later'), tune: part('tune') },
    judges: judgedTwice.length > 0 ? measure(judgedTwice, judgeAgreement) : null,
    spread: {
      system: recommendationSpread(recommendations.system),
      words: recommendationSpread(recommendations.words),
    },
  }
}
