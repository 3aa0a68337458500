import { tokenize } from '../../src/shared/tokens.ts'
import { fingerprint } from './fingerprint.ts'
import type { CuratedMerges, PaperGroup } from './merge-sightings.ts'
import type { ListingEntry } from './parse-listing.ts'
import type { Problem } from './problem.ts'

/**
 * Share of all their words that two abstracts of one paper have in common. Eight pairs in 10,013
 * records have .75 or more; abstracts of two papers have .1, and hardly ever more than .3.
 */
const ALIKE_MIN = 0.5

/** Records of one title and one listing that were merged though their abstracts are unlike. */
export function doubtMerges({ entries }: PaperGroup, { file, merge }: CuratedMerges): Problem[] {
  const decided = new Set(
    merge.flatMap(({ titles }) => namedTwice(titles.map((title) => fingerprint(title)))),
  )
  const before = new Map<string, ListingEntry[]>()
  return entries.flatMap((entry) => {
    const title = fingerprint(entry.title)
    if (decided.has(title)) return []
    const key = `${entry.listing} ${title}`
    const others = before.get(key) ?? []
    before.set(key, [...others, entry])
    const other = others.find(({ abstract }) => !isAlike(abstract, entry.abstract))
    if (!other) return []
    return {
      file: entry.listing,
      line: entry.lines[0],
      message: `"${entry.title}" stands at line ${other.lines[0]}, too, with quite another abstract, and both are published as one paper; if they are two, name one under keepApart in ${file} with the beginning of its abstract, else name the title twice under merge`,
    }
  })
}

function namedTwice(titles: string[]): string[] {
  return titles.filter((title, index) => titles.indexOf(title) !== index)
}

function isAlike(a: string, b: string): boolean {
  const [words, others] = [wordsOf(a), wordsOf(b)]
  return words.intersection(others).size >= ALIKE_MIN * words.union(others).size
}

function wordsOf(text: string): Set<string> {
  return new Set(tokenize(text).map(({ term }) => term))
}
