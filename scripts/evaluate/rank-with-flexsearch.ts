import { Document } from 'flexsearch'
import english from 'flexsearch/lang/en'
import type { Ranker, SearchedPaper } from './ranker.ts'

/**
 * FlexSearch with what its README recommends for tolerance: beginnings of words, its preset for English,
 * and suggestions, without which all words have to match.
 */
export function rankWithFlexSearch(papers: SearchedPaper[]): Ranker {
  const field = { tokenize: 'forward', encoder: english } as const
  const index = new Document({
    document: {
      id: 'id',
      index: [
        { field: 'title', ...field },
        { field: 'abstract', ...field },
      ],
    },
  })
  for (const { id, title, abstract } of papers) index.add({ id, title, abstract })
  return {
    name: 'FlexSearch',
    rank: (query) =>
      index
        .search(query, { suggest: true, limit: papers.length, merge: true })
        .map(({ id }) => String(id)),
  }
}
