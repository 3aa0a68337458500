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
}

/** A bound that a figure of the held-out half, or of the map, has to keep, both ends included. */
export interface Gate {
  name: string
  from?: number
  to?: number
  /** What is aimed at, where it is not reached yet; `from` then only guards what is. */
  goal?: number
  /** NaN when there is nothing to take it from. */
  figure(evaluation: Evaluation): number
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
  { name: 'macro F1 of main topics', from: 0.8, figure: (e) => system(e).macroF1.value },
  {
    name: 'micro precision of main topics',
    from: 0.85,
    figure: (e) => system(e).microPrecision.value,
  },
  {
    name: 'papers of the judged listings without a main topic',
    to: 0,
    figure: (e) => e.topics.unfiled,
  },
  { name: 'mean of main topics', from: 1.5, to: 3, figure: (e) => system(e).meanMain.value },
  { name: 'mean of all topics', from: 2.7, to: 5, figure: (e) => system(e).meanAll.value },
  { name: 'precision of further topics', from: 0.75, figure: (e) => system(e).alsoPrecision.value },
  {
    name: 'P@3 of related papers by the second judge',
    from: 0.85,
    figure: (e) =>
      e.related.splits['held-out'].system.second?.figures.precisionAt3.value ?? Number.NaN,
  },
  {
    name: 'nDCG@10 of search, mean of queries',
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
      from,
      ...(goal === undefined ? {} : { goal }),
      figure: (e) => search(e).families[family].figures.ndcg.value,
    }),
  ),
  {
    name: 'success@1 of search, family typo',
    from: 0.99,
    figure: (e) => search(e).families.typo.figures.success.value,
  },
  {
    name: 'foreign queries that find nothing',
    from: 0.85,
    goal: 1,
    figure: (e) => search(e).foreign.nothingFound.value,
  },
  {
    name: 'labels of the map that show at fit in 1200 × 800',
    from: 0.95,
    figure: (e) => e.map.frames.landscape.shownAtFit,
  },
  { name: 'overlaps of labels on the map', to: 0, figure: (e) => overlaps(e, 'labels') },
  { name: 'overlaps of marks on the map', to: 0, figure: (e) => overlaps(e, 'marks') },
  { name: 'overlaps of names of areas on the map', to: 0, figure: (e) => overlaps(e, 'names') },
  {
    name: 'crossing quality of the map',
    from: 0.97,
    figure: (e) => worst(e, 'crossingQuality', Math.min),
  },
  { name: 'stress of the map', to: 0.11, figure: (e) => worst(e, 'stress', Math.max) },
  {
    name: 'neighbours that the map keeps',
    from: 0.33,
    figure: (e) => worst(e, 'neighbourhoodPreservation', Math.min),
  },
  { name: 'modularity of the communities', from: 0.5, figure: (e) => e.map.modularity },
  {
    name: 'maps from shuffled input that differ',
    to: 0,
    figure: (e) => (e.map.moves.identical ? 0 : 1),
  },
]

/** Whether the figure is there and keeps both bounds. */
export function holds(gate: Gate, evaluation: Evaluation): boolean {
  const figure = gate.figure(evaluation)
  return figure >= (gate.from ?? -Infinity) && figure <= (gate.to ?? Infinity)
}
