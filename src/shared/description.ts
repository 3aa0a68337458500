import type { Paper } from './model.ts'

const LENGTH_MAX = 160

/** The first words of the abstract for a page description, cut at a word. */
export function abstractOpening({ abstract }: Paper): string {
  if (abstract.length <= LENGTH_MAX) return abstract
  const cut = abstract.slice(0, LENGTH_MAX)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`
}
