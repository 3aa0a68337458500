import { formerIds, presentIds } from '../../src/shared/moved.ts'
import type { Filing, Gold, GoldFile, GoldPaper, GoldSeed } from '../gold.ts'
import { type PermalinkRegistry, resolvePermalink } from '../pipeline/permalink-registry.ts'
import type { Problem } from '../pipeline/problem.ts'

/**
 * The gold with the ids of today: what was said of a merged paper or a renamed topic holds for the one that took its
 * place, unless that was judged itself; withdrawn papers are left out, and queries for them alone. Ids that were never
 * published, and topics that are none, are problems, each told once a file.
 */
export function presentGold(
  { topics, related, queries, lineOf }: Gold,
  registry: PermalinkRegistry,
  vocabulary: readonly { id: string; formerly: readonly string[] }[],
): { gold: Omit<Gold, 'lineOf'>; problems: Problem[] } {
  const problems = new Map<string, Problem>()
  const report = (file: GoldFile, id: string, why: string) =>
    problems.set(`${file} ${id}`, { file, line: lineOf(file, id), message: `"${id}" ${why}` })

  const registered = new Set(registry.permalinks.map(({ id }) => id))
  /** Null for a paper that is gone. */
  const presentPaper = (file: GoldFile, id: string): string | null => {
    if (!registered.has(id)) {
      report(file, id, 'was never the id of a paper; correct it, or take it out')
      return null
    }
    const entry = resolvePermalink(registry, id)
    return entry.state === 'live' ? entry.id : null
  }
  const presentKeys = <Value>(
    file: GoldFile,
    entries: Iterable<readonly [string, Value]>,
  ): [string, Value][] => {
    const all = [...entries]
    const judged = new Set(all.map(([id]) => id))
    return all.flatMap(([id, value]): [string, Value][] => {
      const present = presentPaper(file, id)
      return present === null || (present !== id && judged.has(present)) ? [] : [[present, value]]
    })
  }
  const presentGrades = (file: GoldFile, grades: Record<string, number>) =>
    Object.fromEntries(presentKeys(file, Object.entries(grades)))

  const presentSeed = (seed: GoldSeed): GoldSeed => ({
    ...seed,
    grades: presentGrades('tests/gold/related.json', seed.grades),
    ...(seed.second && { second: presentGrades('tests/gold/related.json', seed.second) }),
  })

  const topicIds = new Set(vocabulary.map(({ id }) => id))
  const former = Object.fromEntries(formerIds(vocabulary))
  const presentTopics = (ids: readonly string[]): string[] => {
    const present = presentIds(ids, former)
    for (const id of present)
      if (!topicIds.has(id))
        report(
          'tests/gold/topics.json',
          id,
          'is no topic; correct it, or name it under "formerly" of the topic that took its place',
        )
    return present
  }

  return {
    gold: {
      topics: new Map(
        presentKeys(
          'tests/gold/topics.json',
          [...topics].map(([id, paper]) => [id, renameTopics(paper, presentTopics)] as const),
        ),
      ),
      related: new Map(
        presentKeys(
          'tests/gold/related.json',
          [...related].map(([id, seed]) => [id, presentSeed(seed)] as const),
        ).map(([id, seed]) => [id, withoutItself(id, seed)]),
      ),
      queries: queries.flatMap((query) => {
        const relevant = presentGrades('tests/gold/queries.json', query.relevant)
        const isAnswerless =
          Object.keys(query.relevant).length > 0 && Object.keys(relevant).length === 0
        const { second } = query
        return isAnswerless
          ? []
          : {
              ...query,
              relevant,
              ...(second && { second: presentGrades('tests/gold/queries.json', second) }),
            }
      }),
    },
    problems: [...problems.values()],
  }
}

/** What is one paper with the seed by now is not related to it. */
function withoutItself(id: string, { grades, second, ...seed }: GoldSeed): GoldSeed {
  const others = ({ [id]: _, ...rest }: Record<string, number>) => rest
  return { ...seed, grades: others(grades), ...(second && { second: others(second) }) }
}

function renameTopics(paper: GoldPaper, rename: (ids: readonly string[]) => string[]): GoldPaper {
  const filing = ({ main, also, acceptable }: Filing): Filing => ({
    main: rename(main),
    also: rename(also),
    acceptable: rename(acceptable),
  })
  const { first, second, vocabulary, judgedAlso } = paper
  return {
    ...paper,
    first: filing(first),
    ...(second && { second: filing(second) }),
    vocabulary: { main: rename(vocabulary.main), also: rename(vocabulary.also) },
    ...(judgedAlso && { judgedAlso: rename(judgedAlso) }),
  }
}
