import { z } from 'astro/zod'
import { describeBrokenJson } from './broken-json.ts'
import { checkRegistry, type PermalinkRegistry } from './permalink-registry.ts'
import type { Problem } from './problem.ts'

const registrySchema = z.strictObject({
  schema: z.literal(1),
  permalinks: z.array(
    z.strictObject({
      id: z.string(),
      state: z.enum(['live', 'merged', 'withdrawn']),
      into: z.string().optional(),
      why: z.string().optional(),
      fingerprints: z.array(z.string().regex(/^[at]:[0-9a-f]{16}$/)),
    }),
  ),
})

/** Reads data/permalinks.json; a missing file is an empty registry. */
export function parseRegistry(
  file: string,
  text: string | null,
): { registry: PermalinkRegistry; problems: Problem[] } {
  const empty: PermalinkRegistry = { schema: 1, permalinks: [] }
  if (text === null) return { registry: empty, problems: [] }
  const refuse = (what: string, line = 1) => ({
    registry: empty,
    problems: [
      {
        file,
        line,
        message: `${what}; restore the committed file, it must never be edited by hand`,
      },
    ],
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const { line, what } = describeBrokenJson(text, error)
    return refuse(what, line)
  }
  const parsed = registrySchema.safeParse(value)
  if (!parsed.success) return refuse(`not a permalink registry: ${parsed.error.issues[0]?.message}`)
  const registry = parsed.data as PermalinkRegistry
  const [fault] = checkRegistry(registry)
  return fault ? refuse(fault) : { registry, problems: [] }
}

/** The registry as committed: one permalink a line, so that an addition is one added line. */
export function formatRegistry({ schema, permalinks }: PermalinkRegistry): string {
  const lines = permalinks.map((permalink) => `    ${JSON.stringify(permalink)}`)
  return `{\n  "schema": ${schema},\n  "permalinks": [\n${lines.join(',\n')}\n  ]\n}\n`
}
