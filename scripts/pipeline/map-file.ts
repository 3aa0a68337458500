import { z } from 'astro/zod'
import { LABEL_SIDES } from '../../src/map/marks.ts'
import type { Problem } from './problem.ts'

const placeSchema = z.tuple([
  z.number(),
  z.number(),
  z.enum(LABEL_SIDES),
  z.union([z.literal(1), z.literal(2)]),
])

const mapSchema = z.strictObject({
  schema: z.literal(1),
  graph: z.string().regex(/^[0-9a-f]{12}$/),
  topics: z.array(
    z.strictObject({ id: z.string(), landscape: placeSchema, portrait: placeSchema }),
  ),
})

/** Where the published map has a topic: x and y in units of the frame, side and lines of its label. */
export type KnownPlace = z.infer<typeof placeSchema>

/** The map as last published, so that the next keeps its topics where readers found them. */
export interface KnownMap {
  schema: 1
  /** Hash of the topic graph that was laid out. */
  graph: string
  /** By id. */
  topics: { id: string; landscape: KnownPlace; portrait: KnownPlace }[]
}

/** Reads data/map.json; a missing file is no map yet. */
export function parseMap(
  file: string,
  text: string | null,
): { map: KnownMap | null; problems: Problem[] } {
  if (text === null) return { map: null, problems: [] }
  const refuse = (what: string) => ({
    map: null,
    problems: [
      {
        file,
        line: 1,
        message: `${what}; restore the committed file, or delete it to have the map laid out anew`,
      },
    ],
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refuse(`not valid JSON: ${(error as Error).message}`)
  }
  const parsed = mapSchema.safeParse(value)
  return parsed.success
    ? { map: parsed.data, problems: [] }
    : refuse(`not a map: ${parsed.error.issues[0]?.message}`)
}

/** The map as committed: one topic a line, so that a change shows what moved. */
export function formatMap({ schema, graph, topics }: KnownMap): string {
  const lines = topics.map((topic) => `    ${JSON.stringify(topic)}`)
  return `{\n  "schema": ${schema},\n  "graph": ${JSON.stringify(graph)},\n  "topics": [\n${lines.join(',\n')}\n  ]\n}\n`
}
