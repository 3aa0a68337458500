import { byCodeUnit } from '../../src/shared/code-unit-order.ts'
import type { Paper } from '../../src/shared/model.ts'
import { tokenize } from '../../src/shared/tokens.ts'
import { ALSO_MIN, type FiledTopics } from './assign-topics.ts'
import { buildGlossary } from './find-abbreviations.ts'
import { type TopicHit, topicHitFinder } from './find-topic-hits.ts'
import { type MinedPhrase, minePhrases } from './mine-phrases.ts'
import { PhraseTrie } from './phrase-trie.ts'
import type { Vocabulary } from './vocabulary.ts'
import { strongestParts, type WordVector, wordVectors } from './word-vectors.ts'

/** What a curator should look at; each list begins with what matters most. */
export interface VocabularyReview {
  /** Frequent phrases that the vocabulary does not hold. */
  phrases: MinedPhrase[]
  /** Abbreviations of which neither the short nor the long form leads to a topic. */
  abbreviations: { short: string; long: string; papers: number }[]
  /** Papers without a topic, with their most distinctive words. */
  unfiled: { id: string; words: string[] }[]
  /** Papers with a single topic, with the likeliest one that they did not get; null if there was none. */
  single: { id: string; topic: string; next: { topic: string; likelihood: number } | null }[]
  small: { topic: string; main: number }[]
  /** `share` of all papers, 0 to 1. */
  large: { topic: string; share: number }[]
  excluded: { topic: string; id: string; phrase: string; excludedBy: string }[]
  rejected: {
    topic: string
    id: string
    phrase: string
    likelihood: number
    /** It is too unlikely, the paper has no main topic to file it after, or enough others are likelier. */
    reason: 'unlikely' | 'unfiled' | 'crowded'
  }[]
  /** Aliases and acronyms that stand in no paper. */
  silent: { topic: string; phrase: string }[]
}

type ReviewedPaper = Pick<Paper, 'id' | 'title' | 'abstract' | 'sentences'>

/** Main papers below which a topic is too small, and the share above which it is too large. */
const MAIN_FEWEST = 3
const SHARE_MOST = 0.2
const WORDS = 6

/** `filed` goes with `papers`, index by index. */
export function reviewVocabulary(
  papers: ReviewedPaper[],
  filed: FiledTopics[],
  vocabulary: Vocabulary,
): VocabularyReview {
  const isKnown = knownPhrases(vocabulary)
  const acronyms = new Set(vocabulary.topics.flatMap((topic) => topic.acronyms))
  return {
    phrases: minePhrases(papers, isKnown),
    abbreviations: buildGlossary(papers)
      .filter(({ short }) => !acronyms.has(short))
      .flatMap(({ short, meanings }) =>
        meanings
          .filter(({ long }) => !isKnown(tokenize(long).map(({ term }) => term)))
          .map(({ long, papers: ids }) => ({ short, long, papers: ids.length })),
      )
      .sort((a, b) => b.papers - a.papers),
    unfiled: describeUnfiled(papers, filed),
    single: describeSingle(papers, filed),
    ...measureTopics(filed, vocabulary),
    ...describeRejected(papers, filed),
    silent: findSilent(papers, vocabulary),
  }
}

/** Tells phrases that the vocabulary lists, for whatever purpose, or that hold an alias of it. */
function knownPhrases({ topics }: Vocabulary): (terms: string[]) => boolean {
  const key = (phrase: string) =>
    tokenize(phrase)
      .map(({ term }) => term)
      .join(' ')
  const listed = new Set(topics.flatMap((topic) => [...topic.context, ...topic.exclude]).map(key))
  const aliases = new PhraseTrie<true>(({ term }) => term)
  for (const topic of topics) for (const alias of topic.aliases) aliases.add(alias, true)
  return (terms) => {
    const text = terms.join(' ')
    return listed.has(text) || aliases.find(tokenize(text), text).length > 0
  }
}

