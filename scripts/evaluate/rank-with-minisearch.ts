import MiniSearch from 'minisearch'
import type { Ranker, SearchedPaper } from './ranker.ts'

/** MiniSearch as it comes: whole words, any of them, all fields alike. */
export function rankWithMiniSearch(papers: SearchedPaper[]): Ranker {
  const index = new MiniSearch<SearchedPaper>({ fields: ['title', 'abstract'] })
  index.addAll(papers)
  return { name: 'MiniSearch, defaults', rank: (query) => idsOf(index, query) }
}

/** MiniSearch as VitePress sets it for its local search, in `VPLocalSearchBox.vue`. */
export function rankAsVitePress(papers: SearchedPaper[]): Ranker {
  const index = new MiniSearch<SearchedPaper>({
    fields: ['title', 'abstract'],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, abstract: 2 } },
  })
  index.addAll(papers)
  return { name: 'MiniSearch, settings of VitePress', rank: (query) => idsOf(index, query) }
}

function idsOf(index: MiniSearch<SearchedPaper>, query: string): string[] {
  return index.search(query).map(({ id }) => id as string)
}
