import { z } from 'astro/zod'
import type { Problem } from './problem.ts'
import { readCurated } from './read-curated.ts'

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id has lower-case letters, digits and single hyphens')
const phrases = z.array(z.string().trim().min(1)).default([])
/** Ids whose published addresses lead here. */
const formerly = z.array(id).default([])

const areaSchema = z.strictObject({
  id,
  /** Short enough for a shelf. */
  label: z.string().min(3).max(22),
  scope: z.string().min(20),
  formerly,
})

const topicSchema = z.strictObject({
  id,
  label: z.string().min(3).max(42),
  scope: z.string().min(20),
  area: id,
  formerly,
  broader: z.array(id).max(2).default([]),
  aliases: phrases,
  acronyms: phrases,
  context: phrases,
  exclude: phrases,
  /** Further names that readers search the topic by, which file no paper; and those of methods and problems within it. */
  searched: phrases,
  parts: phrases,
  /** Only papers with a word of the field are about it; other fields mean something else by its names. */
  needsField: z.boolean().default(false),
})

const vocabularySchema = z.strictObject({
  areas: z.array(areaSchema).min(1).max(10),
  /** Words that tell a paper of the field of this vocabulary from one of another. */
  field: phrases,
  topics: z.array(topicSchema).min(1),
})

/** One topic of data/curated/topics.yaml; docs/topics.md says what each list does. */
export type VocabularyTopic = z.infer<typeof topicSchema>
export type Vocabulary = z.infer<typeof vocabularySchema>

/** Reads the curated vocabulary. Null with the problems, each at its line, if anything does not fit. */
export function readVocabulary(
  file: string,
  text: string,
): { vocabulary: Vocabulary | null; problems: Problem[] } {
  const { value, problems, lineOf } = readCurated(file, text, vocabularySchema, 'docs/topics.md')
  if (!value) return { vocabulary: null, problems }
  const found: Problem[] = []
  const report = (path: (string | number)[], message: string) =>
    found.push({ file, line: lineOf(path), message })
  const areas = new Set(value.areas.map((area) => area.id))
  const topics = new Map(value.topics.map((topic) => [topic.id, topic]))
  const seen = new Set<string>()
  for (const [index, area] of value.areas.entries())
    if (value.areas.findIndex((other) => other.id === area.id) < index)
      report(['areas', index, 'id'], `area "${area.id}" stands twice; merge the two`)
  for (const { index, label, other } of sameLabels(value.topics))
    report(
      ['topics', index, 'label'],
      `label "${label}" is that of "${other}" already, so that readers could not tell the two apart; change one, or merge the two`,
    )
  for (const kind of ['areas', 'topics'] as const)
    for (const { path, message } of misnamed(value[kind])) report([kind, ...path], message)
  for (const [index, topic] of value.topics.entries()) {
    if (seen.has(topic.id))
      report(['topics', index, 'id'], `topic "${topic.id}" stands twice; merge the two`)
    seen.add(topic.id)
    if (!areas.has(topic.area))
      report(
        ['topics', index, 'area'],
        `"${topic.area}" is no area; use one of ${[...areas].join(', ')}`,
      )
    if (topic.aliases.length + topic.acronyms.length === 0)
      report(
        ['topics', index],
        `"${topic.id}" has no alias and no acronym, so nothing can lead to it; add one`,
      )
    for (const [place, broader] of topic.broader.entries()) {
      if (!topics.has(broader))
        report(
          ['topics', index, 'broader', place],
          `"${broader}" is no topic; correct or remove it`,
        )
      else if (leadsTo(broader, topic.id, topics))
        report(
          ['topics', index, 'broader', place],
          `"${topic.id}" would be broader than itself; remove one link`,
        )
    }
  }
  return found.length > 0
    ? { vocabulary: null, problems: found }
    : { vocabulary: value, problems: [] }
}

/** Topics whose label, but for case, an earlier topic has. */
function sameLabels(
  topics: readonly VocabularyTopic[],
): { index: number; label: string; other: string }[] {
  const owners = new Map<string, string>()
  return topics.flatMap(({ id, label }, index) => {
    const other = owners.get(label.toLowerCase())
    owners.set(label.toLowerCase(), other ?? id)
    return other === undefined || other === id ? [] : { index, label, other }
  })
}

/** Former ids that are in use, or that two claim. */
function misnamed(
  items: readonly { id: string; formerly: string[] }[],
): { path: (string | number)[]; message: string }[] {
  const present = new Set(items.map(({ id }) => id))
  const claimed = new Map<string, string>()
  return items.flatMap(({ id, formerly }, index) =>
    formerly.flatMap((former, place) => {
      const other = claimed.get(former)
      claimed.set(former, id)
      const path = [index, 'formerly', place]
      if (present.has(former))
        return {
          path,
          message: `"${former}" still has an entry of its own; remove that entry, or take the id out here`,
        }
      return other === undefined
        ? []
        : { path, message: `"${former}" already leads to "${other}"; keep it at one of the two` }
    }),
  )
}

function leadsTo(
  from: string,
  to: string,
  topics: Map<string, VocabularyTopic>,
  seen = new Set<string>(),
): boolean {
  if (from === to) return true
  if (seen.has(from)) return false
  seen.add(from)
  return (topics.get(from)?.broader ?? []).some((next) => leadsTo(next, to, topics, seen))
}
