import type { Paper } from '../shared/model.ts'
import { COMPARED_MAX } from './compared-ids.ts'

/** What is known of an id: its paper, whose own id differs where the two were merged, or why there is none. */
export type Found =
  | { kind: 'paper'; paper: Paper }
  | { kind: 'withdrawn' }
  | { kind: 'unknown' }
  | { kind: 'failed' }

export interface Comparison {
  papers: Paper[]
  /** What the address is to name: the papers by the ids they have now, and those that could not be loaded. */
  ids: string[]
  /** Sentences on what the address named and the page does not show so. */
  notes: string[]
  /** Ids whose papers could not be loaded, which may be there. */
  failed: string[]
}

/** Puts the papers together that `ids` lead to, each once; `found` holds the first four of them. */
export function gatherComparison(
  ids: readonly string[],
  found: ReadonlyMap<string, Found>,
): Comparison {
  const papers = new Map<string, Paper>()
  const kept = new Set<string>()
  const notes: string[] = []
  const failed: string[] = []
  if (ids.length > COMPARED_MAX)
    notes.push(`The link names ${ids.length} papers; the first four are shown.`)
  for (const id of ids.slice(0, COMPARED_MAX)) {
    const answer = found.get(id) ?? { kind: 'failed' }
    if (answer.kind === 'paper') {
      const { paper } = answer
      if (paper.id !== id) notes.push(`“${id}” is now part of “${paper.title}”.`)
      papers.set(paper.id, paper)
      kept.add(paper.id)
    } else if (answer.kind === 'failed') {
      failed.push(id)
      kept.add(id)
    } else
      notes.push(
        answer.kind === 'withdrawn' ? `“${id}” was withdrawn.` : `There is no paper “${id}” here.`,
      )
  }
  return { papers: [...papers.values()], ids: [...kept], notes, failed }
}

const LETTERS = 'ABCD'

/** The short name of a paper by its place from 0: `A` to `D`. */
export function letterOf(place: number): string {
  return LETTERS.charAt(place)
}

/** `A`, `A and C`, `A, B and C`: papers by their places, ascending. */
export function nameSet(places: readonly number[]): string {
  const letters = places.map(letterOf)
  return letters.length < 2
    ? letters.join('')
    : `${letters.slice(0, -1).join(', ')} and ${letters.at(-1)}`
}
