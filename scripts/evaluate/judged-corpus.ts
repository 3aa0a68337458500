import { wasJudged } from '../gold.ts'
import { fileAndRelate } from '../pipeline/build-corpus.ts'
import { describeAreas, describeTopics } from '../pipeline/describe-topics.ts'
import { buildGlossary } from '../pipeline/find-abbreviations.ts'
import type { PaperCorpus } from './read-corpus.ts'

/**
 * What the corpus would be of the papers alone that readers and judges had before them: filed, related and ready to be
 * searched without those of later listings. The corpus itself where there are no others.
 */
export function judgedCorpus(corpus: PaperCorpus): PaperCorpus {
  const { vocabulary, weights } = corpus
  const judged = corpus.papers.filter(wasJudged)
  if (judged.length === corpus.papers.length) return corpus
  const papers = judged.map((paper) => ({ ...paper }))
  fileAndRelate(papers, { vocabulary, weights })
  return {
    ...corpus,
    papers,
    topics: describeTopics(vocabulary, papers),
    areas: describeAreas(vocabulary, papers),
    glossary: buildGlossary(papers),
  }
}