function describeUnfiled(
  papers: ReviewedPaper[],
  filed: FiledTopics[],
): VocabularyReview['unfiled'] {
  if (filed.every(({ assignments }) => assignments.length > 0)) return []
  const { lexicon, vectors } = wordVectors(
    papers.map(({ title, abstract }) => ({ title: tokenize(title), abstract: tokenize(abstract) })),
  )
  return papers.flatMap(({ id }, index) =>
    filed[index]?.assignments.length === 0
      ? [
          {
            id,
            words: strongestParts(vectors[index] as WordVector, WORDS).map(
              ({ term }) => lexicon[term] as string,
            ),
          },
        ]
      : [],
  )
}

/** Papers whose next topic came nearest first. */
function describeSingle(papers: ReviewedPaper[], filed: FiledTopics[]): VocabularyReview['single'] {
  return filed
    .flatMap(({ assignments: [only, ...others], likelihoods }, index) => {
      if (!only || others.length > 0) return []
      const [next] = [...likelihoods]
        .filter(([topic]) => topic !== only.id)
        .sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b))
      return [
        {
          id: (papers[index] as ReviewedPaper).id,
          topic: only.id,
          next: next ? { topic: next[0], likelihood: next[1] } : null,
        },
      ]
    })
    .sort((a, b) => (b.next?.likelihood ?? 0) - (a.next?.likelihood ?? 0))
}

function measureTopics(
  filed: FiledTopics[],
  { topics }: Vocabulary,
): Pick<VocabularyReview, 'small' | 'large'> {
  const sizes = topics.map(({ id }) => ({
    topic: id,
    main: filed.filter(({ assignments }) =>
      assignments.some((topic) => topic.id === id && topic.grade === 'main'),
    ).length,
  }))
  return {
    small: sizes.filter(({ main }) => main < MAIN_FEWEST).sort((a, b) => a.main - b.main),
    large: sizes
      .map(({ topic, main }) => ({ topic, share: main / Math.max(filed.length, 1) }))
      .filter(({ share }) => share > SHARE_MOST)
      .sort((a, b) => b.share - a.share),
  }
}

function describeRejected(
  papers: ReviewedPaper[],
  filed: FiledTopics[],
): Pick<VocabularyReview, 'excluded' | 'rejected'> {
  const excluded: VocabularyReview['excluded'] = []
  const rejected: VocabularyReview['rejected'] = []
  for (const [index, { assignments, rejected: topics }] of filed.entries())
    for (const { topic, likelihood, hits } of topics) {
      const { id } = papers[index] as ReviewedPaper
      const naming = hits.filter(({ kind }) => kind !== 'context')
      const standing = naming.find(({ excludedBy }) => excludedBy === undefined)
      const [first] = naming as [TopicHit]
      if (standing) {
        const likely = assignments.length === 0 ? 'unfiled' : 'crowded'
        const reason = likelihood < ALSO_MIN ? 'unlikely' : likely
        rejected.push({ topic, id, phrase: standing.phrase, likelihood, reason })
      } else excluded.push({ topic, id, phrase: first.phrase, excludedBy: first.excludedBy ?? '' })
    }
  excluded.sort((a, b) => byCodeUnit(a.topic, b.topic))
  rejected.sort((a, b) => b.likelihood - a.likelihood)
  return { excluded, rejected }
}

function findSilent(
  papers: ReviewedPaper[],
  { areas, topics }: Vocabulary,
): VocabularyReview['silent'] {
  const names = topics.flatMap(({ id, aliases, acronyms }) => [
    ...aliases.map((phrase) => ({ topic: id, phrase, isAcronym: false })),
    ...acronyms.map((phrase) => ({ topic: id, phrase, isAcronym: true })),
  ])
  // As a topic of its own, each name is found even where a longer one of its topic covers it.
  const find = topicHitFinder({
    areas,
    field: [],
    topics: names.map(({ phrase, isAcronym }, index) => ({
      id: `${index}`,
      label: '',
      scope: '',
      area: '',
      formerly: [],
      broader: [],
      aliases: isAcronym ? [] : [phrase],
      acronyms: isAcronym ? [phrase] : [],
      context: [],
      exclude: [],
      searched: [],
      parts: [],
      needsField: false,
    })),
  })
  const heard = new Set(papers.flatMap((paper) => [...find(paper).hitsByTopic.keys()]))
  return names
    .filter((_, index) => !heard.has(`${index}`))
    .map(({ topic, phrase }) => ({ topic, phrase }))
}
