import type { Paper } from '../../src/shared/model.ts'
import { tokenize } from '../../src/shared/tokens.ts'
import { PhraseTrie } from '../pipeline/phrase-trie.ts'
import type { Vocabulary, VocabularyTopic } from '../pipeline/vocabulary.ts'

const LISTS = ['aliases', 'acronyms', 'context', 'exclude'] as const
type List = (typeof LISTS)[number]

export interface TrimmedVocabulary {
  vocabulary: Vocabulary
  /** Phrases of each list that stand in the text of exactly one paper. */
  single: Record<List, number>
  all: Record<List, number>
}

/**
 * The vocabulary without the phrases that the text of a single paper uses. Such a phrase was written
 * with that paper in sight, or cannot be told from one that was: without them, a paper is filed by
 * words that would have been in the vocabulary had the paper arrived later.
 */
export function trimVocabulary(
  vocabulary: Vocabulary,
  papers: Pick<Paper, 'title' | 'abstract'>[],
): TrimmedVocabulary {
  const counts = countPapers(vocabulary, papers)
  const single = { aliases: 0, acronyms: 0, context: 0, exclude: 0 }
  const all = { ...single }
  const keep = (topic: VocabularyTopic, list: List) => {
    const kept = topic[list].filter((phrase) => counts.get(phrase) !== 1)
    single[list] += topic[list].length - kept.length
    all[list] += topic[list].length
    return kept
  }
  const topics = vocabulary.topics.map((topic) => ({
    ...topic,
    aliases: keep(topic, 'aliases'),
    acronyms: keep(topic, 'acronyms'),
    context: keep(topic, 'context'),
    exclude: keep(topic, 'exclude'),
  }))
  return { vocabulary: { ...vocabulary, topics }, single, all }
}

/** For each phrase the papers whose text has it, whatever the case. */
function countPapers(
  vocabulary: Vocabulary,
  papers: Pick<Paper, 'title' | 'abstract'>[],
): Map<string, number> {
  const phrases = new Set(
    vocabulary.topics.flatMap((topic) => LISTS.flatMap((list) => topic[list])),
  )
  const trie = new PhraseTrie<string>(({ term }) => term)
  for (const phrase of phrases) trie.add(phrase, phrase)
  const counts = new Map<string, number>()
  for (const { title, abstract } of papers) {
    const found = [title, abstract].flatMap((text) =>
      trie.find(tokenize(text), text).flatMap(({ values }) => values),
    )
    for (const phrase of new Set(found)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  return counts
}
