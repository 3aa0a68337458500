import type { ReadablePaper } from './compose-papers.ts'
import { findRemnants } from './find-remnants.ts'
import type { Problem } from './problem.ts'

/** Words that are quoted of one text; more are counted. */
const MOST_QUOTED = 3
/** A longer word is cut. */
const LONGEST_QUOTED = 40

/** Texts that are published with what looks like LaTeX, told where they are printed. */
export function doubtTexts(paper: ReadablePaper): Problem[] {
  return (['title', 'abstract'] as const).flatMap((field) => {
    const remnants = findRemnants(paper[field])
    if (remnants.length === 0) return []
    const quoted = remnants.slice(0, MOST_QUOTED).map((word) => `"${excerpt(word)}"`)
    const more = remnants.length - quoted.length
    return {
      file: paper.printed.listing,
      line: field === 'title' ? paper.printed.lines[0] : paper.printed.abstractLine,
      message: `the ${field} is published with ${quoted.join(', ')}${more > 0 ? ` and ${more} more` : ''}, which looks like LaTeX that no rule could read; say what to publish in data/curated/corrections.yaml, the same if it is right so`,
    }
  })
}

function excerpt(word: string): string {
  return word.length > LONGEST_QUOTED ? `${word.slice(0, LONGEST_QUOTED)}…` : word
}
