/** Papers that one page shows side by side. */
export const COMPARED_MAX = 4
/** How many there are, as sentences say it. */
export const NUMBER_WORDS = ['', 'one', 'two', 'three', 'four'] as const

/**
 * The ids that the query of an address names, each once, in order. What stands around them in a message,
 * such as a blank or a full stop, and capital letters do no harm.
 */
export function readComparedIds(search: string): string[] {
  const named = new URLSearchParams(search).get('papers') ?? ''
  const ids = named.toLowerCase().match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []
  return [...new Set(ids)]
}

/** What a link says that compares the first of so many papers, which are two at least. */
export function comparisonLabel(papers: number): string {
  return papers > COMPARED_MAX
    ? `Compare the first ${NUMBER_WORDS[COMPARED_MAX]}`
    : `Compare the ${NUMBER_WORDS[papers]}`
}
