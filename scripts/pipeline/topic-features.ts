import { byCodeUnit } from '../../src/shared/code-unit-order.ts'
import type { Paper } from '../../src/shared/model.ts'
import type { PaperMentions, TopicHit } from './find-topic-hits.ts'
import { strongestParts, sumVectors, type VectorSpace, type WordVector } from './word-vectors.ts'

/** What speaks for a topic of a paper, each about 0 to 2; the weights of topic-weights.ts go with them. */
export type FeatureName = (typeof FEATURE_NAMES)[number]
export const FEATURE_NAMES = [
  'titleHit',
  'titleAcronymOnly',
  'titleFocus',
  'abstractHits',
  'firstSentence',
  'secondSentence',
  'contribution',
  'lastSentence',
  'spread',
  'forms',
  'longForm',
  'rareForm',
  'context',
  'titleContext',
  'similarity',
  'similarityRank',
  'share',
  'broaderOnly',
  'titleAndAbstract',
  'similarHit',
  'unnamed',
  'twoSentences',
  'contextNear',
  'titleContextNamed',
  'nearness',
] as const
export type TopicFeatures = Record<FeatureName, number>

/** A topic that a paper's text mentions, or whose vocabulary it shares. */
export interface TopicCandidate {
  topic: string
  features: TopicFeatures
  hits: TopicHit[]
  /** The words that bring the paper near the topic's other papers, strongest first. */
  terms(): string[]
}

type ReadPaper = Pick<Paper, 'title' | 'abstract' | 'sentences'>

/** Topics that are candidates for being near, named or not. */
const NEAREST = 5
/** Stands for the rank of a topic that a paper is not near at all. */
const UNRANKED = 200
/** Shared words told for a topic that a paper's text does not name. */
const TERMS = 6
/** Confident papers a topic needs before its vocabulary is learned from them. */
const SEEDS_MIN = 3
const CONTRIBUTION =
  /\b(?:we|our|this (?:paper|work|study|article|survey)|in this)\b[^.]{0,80}?\b(?:propos|introduc|present|develop|stud|investigat|show|prov|explor|analy|deriv|design|examin|survey|review|describ|extend|establish|demonstrat|evaluat|formulat|address|provid|build|leverag)/i

/**
 * The candidates of every paper, by id. The vocabulary of each topic is learned from the corpus itself:
 * the mean word vector of the papers that name the topic in their title or three times in their abstract.
 */
export function topicCandidates(
  papers: ReadPaper[],
  mentions: PaperMentions[],
  words: VectorSpace,
  broader: Map<string, string[]>,
  { withUnlikely = false } = {},
): TopicCandidate[][] {
  const documentsWith = countPhrases(mentions)
  const profiles = learnProfiles(mentions, words)
  return papers.map((paper, index) => {
    const { hitsByTopic } = mentions[index] as PaperMentions
    const vector = words.vectors[index] as WordVector
    const similarity = similarities(profiles, index, vector)
    const similarityOf = (topic: string) => similarity[profiles.numberOf.get(topic) ?? -1] ?? 0
    // By numbers, which are in the order of ids.
    const ranked = [...similarity.keys()]
      .filter((number) => (similarity[number] as number) > 0)
      .sort((a, b) => (similarity[b] as number) - (similarity[a] as number) || a - b)
    const rankOf = (topic: string) => {
      const rank = ranked.indexOf(profiles.numberOf.get(topic) ?? -1)
      return rank === -1 ? UNRANKED : rank
    }
    const nearest = similarity[ranked[0] ?? -1] ?? 0
    // A topic neither named nor near is never filed, whatever words of its context occur; only
    // the fit needs such candidates, to learn that context alone decides nothing.
    const topics = new Set([
      ...[...hitsByTopic]
        .filter(([, hits]) => withUnlikely || hits.some(isNaming))
        .map(([topic]) => topic),
      ...ranked.slice(0, NEAREST).map((number) => profiles.topics[number] as string),
    ])
    const masses = new Map([...topics].map((topic) => [topic, mass(named(hitsByTopic.get(topic)))]))
    const largest = Math.max(...masses.values(), 1)
    return [...topics].sort().map((topic) => {
      const hits = hitsByTopic.get(topic) ?? []
      const near = similarityOf(topic)
      const features = describe(paper, hits, documentsWith, papers.length)
      features.similarity = nearest > 0 ? near / nearest : 0
      features.similarityRank = 1 / (1 + rankOf(topic) / 2)
      features.share = (masses.get(topic) ?? 0) / largest
      features.similarHit = named(hits).length > 0 ? features.similarityRank : 0
      features.contextNear = features.context * features.similarityRank
      features.nearness = features.similarity ** 2
      const narrower = [...topics].some(
        (other) => broader.get(other)?.includes(topic) && (masses.get(other) ?? 0) >= 2,
      )
      features.broaderOnly = narrower && !named(hits).some(({ field }) => field === 'title') ? 1 : 0
      return { topic, features, hits, terms: () => sharedTerms(vector, profiles, topic) }
    })
  })
}

