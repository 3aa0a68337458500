import { STRESS_MOST, WORSE_MOST } from '../pipeline/place-topics.ts'
import type { MapEvaluation } from './evaluate-map.ts'
import type { RelatedEvaluation } from './evaluate-related.ts'
import type { SearchEvaluation, SearchResult } from './evaluate-search.ts'
import type { TopicEvaluation, TopicResult } from './evaluate-topics.ts'
import type { MapScores, Overlaps } from './map-scores.ts'

export interface Evaluation {
  topics: TopicEvaluation
  related: RelatedEvaluation
  search: SearchEvaluation
  map: MapEvaluation
  /** The figures of all papers as published; null while every paper was judged. */
  whole: (Pick<Evaluation, 'topics' | 'related' | 'search'> & { papers: number }) | null
}

/** A bound that a figure of the held-out half, or of the map, has to keep, both ends included. */
export interface Gate {
  name: string
  of: GateSubject
  from?: number
  to?: number
  /** The upper bound once later listings have come, whose map keeps to the places of the one before. */
  toLater?: number
  /** What is aimed at, where it is not reached yet; `from` then only guards what is. */
  goal?: number
  /** NaN when there is nothing to take it from. */
  figure(evaluation: Evaluation): number
}

type GateSubject =
  | 'topics'
  | 'related papers'
  | 'search'
  | 'map'
  | 'communities'
  | 'code of the map'
/** What is measured on the judged papers; all else is about the published map. */
export const OF_JUDGED_PAPERS: readonly GateSubject[] = ['topics', 'related papers', 'search']

const ANEW =
  'to have the map laid out anew, delete data/map.json, run npm run data and npm run eval; readers then have to find their topics again'

/** What to do when a gate fails; a listing of papers that nobody judged cannot fail those that are not of the map. */
const REMEDIES: Record<GateSubject, string> = {
  topics:
    'judged papers are filed worse than before, by a change of data/curated/topics.yaml, corrections.yaml or the code; narrow the phrases that were added last',
  'related papers':
    'judged papers have worse related papers than before, by a change of data/curated/topics.yaml, corrections.yaml or the code; narrow the phrases that were added last',
  search:
    'judged queries find less than before, by a change of data/curated/ or the code; take back the synonyms, paraphrases or phrases that were added last',
  map: `the map is harder to read than it should be; shorten long names of topics, or ${ANEW}`,
  communities:
    'topics share papers so evenly that communities say little; npm run topics lists topics that are too large, whose phrases can be narrowed',
  'code of the map': 'this is a fault of the code, whatever the listings; please report it',
}

const system = ({ topics }: Evaluation): TopicResult['figures'] =>
  topics.splits['held-out'].system.figures

const search = (evaluation: Evaluation): SearchResult => {
  const own = evaluation.search.engines.get('Lectern')
  if (!own) throw new Error('Lectern is not among the engines.')
  return own['held-out']
}

/** The sum over all screens and scales. */
const overlaps = (evaluation: Evaluation, what: keyof Overlaps): number =>
  evaluation.map.boxes.reduce((sum, box) => sum + box.overlaps[what], 0)

const worst = (evaluation: Evaluation, figure: keyof MapScores, of: typeof Math.min): number =>
  of(evaluation.map.frames.landscape[figure], evaluation.map.frames.portrait[figure])

