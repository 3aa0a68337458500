import { readFileSync } from 'node:fs'

/** The listings whose papers the readers and judges had before them: of later ones their judgements say nothing. */
const JUDGED_LISTINGS: readonly string[] = [
  '000_2026330a6204c1fc',
  '001_2a14ea81418e0457',
  '002_8dbb6881b97b9d33',
  '003_76c8d6c038b90c29',
  '004_b322a2c5c2344f47',
]

/** Whether the readers and judges had a paper before them. */
export function wasJudged({ sightings }: { sightings: { listing: string }[] }): boolean {
  return sightings.some(({ listing }) => JUDGED_LISTINGS.includes(listing))
}

/** A reader's filing of one paper, made by reading title and abstract. */
export interface Filing {
  main: string[]
  also: string[]
  /** Filing these as main would be defensible. */
  acceptable: string[]
}

export interface GoldPaper {
  /** Weights and thresholds are fitted on `tune`; figures are reported on `held-out`. */
  split: 'tune' | 'held-out'
  first: Filing
  /** A second reader's filing, independent of the first. */
  second?: Filing
  /** The filing by the author of the vocabulary, made while writing it. */
  vocabulary: Pick<Filing, 'main' | 'also'>
  /** Further topics an independent judge found to be genuinely used or treated, of those that were proposed. */
  judgedAlso?: string[]
}

export interface GoldSeed {
  /** Seeds of `later` were drawn at random when all else was done, and graded by other judges. */
  split: 'tune' | 'held-out' | 'later'
  /** Grades of judged candidates by paper id: 2 clearly related, 1 acceptable, 0 not. */
  grades: Record<string, number>
  /** Grades by a second judge, blind to which system made the recommendation. */
  second?: Record<string, number>
}

export const QUERY_FAMILIES = [
  'known',
  'title',
  'typo',
  'paraphrase',
  'acronym',
  'topical',
  'inflection',
  'unfinished',
  'foreign',
] as const
export type QueryFamily = (typeof QUERY_FAMILIES)[number]

export interface JudgedQuery {
  id: string
  family: QueryFamily
  /** Which part of the judged queries; those of `later`, `fresh` and `fourth` were written by other judges, with the engine done. */
  half: 'tune' | 'held-out' | 'later' | 'fresh' | 'fourth'
  query: string
  /** Grades by paper id: 2 the paper's subject or chief means, 1 treated or used. None if foreign. */
  relevant: Record<string, number>
  /** The same by another reader, who saw what the first found and the best ten of each engine. */
  second?: Record<string, number>
}

const GOLD_FILES = [
  'tests/gold/topics.json',
  'tests/gold/related.json',
  'tests/gold/queries.json',
] as const
export type GoldFile = (typeof GOLD_FILES)[number]

/** What readers and judges said, with the ids of their day; `presentGold` gives it those of today. */
export interface Gold {
  /** Filings by paper id. */
  topics: Map<string, GoldPaper>
  /** Judged related papers by seed id. */
  related: Map<string, GoldSeed>
  /** Queries with the papers that a judge finds relevant. */
  queries: JudgedQuery[]
  /** The first line that names an id, from 1. */
  lineOf: (file: GoldFile, id: string) => number
}

export function readGold(): Gold {
  const texts = Object.fromEntries(
    GOLD_FILES.map((file) => [file, readFileSync(file, 'utf8')]),
  ) as Record<GoldFile, string>
  const parse = (file: GoldFile) => JSON.parse(texts[file])
  return {
    topics: new Map(Object.entries(parse('tests/gold/topics.json').papers)),
    related: new Map(Object.entries(parse('tests/gold/related.json').seeds)),
    queries: parse('tests/gold/queries.json').queries,
    lineOf: (file, id) =>
      Math.max(1, texts[file].split('\n').findIndex((line) => line.includes(`"${id}"`)) + 1),
  }
}
