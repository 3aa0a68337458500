import { counted } from '../../src/shared/facts.ts'
import { groupBy } from '../../src/shared/group-by.ts'

/** Warnings of one kind that are printed whole. */
const TOLD = 3

/**
 * Warnings as lines for a terminal: of each kind the first three, then how many more there are. `all` says where each
 * of them stands; it is named if one is left out here.
 */
export function summariseWarnings(warnings: readonly string[], all: string): string[] {
  const kinds = [...groupBy(warnings, adviceOf)]
  const lines = kinds.flatMap(([advice, alike]) => [
    ...alike.slice(0, TOLD).map((warning) => `warning: ${warning}`),
    ...(alike.length > TOLD
      ? [`  and ${counted(alike.length - TOLD, 'more warning')}: ${advice}`]
      : []),
  ])
  return kinds.some(([, alike]) => alike.length > TOLD)
    ? [...lines, `${counted(warnings.length, 'warning')}; all of them are in ${all}`]
    : lines
}

/** What a warning ends with: the same for all of a kind, once what is quoted is left out. */
function adviceOf(warning: string): string {
  const message = warning.replace(/^\S+:\d+: /, '')
  return message
    .slice(message.lastIndexOf('; ') + 1)
    .trim()
    .replace(/".*"/, '"…"')
}