/** What `npm test` asks of the held-out half and of the map. */
export const GATES: Gate[] = [
  {
    name: 'macro F1 of main topics',
    of: 'topics',
    from: 0.8,
    figure: (e) => system(e).macroF1.value,
  },
  {
    name: 'micro precision of main topics',
    of: 'topics',
    from: 0.85,
    figure: (e) => system(e).microPrecision.value,
  },
  {
    name: 'papers of the judged listings without a main topic',
    of: 'topics',
    to: 0,
    figure: (e) => e.topics.unfiled,
  },
  {
    name: 'mean of main topics',
    of: 'topics',
    from: 1.5,
    to: 3,
    figure: (e) => system(e).meanMain.value,
  },
  {
    name: 'mean of all topics',
    of: 'topics',
    from: 2.7,
    to: 5,
    figure: (e) => system(e).meanAll.value,
  },
  {
    name: 'precision of further topics',
    of: 'topics',
    from: 0.75,
    figure: (e) => system(e).alsoPrecision.value,
  },
  {
    name: 'P@3 of related papers by the second judge',
    of: 'related papers',
    from: 0.85,
    figure: (e) =>
      e.related.splits['held-out'].system.second?.figures.precisionAt3.value ?? Number.NaN,
  },
  {
    name: 'nDCG@10 of search, mean of queries',
    of: 'search',
    from: 0.94,
    goal: 0.95,
    figure: (e) => search(e).figures.ndcg.value,
  },
  ...(
    [
      ['known', 0.99],
      ['title', 1],
      ['typo', 0.95, 0.99],
      ['paraphrase', 0.8, 0.9],
      ['acronym', 0.9],
      ['topical', 0.9],
      ['inflection', 0.9],
      ['unfinished', 0.9],
    ] as const
  ).map(
    ([family, from, goal]): Gate => ({
      name: `nDCG@10 of search, family ${family}`,
      of: 'search',
      from,
      ...(goal === undefined ? {} : { goal }),
      figure: (e) => search(e).families[family].figures.ndcg.value,
    }),
  ),
  {
    name: 'success@1 of search, family typo',
    of: 'search',
    from: 0.99,
    figure: (e) => search(e).families.typo.figures.success.value,
  },
  {
    name: 'foreign queries that find nothing',
    of: 'search',
    from: 0.85,
    goal: 1,
    figure: (e) => search(e).foreign.nothingFound.value,
  },
  {
    name: 'labels of the map that show at fit in 1200 × 800',
    of: 'map',
    from: 0.95,
    figure: (e) => e.map.frames.landscape.shownAtFit,
  },
  {
    name: 'overlaps of labels on the map',
    of: 'code of the map',
    to: 0,
    figure: (e) => overlaps(e, 'labels'),
  },
  {
    name: 'overlaps of marks on the map',
    of: 'code of the map',
    to: 0,
    figure: (e) => overlaps(e, 'marks'),
  },
  {
    name: 'overlaps of names of areas on the map',
    of: 'code of the map',
    to: 0,
    figure: (e) => overlaps(e, 'names'),
  },
  {
    name: 'crossing quality of the map',
    of: 'map',
    from: 0.97,
    figure: (e) => worst(e, 'crossingQuality', Math.min),
  },
  {
    name: 'stress of the map',
    of: 'map',
    to: STRESS_MOST,
    toLater: STRESS_MOST * WORSE_MOST,
    figure: (e) => worst(e, 'stress', Math.max),
  },
  {
    name: 'neighbours that the map keeps',
    of: 'map',
    from: 0.33,
    figure: (e) => worst(e, 'neighbourhoodPreservation', Math.min),
  },
  {
    name: 'modularity of the communities',
    of: 'communities',
    from: 0.5,
    figure: (e) => e.map.modularity,
  },
  {
    name: 'maps from shuffled input that differ',
    of: 'code of the map',
    to: 0,
    figure: (e) => (e.map.moves.identical ? 0 : 1),
  },
]

const upperBound = ({ to, toLater }: Gate, { whole }: Evaluation): number | undefined =>
  whole ? (toLater ?? to) : to

/** `≥ 1.5, ≤ 3` */
export function formatBounds(gate: Gate, evaluation: Evaluation): string {
  const to = upperBound(gate, evaluation)
  return [gate.from === undefined ? '' : `≥ ${gate.from}`, to === undefined ? '' : `≤ ${to}`]
    .filter((bound) => bound !== '')
    .join(', ')
}

/** Whether the figure is there and keeps both bounds. */
export function holds(gate: Gate, evaluation: Evaluation): boolean {
  const figure = gate.figure(evaluation)
  return figure >= (gate.from ?? -Infinity) && figure <= (upperBound(gate, evaluation) ?? Infinity)
}

/** What a failing gate means and what to do, in one line. */
export function describeFailure(gate: Gate, evaluation: Evaluation): string {
  const figure = Number(gate.figure(evaluation).toFixed(3))
  return `${gate.name} is ${figure}, asked is ${formatBounds(gate, evaluation)}: ${REMEDIES[gate.of]}`
}
