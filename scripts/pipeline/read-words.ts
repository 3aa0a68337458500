import type { Paper } from '../../src/shared/model.ts'
import { type Token, tokenize } from '../../src/shared/tokens.ts'
import { type VectorSpace, wordVectors } from './word-vectors.ts'

/** The words of papers, in their order. */
export interface CorpusWords {
  /** Tokens of the abstracts as published. */
  abstracts: Token[][]
  /** The weighed words of titles and abstracts. */
  space: VectorSpace
}

/** Idioms of titles, which link papers that share nothing else. */
const IDIOMS = [
  /\b(?:(?:is|are|be|not|yet)\W+)*all you need(?: is)?\b/i,
  /\btowards?\b/i,
  /\ba (?:comprehensive |systematic )?(?:survey|study|review|note|framework) (?:of|on|for)\b/i,
  /\bhow (?:well |far )?(?:do|can|does)\b/i,
  /\b(?:know|knows) what (?:they|it) (?:don['’]?t|doesn['’]?t|do not) know\b/i,
]

/** Reads the words of all papers once, for every step that compares papers by them. */
export function readWords(papers: Pick<Paper, 'title' | 'abstract'>[]): CorpusWords {
  const texts = papers.map(({ title, abstract }) => ({
    title: tokenize(IDIOMS.reduce((text, idiom) => text.replace(idiom, ' '), title)),
    abstract: tokenize(abstract),
  }))
  return { abstracts: texts.map(({ abstract }) => abstract), space: wordVectors(texts) }
}
