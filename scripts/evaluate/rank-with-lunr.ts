import lunr from 'lunr'
import type { Ranker, SearchedPaper } from './ranker.ts'

/**
 * lunr, asked as the `typeahead` case of its own `perf/search_perf.js` does: stemmed words first, then
 * beginnings of words, then words at edit distance 1. The text goes through its tokenizer instead of its
 * query parser, which takes a colon in a title for a field and throws.
 */
export function rankWithLunr(papers: SearchedPaper[]): Ranker {
  const index = lunr((builder) => {
    builder.ref('id')
    builder.field('title', { boost: 3 })
    builder.field('abstract')
    for (const paper of papers) builder.add(paper)
  })
  return {
    name: 'lunr',
    rank: (text) =>
      index
        .query((query) => {
          // A star in a term is a wildcard, however the term comes in.
          const words = lunr.tokenizer(text.replaceAll('*', ' '))
          query.term(words, { boost: 100, usePipeline: true })
          query.term(words, {
            boost: 10,
            usePipeline: false,
            wildcard: lunr.Query.wildcard.TRAILING,
          })
          query.term(words, { boost: 1, editDistance: 1 })
        })
        .map(({ ref }) => ref),
  }
}
