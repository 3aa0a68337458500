import type { Paper } from '../../src/shared/model.ts'
import { type Token, tokenize } from '../../src/shared/tokens.ts'
import { type WordVector, wordVectors } from './word-vectors.ts'

/** The words of a paper: tokens of the abstract as published, and the weighed words of both texts. */
export interface PaperWords {
  abstract: Token[]
  vector: WordVector
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
export function readWords(papers: Pick<Paper, 'title' | 'abstract'>[]): PaperWords[] {
  const texts = papers.map(({ title, abstract }) => ({
    title: tokenize(IDIOMS.reduce((text, idiom) => text.replace(idiom, ' '), title)),
    abstract: tokenize(abstract),
  }))
  const vectors = wordVectors(texts)
  return texts.map(({ abstract }, index) => ({ abstract, vector: vectors[index] ?? new Map() }))
}
