import type { Paper } from '../../src/shared/model.ts'
import { tokenize } from '../../src/shared/tokens.ts'
import { topicHitFinder } from '../pipeline/find-topic-hits.ts'
import type { Vocabulary } from '../pipeline/vocabulary.ts'
import { cosine, spread, type WordVector, wordVectors } from '../pipeline/word-vectors.ts'

type Text = Pick<Paper, 'id' | 'title' | 'abstract' | 'sentences'>

/** What matching of names alone files: a topic whose alias or acronym stands in the title or twice in the abstract. */
export function matchAliases(papers: Text[], vocabulary: Vocabulary): Map<string, string[]> {
  const find = topicHitFinder(vocabulary)
  return new Map(
    papers.map((paper) => {
      const topics = [...find(paper).hitsByTopic].filter(([, hits]) => {
        const names = hits.filter(({ kind }) => kind !== 'context')
        return (
          names.some(({ field }) => field === 'title') ||
          names.filter(({ field }) => field === 'abstract').length >= 2
        )
      })
      return [paper.id, topics.map(([topic]) => topic).sort()]
    }),
  )
}

/** For each paper the `most` others of nearest words, nearest first: cosine of TF-IDF vectors, nothing else. */
export function nearestByWords(papers: Text[], most: number): Map<string, string[]> {
  const { lexicon, vectors } = wordVectors(
    papers.map(({ title, abstract }) => ({ title: tokenize(title), abstract: tokenize(abstract) })),
  )
  return new Map(
    papers.map(({ id }, index) => {
      const own = spread(vectors[index] as WordVector, new Float64Array(lexicon.length))
      const near = papers
        .map((other, place) => ({
          id: other.id,
          near: cosine(own, vectors[place] as WordVector),
        }))
        .filter((other) => other.id !== id)
        .sort((a, b) => b.near - a.near)
      return [id, near.slice(0, most).map((other) => other.id)]
    }),
  )
}
