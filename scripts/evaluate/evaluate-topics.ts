import type { Paper } from '../../src/shared/model.ts'
import { type GoldPaper, wasJudged } from '../gold.ts'
import { assignTopics } from '../pipeline/assign-topics.ts'
import { type AgreementFigure, agreement } from './agreement.ts'
import { matchAliases } from './baselines.ts'
import { type Measured, measure } from './bootstrap.ts'
import type { PaperCorpus } from './read-corpus.ts'
import {
  type JudgedFiling,
  type Score,
  scoreOf,
  type TopicFigure,
  tallyMain,
  topicF1,
  topicFigures,
} from './topic-scores.ts'
import { type TrimmedVocabulary, trimVocabulary } from './trim-vocabulary.ts'

export type Split = GoldPaper['split']
type TopicIds = Pick<JudgedFiling, 'main' | 'also'>

/** Who filed, and whose filing counts as right where it is not the first reader's. */
export const FILERS = [
  'system',
  'trimmed',
  'aliases',
  'author',
  'second',
  'system against second',
] as const
export type Filer = (typeof FILERS)[number]

export interface TopicRow {
  id: string
  label: string
  /** Papers of the split that the first reader files under it as main. */
  papers: number
  /** Papers of the split that the system files under it as main. */
  filed: number
  score: Score
  f1: Measured
}

export interface TopicResult {
  papers: number
  figures: Record<TopicFigure, Measured>
}

export interface TopicEvaluation {
  splits: Record<Split, Record<Filer, TopicResult>>
  /** For the held-out half, in the order of the vocabulary. */
  topics: TopicRow[]
  /** Papers of the listings that the readers had, judged or not, without a main topic. */
  unfiled: number
  agreement: {
    name: 'second reader' | 'author'
    grade: 'main' | 'any'
    papers: number
    figures: Record<AgreementFigure, Measured>
  }[]
  trimmed: Omit<TrimmedVocabulary, 'vocabulary'>
}

/** Compares what the corpus is filed under with the gold. Every paper of the gold has to be in the corpus. */
export function evaluateTopics(corpus: PaperCorpus, gold: Map<string, GoldPaper>): TopicEvaluation {
  const { papers, vocabulary, weights } = corpus
  const { vocabulary: trimmed, ...counts } = trimVocabulary(vocabulary, papers)
  const byTrimmed = assignTopics(papers, trimmed, weights)
  const byAlias = matchAliases(papers, vocabulary)
  const system = new Map(papers.map(({ id, topics }) => [id, byGrade(topics)]))
  const filings: Record<Exclude<Filer, 'second' | 'author'>, Map<string, TopicIds>> = {
    system,
    trimmed: new Map(
      papers.map(({ id }, index) => [id, byGrade(byTrimmed[index]?.assignments ?? [])]),
    ),
    aliases: new Map([...byAlias].map(([id, main]) => [id, { main, also: [] }])),
    'system against second': system,
  }
  const judge = (split: Split, filer: Filer) => judgeFilings(gold, split, filer, filings)
  const result = (split: Split) =>
    Object.fromEntries(
      FILERS.map((filer) => {
        const judged = judge(split, filer)
        return [filer, { papers: judged.length, figures: measure(judged, topicFigures) }]
      }),
    ) as Record<Filer, TopicResult>
  return {
    splits: { 'held-out': result('held-out'), tune: result('tune') },
    topics: describeTopics(judge('held-out', 'system'), corpus),
    unfiled: papers.filter((paper) => wasJudged(paper) && system.get(paper.id)?.main.length === 0)
      .length,
    agreement: compareReaders([...gold.values()], vocabulary.topics.length),
    trimmed: counts,
  }
}

function byGrade(topics: Paper['topics']): TopicIds {
  const of = (wanted: string) => topics.filter(({ grade }) => grade === wanted).map(({ id }) => id)
  return { main: of('main'), also: of('also') }
}

/** The filings of one half by one filer; papers that this filer did not read are left out. */
function judgeFilings(
  gold: Map<string, GoldPaper>,
  split: Split,
  filer: Filer,
  filings: Record<Exclude<Filer, 'second' | 'author'>, Map<string, TopicIds>>,
): JudgedFiling[] {
  return [...gold].flatMap(([id, paper]) => {
    if (paper.split !== split) return []
    if (filer === 'author') return [{ ...paper.vocabulary, gold: paper }]
    if (filer === 'second') return paper.second ? [{ ...paper.second, gold: paper }] : []
    const filed = filings[filer].get(id)
    if (!filed) throw new Error(`tests/gold/topics.json: "${id}" is no paper; correct its id.`)
    if (filer !== 'system against second') return [{ ...filed, gold: paper }]
    return paper.second ? [{ ...filed, gold: { ...paper, first: paper.second } }] : []
  })
}

function describeTopics(filings: JudgedFiling[], { vocabulary }: PaperCorpus): TopicRow[] {
  const tallies = tallyMain(filings, 'lenient')
  const intervals = measure(filings, (sample) =>
    topicF1(
      sample,
      vocabulary.topics.map(({ id }) => id),
    ),
  )
  return vocabulary.topics.map(({ id, label }) => {
    const tally = tallies.get(id) ?? { right: 0, wrong: 0, missed: 0 }
    return {
      id,
      label,
      papers: tally.right + tally.missed,
      filed: filings.filter(({ main }) => main.includes(id)).length,
      score: scoreOf(tally),
      f1: intervals[id] as Measured,
    }
  })
}

function compareReaders(gold: GoldPaper[], topics: number): TopicEvaluation['agreement'] {
  const twice = gold.flatMap(({ first, second }) => (second ? [{ first, other: second }] : []))
  const all = gold.map(({ first, vocabulary }) => ({ first, other: vocabulary }))
  const compare = (
    name: 'second reader' | 'author',
    readings: { first: TopicIds; other: TopicIds }[],
    grade: 'main' | 'any',
  ) => {
    const topicsOf = ({ main, also }: TopicIds) => (grade === 'main' ? main : [...main, ...also])
    const pairs = readings.map(({ first, other }) => ({
      one: topicsOf(first),
      other: topicsOf(other),
    }))
    const figures = measure(pairs, (sample) => agreement(sample, topics))
    return { name, grade, papers: pairs.length, figures }
  }
  return [
    compare('second reader', twice, 'main'),
    compare('second reader', twice, 'any'),
    compare('author', all, 'main'),
    compare('author', all, 'any'),
  ]
}
