import { buildSearchIndex, type SearchSources } from '../../src/search/build-index.ts'
import { SearchEngine } from '../../src/search/engine.ts'
import { readSearchState } from '../../src/search/search-state.ts'
import type { Ranker } from './ranker.ts'

/** Lectern's own engine, asked as the results page asks it. */
export function rankWithLectern(corpus: SearchSources): Ranker {
  return rankAs('Lectern', corpus)
}

/** The same for papers that nobody has paraphrased yet. */
export function rankWithoutParaphrases(corpus: SearchSources): Ranker {
  return rankAs('Lectern, without paraphrases', { ...corpus, paraphrases: {} })
}

function rankAs(name: string, corpus: SearchSources): Ranker {
  const { rows, full } = buildSearchIndex(corpus)
  const engine = new SearchEngine(full, rows, async (paper) => [
    corpus.papers[paper]?.abstract ?? '',
  ])
  return {
    name,
    rank: (q) => engine.list({ ...readSearchState(''), q }),
  }
}
