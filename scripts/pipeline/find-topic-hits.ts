import type { Paper, Span, TextField } from '../../src/shared/model.ts'
import { type Token, tokenize } from '../../src/shared/tokens.ts'
import { findAbbreviations } from './find-abbreviations.ts'
import { type PhraseHit, PhraseTrie } from './phrase-trie.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A place where the vocabulary's words for a topic stand. */
export interface TopicHit extends Span {
  field: TextField
  kind: 'alias' | 'acronym' | 'context'
  /** The phrase as the vocabulary writes it. */
  phrase: string
  /** Index of the sentence in the abstract; 0 in a title. */
  sentence: number
  /** Set when an excluding phrase took the hit's meaning away. */
  excludedBy?: string
}

/** A paper's tokens and, for each topic that its text mentions, the hits in reading order. */
export interface PaperMentions {
  title: Token[]
  abstract: Token[]
  hitsByTopic: Map<string, TopicHit[]>
}

interface Entry {
  topic: string
  kind: TopicHit['kind'] | 'exclude'
  phrase: string
}

const folded = (token: Token) => token.term
/** The word as written, without a plural s behind a capital or a digit. */
const surface = (token: Token, text: string) => {
  const word = text.slice(token.start, token.end)
  const isPlural = word.endsWith('s') && /[A-Z0-9]/.test(word.charAt(word.length - 2))
  return isPlural ? word.slice(0, -1) : word
}

/**
 * A finder for one vocabulary. Aliases, context and exclusions match folded words; acronyms match
 * as written, but for a plural s. Of two alias hits of one topic that overlap, the longer stays;
 * a hit that overlaps an exclusion of its topic is kept, but marked, and so is an acronym that the
 * abstract gives another long form.
 */
export function topicHitFinder(vocabulary: Vocabulary): (
  paper: Pick<Paper, 'title' | 'abstract' | 'sentences'>,
  /** The tokens of the abstract, if they are known. */
  abstractTokens?: Token[],
) => PaperMentions {
  const words = new PhraseTrie<Entry>(folded)
  const acronyms = new PhraseTrie<Entry>(surface)
  for (const { id, ...lists } of vocabulary.topics) {
    for (const phrase of lists.aliases) words.add(phrase, { topic: id, kind: 'alias', phrase })
    for (const phrase of lists.context) words.add(phrase, { topic: id, kind: 'context', phrase })
    for (const phrase of lists.exclude) words.add(phrase, { topic: id, kind: 'exclude', phrase })
    for (const phrase of lists.acronyms)
      acronyms.add(phrase, { topic: id, kind: 'acronym', phrase })
  }

  return ({ title, abstract, sentences }, abstractTokens = tokenize(abstract)) => {
    const mentions: PaperMentions = {
      title: tokenize(title),
      abstract: abstractTokens,
      hitsByTopic: new Map(),
    }
    const sentenceAt = (offset: number) =>
      Math.max(
        sentences.findLastIndex(({ start }) => start <= offset),
        0,
      )
    const collect = (field: TextField, text: string, tokens: Token[]) => {
      const found = [...words.find(tokens, text), ...acronyms.find(tokens, text)]
      for (const [topic, hits] of byTopic(found, tokens)) {
        const kept = settle(hits).map(({ entry, start, end, excludedBy }) => ({
          field,
          kind: entry.kind as TopicHit['kind'],
          phrase: entry.phrase,
          start,
          end,
          sentence: field === 'title' ? 0 : sentenceAt(start),
          ...(excludedBy === undefined ? {} : { excludedBy }),
        }))
        mentions.hitsByTopic.set(topic, [...(mentions.hitsByTopic.get(topic) ?? []), ...kept])
      }
    }
    collect('title', title, mentions.title)
    collect('abstract', abstract, mentions.abstract)
    markOtherMeanings(mentions.hitsByTopic, abstract)
    return mentions
  }

  /** Whether a long form names a topic, or is wholly a phrase of its context. */
  function means(long: string, topic: string): boolean {
    const tokens = tokenize(long)
    return words
      .find(tokens, long)
      .some(({ start, end, values }) =>
        values.some(
          (one) => one.topic === topic && (one.kind === 'alias' || end - start === tokens.length),
        ),
      )
  }

  /** "Text-to-speech (TTS)" is not about test-time scaling. */
  function markOtherMeanings(hitsByTopic: Map<string, TopicHit[]>, abstract: string): void {
    let longForms: Map<string, string> | undefined
    for (const [topic, hits] of hitsByTopic)
      for (const hit of hits) {
        if (hit.kind !== 'acronym' || hit.excludedBy !== undefined) continue
        longForms ??= new Map(findAbbreviations(abstract).map(({ short, long }) => [short, long]))
        const long = longForms.get(hit.phrase)
        if (long !== undefined && !means(long, topic)) hit.excludedBy = long
      }
  }
}

interface Found extends Span {
  entry: Entry
  excludedBy?: string
}

function byTopic(hits: PhraseHit<Entry>[], tokens: Token[]): Map<string, Found[]> {
  const grouped = new Map<string, Found[]>()
  for (const { start, end, values } of hits)
    for (const entry of values) {
      const span = { start: (tokens[start] as Token).start, end: (tokens[end - 1] as Token).end }
      const found = { entry, ...span }
      const others = grouped.get(entry.topic)
      if (others) others.push(found)
      else grouped.set(entry.topic, [found])
    }
  return grouped
}

/** Drops hits inside longer ones, context inside aliases, and marks what an exclusion overlaps. */
function settle(found: Found[]): Found[] {
  // Most topics are only touched by their context; there is nothing to settle then.
  if (found.every(({ entry }) => entry.kind === 'context')) return found
  const exclusions = found.filter(({ entry }) => entry.kind === 'exclude')
  const rest = found
    .filter(({ entry }) => entry.kind !== 'exclude')
    .sort(
      (a, b) =>
        Number(a.entry.kind === 'context') - Number(b.entry.kind === 'context') ||
        b.end - b.start - (a.end - a.start) ||
        a.start - b.start,
    )
  const kept: Found[] = []
  for (const hit of rest) {
    if (kept.some((other) => overlap(other, hit))) continue
    const exclusion = exclusions.find((other) => overlap(other, hit))
    kept.push(exclusion ? { ...hit, excludedBy: exclusion.entry.phrase } : hit)
  }
  return kept.sort((a, b) => a.start - b.start)
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
