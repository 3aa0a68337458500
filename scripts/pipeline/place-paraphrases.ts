import { byId } from '../../src/shared/code-unit-order.ts'
import { groupBy } from '../../src/shared/group-by.ts'
import { formerIds } from '../../src/shared/moved.ts'
import type { Paraphrases } from '../../src/shared/readers-words.ts'
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
  return {
    paraphrases: gather(placed.toSorted(byId)),
    problems: unknown.map(({ id, line }) => ({
      file,
      line,
      message: `no paper has the id "${id}"; take it from the address of the paper's page`,
    })),
  }
}

/** The paraphrases by the ids that topics have by now, in their order. An id that no topic ever had is a problem. */
export function placeTopicParaphrases(
  { file, entries }: CuratedParaphrases,
  topics: readonly Pick<VocabularyTopic, 'id' | 'formerly'>[],
): { paraphrases: Paraphrases; problems: Problem[] } {
  const former = formerIds(topics)
  const known = new Set(topics.map(({ id }) => id))
  const idOf = (id: string) => former.get(id) ?? id
  return {
    paraphrases: gather(entries.map(({ id, texts }) => ({ id: idOf(id), texts }))),
    problems: entries.flatMap(({ id, line }) =>
      known.has(idOf(id))
        ? []
        : { file, line, message: `no topic has the id "${id}"; take it from topics.yaml` },
    ),
  }
}

/** All texts of an id together, in the order of their first mention. */
function gather(entries: readonly { id: string; texts: string[] }[]): Paraphrases {
  return Object.fromEntries(
    [...groupBy(entries, ({ id }) => id)].map(([id, own]) => [
      id,
      own.flatMap(({ texts }) => texts),
    ]),
  )
}
