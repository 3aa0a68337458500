import type { Evidence, Paper, TopicAssignment } from '../../src/shared/model.ts'
import { type PaperMentions, type TopicHit, topicHitFinder } from './find-topic-hits.ts'
import { PhraseTrie } from './phrase-trie.ts'
import { type CorpusWords, readWords } from './read-words.ts'
import { type TopicCandidate, topicCandidates } from './topic-features.ts'
import { likelihood, type TopicWeights } from './topic-weights.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Least likelihood of being the subject for a main topic; chosen on the tuning half of the gold filing. */
const MAIN_MIN = 0.38
const MAIN_MOST = 3
/** Least likelihood of being used or treated for a further topic, which the text must also name. */
export const ALSO_MIN = 0.38
const ALSO_MOST = 4
/** A paper with no main topic takes its likeliest candidate from here on; below, it stays unfiled. */
const ONLY_MIN = 0.3
const EVIDENCE_MOST = 8
/** A listing with a word of the field in fewer of its papers is of another field. Ours have .92 and more, others up to .69. */
const FIELD_SHARE_MIN = 0.8
/** There a topic is a paper's subject only if its title names it, or its abstract so often. */
const FOREIGN_NAMES_MIN = 2

type FilablePaper = Pick<Paper, 'title' | 'abstract' | 'sentences'> &
  Partial<Pick<Paper, 'sightings'>>

export interface FiledTopics {
  assignments: TopicAssignment[]
  /** For each candidate, how likely it is to be filed at all: 0 to 1. */
  likelihoods: Map<string, number>
  /** Topics whose alias or acronym stands in the text, excluded or not, and that were not filed. */
  rejected: { topic: string; likelihood: number; hits: TopicHit[] }[]
}

/**
 * Files every paper. A candidate's likelihood comes from where its words stand, how often, in which
 * company, and how near the paper is to others of the topic; see docs/topics.md. Main topics come
 * first, likeliest first, then the others. No paper gets a topic by default. What a mention is worth was
 * learned in one field, so papers that stand in listings of others only need more than one.
 */
export function assignTopics(
  papers: FilablePaper[],
  vocabulary: Vocabulary,
  weights: TopicWeights,
  words: CorpusWords = readWords(papers),
): FiledTopics[] {
  const find = topicHitFinder(vocabulary)
  const mentions = papers.map((paper, index) => find(paper, words.abstracts[index]))
  const broader = new Map(vocabulary.topics.map(({ id, broader: above }) => [id, above]))
  const isOfField = fieldFinder(vocabulary)
  const needsField = new Set(
    vocabulary.topics.flatMap((topic) => (topic.needsField ? [topic.id] : [])),
  )
  const ofField = mentions.map(isOfField)
  const isForeign = findForeign(papers, ofField)
  return topicCandidates(papers, mentions, words.space, broader).map((candidates, index) => {
    const own = mentions[index] as PaperMentions
    // Words that go with a topic here may go with anything in another field.
    const fit = ofField[index]
      ? candidates
      : candidates.filter((one) => !needsField.has(one.topic) && one.hits.some(isName))
    return file(fit, weights, own, isForeign[index] ?? false)
  })
}

/** Whether a paper has a word of the vocabulary's field; any has, where the vocabulary names none. */
function fieldFinder({ field }: Vocabulary): (mentions: PaperMentions) => boolean {
  if (field.length === 0) return () => true
  const words = new PhraseTrie<string>(({ term }) => term)
  for (const phrase of field) words.add(phrase, phrase)
  return ({ title, abstract }) => [title, abstract].some((text) => words.find(text, '').length > 0)
}

/** Whether each paper stands in listings of another field only. */
function findForeign(papers: FilablePaper[], ofField: boolean[]): boolean[] {
  const counts = new Map<string, { papers: number; ofField: number }>()
  for (const [index, { sightings = [] }] of papers.entries())
    for (const listing of new Set(sightings.map((sighting) => sighting.listing))) {
      const count = counts.get(listing) ?? { papers: 0, ofField: 0 }
      count.papers++
      if (ofField[index]) count.ofField++
      counts.set(listing, count)
    }
  const foreign = new Set(
    [...counts]
      .filter(([, count]) => count.ofField < FIELD_SHARE_MIN * count.papers)
      .map(([listing]) => listing),
  )
  return papers.map(
    ({ sightings = [] }) =>
      sightings.length > 0 && sightings.every(({ listing }) => foreign.has(listing)),
  )
}

