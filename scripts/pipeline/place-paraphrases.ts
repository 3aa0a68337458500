import type { Paraphrases } from '../../src/search/index-files.ts'
import { type PermalinkRegistry, resolvePermalink } from './permalink-registry.ts'
import type { Problem } from './problem.ts'
import type { VocabularyTopic } from './vocabulary.ts'

/** data/curated/paraphrases.yaml, free-paraphrases.yaml or topic-paraphrases.yaml as read. */
export interface CuratedParaphrases {
  file: string
  entries: { id: string; line: number; texts: string[] }[]
}

/**
 * The paraphrases by the ids that papers have by now, in order: a merged paper's go to the one it became, a
 * withdrawn one's are left out. An id that was never published is a problem.
 */
export function placeParaphrases(
  { file, entries }: CuratedParaphrases,
  registry: PermalinkRegistry,
): { paraphrases: Paraphrases; problems: Problem[] } {
  const published = new Set(registry.permalinks.map(({ id }) => id))
  const unknown = entries.filter(({ id }) => !published.has(id))
  const placed = entries.flatMap(({ id, texts }) => {
    const permalink = published.has(id) ? resolvePermalink(registry, id) : null
    return permalink?.state === 'live' ? [{ id: permalink.id, texts }] : []
  })
  const byPaper = Map.groupBy(placed, ({ id }) => id)
  return {
    paraphrases: Object.fromEntries(
      [...byPaper]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, entries]) => [id, entries.flatMap(({ texts }) => texts)]),
    ),
    problems: unknown.map(({ id, line }) => ({
      file,
      line,
      message: `no paper has the id "${id}"; take it from the address of the paper's page`,
    })),
  }
}

/** The paraphrases of topics by their ids. An id that the vocabulary does not have is a problem. */
export function placeTopicParaphrases(
  { file, entries }: CuratedParaphrases,
  topics: readonly Pick<VocabularyTopic, 'id'>[],
): { paraphrases: Paraphrases; problems: Problem[] } {
  const known = new Set(topics.map(({ id }) => id))
  return {
    paraphrases: Object.fromEntries(entries.map(({ id, texts }) => [id, texts])),
    problems: entries.flatMap(({ id, line }) =>
      known.has(id)
        ? []
        : { file, line, message: `no topic has the id "${id}"; take it from topics.yaml` },
    ),
  }
}