interface Profiles {
  topics: string[]
  numberOf: Map<string, number>
  lexicon: string[]
  /** For each term, the topics whose seeds use it and the sums of its weights there. */
  postings: { topics: number[]; weights: number[] }[]
  /** Squared length of each topic's sum of seed vectors. */
  squares: Float64Array
  /** For each topic, the indexes of its seed papers. */
  seeds: Set<number>[]
}

function learnProfiles(mentions: PaperMentions[], { lexicon, vectors }: VectorSpace): Profiles {
  const seedsByTopic = new Map<string, number[]>()
  for (const [index, { hitsByTopic }] of mentions.entries())
    for (const [topic, hits] of hitsByTopic)
      if (isConfident(named(hits))) {
        const seeds = seedsByTopic.get(topic)
        if (seeds) seeds.push(index)
        else seedsByTopic.set(topic, [index])
      }
  const learned = [...seedsByTopic]
    .filter(([, seeds]) => seeds.length >= SEEDS_MIN)
    .sort(([a], [b]) => byCodeUnit(a, b))
  const postings: Profiles['postings'] = lexicon.map(() => ({ topics: [], weights: [] }))
  const squares = new Float64Array(learned.length)
  for (const [topic, [, seeds]] of learned.entries()) {
    const { terms, weights } = sumVectors(
      seeds.map((index) => vectors[index] as WordVector),
      lexicon.length,
    )
    for (const [part, term] of terms.entries()) {
      const weight = weights[part] as number
      squares[topic] = (squares[topic] ?? 0) + weight * weight
      postings[term]?.topics.push(topic)
      postings[term]?.weights.push(weight)
    }
  }
  return {
    topics: learned.map(([topic]) => topic),
    numberOf: new Map(learned.map(([topic], number) => [topic, number])),
    lexicon,
    postings,
    squares,
    seeds: learned.map(([, seeds]) => new Set(seeds)),
  }
}

/** Cosine of a paper with each topic's seeds; a seed is compared with the other seeds only. */
function similarities(profiles: Profiles, index: number, vector: WordVector): Float64Array {
  const cosines = new Float64Array(profiles.topics.length)
  for (let part = 0; part < vector.terms.length; part++) {
    const own = vector.weights[part] as number
    const { topics, weights } = profiles.postings[
      vector.terms[part] as number
    ] as Profiles['postings'][number]
    for (let at = 0; at < topics.length; at++) {
      const topic = topics[at] as number
      cosines[topic] = (cosines[topic] as number) + own * (weights[at] as number)
    }
  }
  for (let topic = 0; topic < cosines.length; topic++) {
    const dot = cosines[topic] as number
    const square = profiles.squares[topic] as number
    // Vectors have length 1, so taking one out of the sum needs no second pass.
    cosines[topic] = profiles.seeds[topic]?.has(index)
      ? (dot - 1) / Math.sqrt(Math.max(square - 2 * dot + 1, 1e-9))
      : dot / Math.sqrt(Math.max(square, 1e-9))
  }
  return cosines
}

function isConfident(hits: TopicHit[]): boolean {
  return hits.some(({ field }) => field === 'title') || hits.length >= 3
}

/** Aliases and acronyms whose meaning stands. */
function named(hits: TopicHit[] = []): TopicHit[] {
  return hits.filter((hit) => isNaming(hit) && hit.excludedBy === undefined)
}

