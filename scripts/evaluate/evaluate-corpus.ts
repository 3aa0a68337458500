import { type Gold, wasJudged } from '../gold.ts'
import type { KnownMap } from '../pipeline/map-file.ts'
import { evaluateMap } from './evaluate-map.ts'
import { evaluateRelated } from './evaluate-related.ts'
import { evaluateSearch } from './evaluate-search.ts'
import { evaluateTopics } from './evaluate-topics.ts'
import type { Evaluation } from './gates.ts'
import { judgedCorpus } from './judged-corpus.ts'
import type { MapMoves } from './map-moves.ts'
import { rankWithLectern } from './rank-with-lectern.ts'
import { answersOf, condensed } from './ranker.ts'
import { answersByEngine } from './rankers.ts'
import type { FiledCorpus } from './read-corpus.ts'

/** Measures the published map, and topics, related papers and search on the papers that were judged. */
export async function evaluateCorpus(
  corpus: FiledCorpus,
  gold: Omit<Gold, 'lineOf'>,
  known: KnownMap,
  moves: MapMoves,
): Promise<Evaluation> {
  const judged = judgedCorpus(corpus)
  const { topics, related, queries } = gold
  return {
    topics: evaluateTopics(judged, topics),
    related: evaluateRelated(judged, related),
    search: evaluateSearch(await answersByEngine(judged, queries), queries),
    map: evaluateMap(corpus, known, moves),
    whole: judged === corpus ? null : await evaluateWhole(corpus, gold),
  }
}

/** The same of all papers as published, where those that no judge could have known are left out of the lists. */
async function evaluateWhole(
  corpus: FiledCorpus,
  { topics, related, queries }: Omit<Gold, 'lineOf'>,
): Promise<Evaluation['whole']> {
  const known = new Set(corpus.papers.filter(wasJudged).map(({ id }) => id))
  const answers = await answersOf(condensed(rankWithLectern(corpus), known), queries)
  return {
    papers: corpus.papers.length,
    topics: evaluateTopics(corpus, topics),
    related: evaluateRelated(corpus, related),
    search: evaluateSearch(new Map([['Lectern', answers]]), queries),
  }
}