function file(
  candidates: TopicCandidate[],
  weights: TopicWeights,
  mentions: PaperMentions,
  isForeign: boolean,
): FiledTopics {
  const rated = candidates.map((candidate) => ({
    candidate,
    main: likelihood(weights.main, candidate.topic, candidate.features),
    any: likelihood(weights.any, candidate.topic, candidate.features),
  }))
  rated.sort((a, b) => b.main - a.main)
  const believed = isForeign ? rated.filter(({ candidate }) => isNamedOften(candidate)) : rated
  let main = believed.filter((rating) => rating.main >= MAIN_MIN).slice(0, MAIN_MOST)
  if (main.length === 0) main = believed.slice(0, 1).filter((rating) => rating.main >= ONLY_MIN)
  const further = rated.filter(
    (rating) =>
      !main.includes(rating) && rating.any >= ALSO_MIN && rating.candidate.hits.some(isNaming),
  )
  const also = main.length === 0 ? [] : further.sort((a, b) => b.any - a.any).slice(0, ALSO_MOST)
  const assign = (grade: TopicAssignment['grade']) => (rating: (typeof rated)[number]) => ({
    id: rating.candidate.topic,
    grade,
    ...evidenceFor(rating.candidate, mentions),
  })
  const filed = new Set([...main, ...also])
  return {
    assignments: [...main.map(assign('main')), ...also.map(assign('also'))],
    likelihoods: new Map(rated.map(({ candidate, any }) => [candidate.topic, any])),
    rejected: rated
      .filter((rating) => !filed.has(rating) && rating.candidate.hits.some(isName))
      .map(({ candidate, any }) => ({
        topic: candidate.topic,
        likelihood: any,
        hits: candidate.hits,
      })),
  }
}

function isNamedOften({ hits }: TopicCandidate): boolean {
  const named = hits.filter(isNaming)
  return named.some(({ field }) => field === 'title') || named.length >= FOREIGN_NAMES_MIN
}

function isName({ kind }: TopicHit): boolean {
  return kind !== 'context'
}

function isNaming(hit: TopicHit): boolean {
  return isName(hit) && hit.excludedBy === undefined
}

/** The names of the topic where they stand; without any, the words that carried the assignment. */
function evidenceFor(
  candidate: TopicCandidate,
  { title, abstract }: PaperMentions,
): Pick<TopicAssignment, 'basis' | 'evidence'> {
  const named = candidate.hits.filter(isNaming)
  if (named.length > 0)
    return {
      basis: 'name',
      evidence: named
        .slice(0, EVIDENCE_MOST)
        .map(({ field, start, end }) => ({ field, start, end })),
    }
  const context: Evidence[] = candidate.hits
    .filter(({ kind, excludedBy }) => kind === 'context' && excludedBy === undefined)
    .map(({ field, start, end }) => ({ field, start, end }))
  const terms = new Set(candidate.terms())
  const words: Evidence[] = [
    ...title
      .filter(({ term }) => terms.has(term))
      .map(({ start, end }) => ({ field: 'title' as const, start, end })),
    ...abstract
      .filter(({ term }) => terms.has(term))
      .map(({ start, end }) => ({ field: 'abstract' as const, start, end })),
  ]
  const apart = words.filter(
    (word) =>
      !context.some(
        (other) => other.field === word.field && other.start < word.end && word.start < other.end,
      ),
  )
  return {
    basis: 'words',
    evidence: [...context, ...apart]
      .sort((a, b) => (a.field === b.field ? a.start - b.start : a.field === 'title' ? -1 : 1))
      .slice(0, EVIDENCE_MOST),
  }
}
