import type { BuiltCorpus } from './pipeline/build-corpus.ts'
import type { PublishedState } from './pipeline/compare-corpora.ts'

/** What readers would see of a corpus, without the map, which only the data step lays out. */
export function publishedState({ papers, topics, registry }: BuiltCorpus): PublishedState {
  const permalinks = registry.permalinks.map(({ id, state, into }) => ({
    id,
    state,
    into: into ?? null,
  }))
  return { papers, topics, permalinks, map: null }
}
