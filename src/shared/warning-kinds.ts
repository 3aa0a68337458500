import { groupBy } from './group-by.ts'

/** Warnings of one kind that are told before the others are folded away. */
export const TOLD_FIRST = 3

/** Warnings that end alike, in the order of the first of each kind; `advice` is how. */
export function groupWarnings(
  warnings: readonly string[],
): { advice: string; alike: readonly string[] }[] {
  return [...groupBy(warnings, adviceOf)].map(([advice, alike]) => ({ advice, alike }))
}

/** What a warning ends with: the same for all of a kind, once what is quoted is left out. */
function adviceOf(warning: string): string {
  const message = warning.replace(/^\S+:\d+: /, '')
  return message
    .slice(message.lastIndexOf('; ') + 1)
    .trim()
    .replace(/".*"/, '"…"')
}
