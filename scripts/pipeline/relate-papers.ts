import type { Paper, RelatedPaper } from '../../src/shared/model.ts'
import { nearestDocuments } from './nearest-vectors.ts'
import { type CorpusWords, readWords } from './read-words.ts'
import { spellTerm, tellingInformation } from './telling-words.ts'
import {
  cosine,
  normalise,
  spread,
  strongestParts,
  type VectorSpace,
  vectorSpace,
  type WordVector,
} from './word-vectors.ts'

/** Papers shown as related to one. */
const RELATED = 6
/** Papers rated in full for one: those that share the most rare words. */
const CANDIDATES = 14
/** Share of words in the score, the rest being topics; both halves do about equally well alone. */
const WORDS_SHARE = 0.5
/** How often one paper may be recommended before others of nearly the same score go first. */
const HUB = 16
const HUB_DISCOUNT = 0.85
const TERMS = 4
/** Topics less likely than this are no part of what a paper is about. */
const LIKELIHOOD_MIN = 0.03

export interface FiledPaper extends Pick<Paper, 'id' | 'title' | 'abstract' | 'topics'> {
  /** How likely each topic is to be filed for the paper, whether it was or not. */
  likelihoods: Map<string, number>
}

/**
 * The related papers of each paper, best first. The score is the mean of two cosines: of words, each
 * by TF-IDF, and of topics, each by its likelihood and rarity. Shared topics and the words that add
 * most are the reasons, without which none is recommended; `telling` is the information of each word.
 * A paper recommended very often yields to others of nearly the same score.
 */
export function relatePapers(
  papers: FiledPaper[],
  { abstracts, space: words }: CorpusWords = readWords(papers),
  telling: Float64Array = tellingInformation(
    words,
    papers.map((paper) => paper.likelihoods),
  ),
): RelatedPaper[][] {
  const topics = topicSpace(papers)
  const recommended = new Array<number>(papers.length).fill(0)

  const near = nearestDocuments(
    [
      { space: words, factor: 2 },
      { space: topics, factor: 1 },
    ],
    CANDIDATES,
  )
  // Filled anew for each paper.
  const ownWords = new Float64Array(words.lexicon.length)
  const ownTopics = new Float64Array(topics.lexicon.length)
  return near.map((others, index) => {
    const paper = papers[index] as FiledPaper
    const tokens = abstracts[index] ?? []
    spread(vectorAt(words, index), ownWords)
    spread(vectorAt(topics, index), ownTopics)
    const rated = others
      .map((other) => {
        const score =
          WORDS_SHARE * stretch(cosine(ownWords, vectorAt(words, other))) +
          (1 - WORDS_SHARE) * cosine(ownTopics, vectorAt(topics, other))
        const crowded = (recommended[other] ?? 0) >= HUB ? HUB_DISCOUNT : 1
        return { other, score, order: score * crowded }
      })
      .sort((a, b) => b.order - a.order || a.other - b.other)
      .slice(0, RELATED)
      .map(({ other, score }) => {
        const shared = sharedTopics(paper, papers[other] as FiledPaper)
        const others = vectorAt(words, other)
        const told = sharedTerms(ownWords, others, telling)
        // Where neither is about a topic no word tells of one, but words are what they share.
        const terms = shared.length + told.length > 0 ? told : sharedTerms(ownWords, others, null)
        return { other, score, topics: shared, terms }
      })
      .filter(({ topics: shared, terms }) => shared.length + terms.length > 0)
    for (const { other } of rated) recommended[other] = (recommended[other] ?? 0) + 1
    return rated.map(({ other, score, topics: shared, terms }) => ({
      id: (papers[other] as FiledPaper).id,
      score: Math.round(score * 1000) / 1000,
      topics: shared,
      terms: terms.map((term) => spellTerm(words.lexicon[term] as string, paper, tokens)),
    }))
  })
}

/** Cosines of abstracts seldom pass a half, those of topics often do; this brings them to one range. */
function stretch(cosineOfWords: number): number {
  return Math.min(cosineOfWords * 2, 1)
}

function vectorAt({ vectors }: VectorSpace, index: number): WordVector {
  return vectors[index] as WordVector
}

function topicSpace(papers: FiledPaper[]): VectorSpace {
  const expected = new Map<string, number>()
  for (const { likelihoods } of papers)
    for (const [id, likelihood] of likelihoods)
      expected.set(id, (expected.get(id) ?? 0) + likelihood)
  const { lexicon, vectors } = vectorSpace(
    papers.map(
      ({ likelihoods }) =>
        new Map(
          [...likelihoods]
            .filter(([, likelihood]) => likelihood >= LIKELIHOOD_MIN)
            .map(([id, likelihood]) => [
              id,
              likelihood * Math.log((papers.length + 1) / Math.max(expected.get(id) ?? 0, 1)),
            ]),
        ),
    ),
  )
  return { lexicon, vectors: vectors.map(normalise) }
}

/** Topics that both are filed under, those that both are about first. */
function sharedTopics(a: FiledPaper, b: FiledPaper): string[] {
  const main = ({ topics }: FiledPaper, id: string) =>
    topics.some((topic) => topic.id === id && topic.grade === 'main')
  return a.topics
    .filter(({ id }) => b.topics.some((topic) => topic.id === id))
    .map(({ id }) => ({ id, both: Number(main(a, id)) + Number(main(b, id)) }))
    .sort((x, y) => y.both - x.both || (x.id < y.id ? -1 : 1))
    .map(({ id }) => id)
}

/** The words that add most to the cosine and tell most, strongest first, by their numbers; `a` is spread. */
function sharedTerms(
  a: Float64Array,
  { terms, weights }: WordVector,
  telling: Float64Array | null,
): number[] {
  const added = new Float64Array(weights.length)
  for (let part = 0; part < terms.length; part++) {
    const term = terms[part] as number
    added[part] = (a[term] as number) * (weights[part] as number) * (telling?.[term] ?? 1)
  }
  return strongestParts({ terms, weights: added }, TERMS).map(({ term }) => term)
}
