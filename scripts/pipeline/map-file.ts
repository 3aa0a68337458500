import { z } from 'astro/zod'
import { LABEL_SIDES } from '../../src/shared/map-layout.ts'
import { describeBrokenJson } from './broken-json.ts'
import { FRAMES } from './map-frames.ts'
import type { Frame } from './place-labels.ts'
import type { Problem } from './problem.ts'

const placeIn = ({ width, height }: Frame) =>
  z.tuple([
    z.number().min(0).max(width),
    z.number().min(0).max(height),
    z.enum(LABEL_SIDES),
    z.union([z.literal(1), z.literal(2)]),
  ])

const topicSchema = z.strictObject({
  id: z.string(),
  landscape: placeIn(FRAMES.landscape),
  portrait: placeIn(FRAMES.portrait),
})

const mapSchema = z.strictObject({
  schema: z.literal(1),
  graph: z.string().regex(/^[0-9a-f]{12}$/),
  topics: z.array(topicSchema),
})

/** Where the published map has a topic: x and y in units of the frame, side and lines of its label. */
export type KnownPlace = z.infer<typeof topicSchema>['landscape']

/** The map as last published, so that the next keeps its topics where readers found them. */
export interface KnownMap {
  schema: 1
  /** Hash of the topic graph that was laid out. */
  graph: string
  /** By id. */
  topics: { id: string; landscape: KnownPlace; portrait: KnownPlace }[]
}

/** Lines of the file as committed that stand before its topics, one a line. */
const LINES_BEFORE_TOPICS = 4

/** Reads data/map.json; a missing file is no map yet. */
export function parseMap(
  file: string,
  text: string | null,
): { map: KnownMap | null; problems: Problem[] } {
  if (text === null) return { map: null, problems: [] }
  const refuse = (line: number, what: string) => ({
    map: null,
    problems: [
      {
        file,
        line,
        message: `${what}; restore the committed file, or delete it to have the map laid out anew`,
      },
    ],
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const { line, what } = describeBrokenJson(text, error)
    return refuse(line, what)
  }
  const parsed = mapSchema.safeParse(value)
  if (!parsed.success) {
    const { path = [], message = '' } = parsed.error.issues[0] ?? {}
    const line = typeof path[1] === 'number' ? LINES_BEFORE_TOPICS + path[1] + 1 : 1
    return refuse(line, `not a map: ${path.join('.')}: ${message}`)
  }
  const ids = parsed.data.topics.map(({ id }) => id)
  const twice = ids.findIndex((id, at) => ids.indexOf(id) < at)
  return twice === -1
    ? { map: parsed.data, problems: [] }
    : refuse(LINES_BEFORE_TOPICS + twice + 1, `the topic "${ids[twice]}" has two places`)
}

/** The map as committed: one topic a line, so that a change shows what moved. */
export function formatMap({ schema, graph, topics }: KnownMap): string {
  const lines = topics.map((topic) => `    ${JSON.stringify(topic)}`)
  return `{\n  "schema": ${schema},\n  "graph": ${JSON.stringify(graph)},\n  "topics": [\n${lines.join(',\n')}\n  ]\n}\n`
}
