import { counted } from '../../src/shared/facts.ts'
import { groupWarnings, TOLD_FIRST } from '../../src/shared/warning-kinds.ts'

/**
 * Warnings as lines for a terminal: of each kind the first three, then how many more there are. `all` says where each
 * of them stands; it is named if one is left out here.
 */
export function summariseWarnings(warnings: readonly string[], all: string): string[] {
  const kinds = groupWarnings(warnings)
  const lines = kinds.flatMap(({ advice, alike }) => [
    ...alike.slice(0, TOLD_FIRST).map((warning) => `warning: ${warning}`),
    ...(alike.length > TOLD_FIRST
      ? [`  and ${counted(alike.length - TOLD_FIRST, 'more warning')}: ${advice}`]
      : []),
  ])
  return kinds.some(({ alike }) => alike.length > TOLD_FIRST)
    ? [...lines, `${counted(warnings.length, 'warning')}; all of them are in ${all}`]
    : lines
}
