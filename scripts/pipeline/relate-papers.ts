import { byId } from '../../src/shared/code-unit-order.ts'
import { isEmptyTerm } from '../../src/shared/empty-words.ts'
import type { Paper, RelatedPaper } from '../../src/shared/model.ts'
import { wholePhrases } from '../../src/shared/phrases.ts'
import { dot, latentVectors } from './latent-vectors.ts'
import { nearestDocuments } from './nearest-vectors.ts'
import { type CorpusWords, readWords } from './read-words.ts'
import {
  sharedPhrases,
  spellTerm,
  type ToldPhrases,
  tellingInformation,
  tellPhrases,
} from './telling-words.ts'
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
const CANDIDATES = 20
/** Shares of the four likenesses in the score; chosen on the tune half of the judged seeds. */
const SHARES = { words: 0.3, topics: 0.3, areas: 0.15, latent: 0.25 }
/** Directions that words are seen along, when papers with other words for the same are to be found. */
const DIMENSIONS = 50
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
 * The related papers of each paper, best first. The score, 0 to 1, is a weighted mean of four cosines:
 * of words, each by TF-IDF; of topics, each by its likelihood and rarity; of the topics' areas; and of
 * latent directions of words. Shared topics and the words that add most are the reasons, without which
 * none is recommended; `telling` is the information of each word. A paper recommended very often yields
 * to others of nearly the same score. `areaOf` gives the area of a topic; without it a topic is its own.
 */
export function relatePapers(
  papers: FiledPaper[],
  corpusWords: CorpusWords = readWords(papers),
  telling: Float64Array = tellingInformation(
    corpusWords.space,
    papers.map((paper) => paper.likelihoods),
  ),
  areaOf: ReadonlyMap<string, string> = new Map(),
  phrases: ToldPhrases[] = tellPhrases(papers, corpusWords),
): RelatedPaper[][] {
  const { space: words } = corpusWords
  const topics = topicSpace(papers)
  const likenessTo = measureLikeness(words, topics, areaSpace(papers, areaOf))
  const reasonsFor = findReasons(papers, words, telling, phrases)
  const recommended = new Array<number>(papers.length).fill(0)

  const near = nearestDocuments(
    [
      { space: words, factor: 2 },
      { space: topics, factor: 1 },
    ],
    CANDIDATES,
  )
  return near.map((others, index) => {
    const likeness = likenessTo(index)
    const reasons = reasonsFor(index)
    const related = others
      .map((other) => {
        const score = likeness(other)
        const crowded = (recommended[other] ?? 0) >= HUB ? HUB_DISCOUNT : 1
        return { other, score, order: score * crowded }
      })
      .sort((a, b) => b.order - a.order || a.other - b.other)
      .slice(0, RELATED)
      .map(({ other, score }) => ({ other, score, why: reasons(other) }))
      .filter(({ why }) => why.topics.length + why.terms.length > 0)
    for (const { other } of related) recommended[other] = (recommended[other] ?? 0) + 1
    return related.map(({ other, score, why }) => ({
      id: (papers[other] as FiledPaper).id,
      score: Math.round(score * 1000) / 1000,
      ...why,
    }))
  })
}

/** How like one paper others are, 0 to 1; both by their numbers. Only the measure for the last paper asked about holds. */
function measureLikeness(
  words: VectorSpace,
  topics: VectorSpace,
  areas: VectorSpace,
): (paper: number) => (other: number) => number {
  const latent = latentVectors(words, DIMENSIONS)
  const ownWords = new Float64Array(words.lexicon.length)
  const ownTopics = new Float64Array(topics.lexicon.length)
  const ownAreas = new Float64Array(areas.lexicon.length)
  return (paper) => {
    spread(vectorAt(words, paper), ownWords)
    spread(vectorAt(topics, paper), ownTopics)
    spread(vectorAt(areas, paper), ownAreas)
    const ownLatent = latent[paper] as Float64Array
    return (other) =>
      SHARES.words * stretch(cosine(ownWords, vectorAt(words, other))) +
      SHARES.topics * cosine(ownTopics, vectorAt(topics, other)) +
      SHARES.areas * cosine(ownAreas, vectorAt(areas, other)) +
      SHARES.latent * Math.max(dot(ownLatent, latent[other] as Float64Array), 0)
  }
}

/** Why one paper and others go together; as with likeness, only what was made for the last paper holds. */
function findReasons(
  papers: FiledPaper[],
  words: VectorSpace,
  telling: Float64Array,
  phrases: ToldPhrases[],
): (index: number) => (other: number) => Pick<RelatedPaper, 'topics' | 'terms'> {
  const ownWords = new Float64Array(words.lexicon.length)
  return (index) => {
    const paper = papers[index] as FiledPaper
    spread(vectorAt(words, index), ownWords)
    return (other) => {
      const topics = sharedTopics(paper, papers[other] as FiledPaper)
      const rank = (factors: Float64Array | null) =>
        sharedTerms(ownWords, vectorAt(words, other), factors).map(
          (term) => words.lexicon[term] as string,
        )
      const tell = (ranked: string[]) =>
        wholePhrases(
          sharedPhrases(ranked, phrases[index] as ToldPhrases, phrases[other] as ToldPhrases),
          TERMS,
        ).map(({ spelling }) => spelling)
      const telltale = rank(telling)
      const told = tell(telltale)
      if (told.length > 0 || (telltale.length === 0 && topics.length > 0))
        return { topics, terms: told }
      // Where neither is about a topic no word tells of one, but words are what they share.
      const all = rank(null)
      const terms = tell(all)
      if (terms.length > 0 || topics.length > 0) return { topics, terms }
      const naming = all.filter((term) => !isEmptyTerm(term))
      return { topics, terms: naming.slice(0, TERMS).map((term) => spellTerm(term, paper)) }
    }
  }
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

/** What a paper's topics say of areas, by likelihood: broad, for papers on neighbouring topics. */
function areaSpace(papers: FiledPaper[], areaOf: ReadonlyMap<string, string>): VectorSpace {
  const { lexicon, vectors } = vectorSpace(
    papers.map(({ likelihoods }) => {
      const sums = new Map<string, number>()
      for (const [topic, likelihood] of likelihoods) {
        const area = areaOf.get(topic) ?? topic
        sums.set(area, (sums.get(area) ?? 0) + likelihood)
      }
      return sums
    }),
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
    .sort((x, y) => y.both - x.both || byId(x, y))
    .map(({ id }) => id)
}

/** The words that add to the cosine and tell, strongest first, by their numbers; `a` is spread. */
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
  return strongestParts({ terms, weights: added }, terms.length).map(({ term }) => term)
}
