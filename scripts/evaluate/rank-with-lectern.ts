import { buildSearchIndex, type SearchSources } from '../../src/search/build-index.ts'
import { SearchEngine } from '../../src/search/engine.ts'
import type { IndexFile, RowsFile } from '../../src/search/index-files.ts'
import { loadIndex } from '../../src/search/index-papers.ts'
import { readSearchState } from '../../src/search/search-state.ts'
import type { Ranker } from './ranker.ts'

/** Lectern's own engine, asked as the results page asks it. */
export function rankWithLectern(corpus: SearchSources): Ranker {
  const { rows, full } = buildSearchIndex(corpus)
  return rankAs('Lectern', full, rows, corpus)
}

/** The same, and as it is for papers that nobody has paraphrased yet. */
export function rankWithAndWithoutParaphrases(corpus: SearchSources): Ranker[] {
  const { rows, full } = buildSearchIndex(corpus)
  const without = { ...full, paraphrases: { counts: [], free: [], keys: [] } }
  return [
    rankAs('Lectern', full, rows, corpus),
    rankAs('Lectern, without paraphrases', without, rows, corpus),
  ]
}

function rankAs(name: string, full: IndexFile, rows: RowsFile, { papers }: SearchSources): Ranker {
  const textsOf = async (paper: number): Promise<[string]> => [papers[paper]?.abstract ?? '']
  const engine = new SearchEngine(loadIndex(full), rows, textsOf)
  return {
    name,
    rank: (q) => engine.list({ ...readSearchState(''), q }),
  }
}