/** Also of a mention that an exclusion took away, which the curator's report tells. */
function isNaming({ kind }: TopicHit): boolean {
  return kind !== 'context'
}

/** Weight of the naming hits: a title counts as three sentences. */
function mass(hits: TopicHit[]): number {
  return hits.reduce((sum, { field }) => sum + (field === 'title' ? 3 : 1), 0)
}

function describe(
  paper: ReadPaper,
  hits: TopicHit[],
  documentsWith: Map<string, number>,
  papers: number,
): TopicFeatures {
  const naming = collapseDefinitions(named(hits))
  const inTitle = naming.filter(({ field }) => field === 'title')
  const inAbstract = naming.filter(({ field }) => field === 'abstract')
  const sentences = new Set(inAbstract.map(({ sentence }) => sentence))
  const context = hits.filter(
    ({ kind, excludedBy }) => kind === 'context' && excludedBy === undefined,
  )
  const last = paper.sentences.length - 1
  const contributes = [...sentences].some((index) => {
    const { start, end } = paper.sentences[index] ?? { start: 0, end: 0 }
    return CONTRIBUTION.test(paper.abstract.slice(start, end))
  })
  const rarity = (hit: TopicHit) =>
    Math.log(papers / (documentsWith.get(keyOf(hit)) ?? 1)) / Math.log(Math.max(papers, 2))
  const titleLength = paper.title.length
  return {
    titleHit: inTitle.length > 0 ? 1 : 0,
    titleAcronymOnly: inTitle.length > 0 && inTitle.every(({ kind }) => kind === 'acronym') ? 1 : 0,
    titleFocus:
      inTitle.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(titleLength, 1),
    abstractHits: Math.log1p(Math.min(inAbstract.length, 8)),
    firstSentence: sentences.has(0) ? 1 : 0,
    secondSentence: sentences.has(1) ? 1 : 0,
    contribution: contributes ? 1 : 0,
    lastSentence: last > 1 && sentences.has(last) ? 1 : 0,
    spread: sentences.size / Math.max(paper.sentences.length, 1),
    forms: Math.log1p(new Set(naming.map(({ phrase }) => phrase)).size),
    longForm:
      Math.max(0, ...naming.map(({ phrase }) => Math.min(phrase.split(/[\s-]+/).length, 3) - 1)) /
      2,
    rareForm: Math.max(0, ...naming.map(rarity)),
    context: Math.log1p(new Set(context.map(({ phrase }) => phrase)).size),
    titleContext: Math.min(context.filter(({ field }) => field === 'title').length, 2),
    similarity: 0,
    similarityRank: 0,
    share: 0,
    broaderOnly: 0,
    titleAndAbstract: inTitle.length > 0 && inAbstract.length > 0 ? 1 : 0,
    similarHit: 0,
    unnamed: naming.length === 0 ? 1 : 0,
    twoSentences: sentences.size >= 2 ? 1 : 0,
    contextNear: 0,
    titleContextNamed: naming.length > 0 && context.some(({ field }) => field === 'title') ? 1 : 0,
    nearness: 0,
  }
}

/** `out-of-distribution (OOD)` is one mention, not two. */
function collapseDefinitions(hits: TopicHit[]): TopicHit[] {
  return hits.filter((hit, index) => {
    const before = hits[index - 1]
    return !(
      hit.kind === 'acronym' &&
      before &&
      before.field === hit.field &&
      hit.start - before.end >= 0 &&
      hit.start - before.end <= 3
    )
  })
}

function countPhrases(mentions: PaperMentions[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { hitsByTopic } of mentions) {
    const seen = new Set([...hitsByTopic.values()].flatMap((hits) => named(hits).map(keyOf)))
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function keyOf({ kind, phrase }: TopicHit): string {
  return `${kind} ${phrase}`
}

function sharedTerms(
  { terms, weights }: WordVector,
  { numberOf, lexicon, postings }: Profiles,
  id: string,
): string[] {
  const topic = numberOf.get(id) ?? -1
  const products = weights.map((own, part) => {
    const posting = postings[terms[part] as number]
    return own * (posting?.weights[posting.topics.indexOf(topic)] ?? 0)
  })
  return strongestParts({ terms, weights: products }, TERMS).map(
    ({ term }) => lexicon[term] as string,
  )
}
