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

/** Signs that may tell two works apart, as C from C++; merging reads letters and digits only. */
const SIGN = /[\p{S}#*&@%]/gu

/**
 * Records that were merged by their title though their abstracts are unlike, if one listing prints both, or if signs
 * tell their titles apart. Otherwise another listing may well have the abstract of another version.
 */
export function doubtMerges({ entries }: PaperGroup, { file, merge }: CuratedMerges): Problem[] {
  const decided = new Set(
    merge.flatMap(({ titles }) => namedTwice(titles.map((title) => fingerprint(title)))),
  )
  const before = new Map<string, ListingEntry[]>()
  return entries.flatMap((entry) => {
    const title = fingerprint(entry.title)
    if (decided.has(title)) return []
    const others = before.get(title) ?? []
    before.set(title, [...others, entry])
    const other = others.find(
      ({ listing, title, abstract }) =>
        (listing === entry.listing || signsOf(title) !== signsOf(entry.title)) &&
        !isAlike(abstract, entry.abstract),
    )
    if (!other) return []
    return {
      file: entry.listing,
      line: entry.lines[0],
      message: `${whereItStands(entry, other)}, too, with quite another abstract, and both are published as one paper; if they are two, name one under keepApart in ${file} with the beginning of its abstract, else name the title twice under merge`,
    }
  })
}

function whereItStands({ listing, title }: ListingEntry, other: ListingEntry): string {
  const there =
    other.listing === listing ? `line ${other.lines[0]}` : `${other.listing}:${other.lines[0]}`
  const named = other.title === title ? '' : ` as "${other.title}"`
  return `"${title}" stands at ${there}${named}`
}

function signsOf(title: string): string {
  return (title.match(SIGN) ?? []).join('')
}

function namedTwice(titles: string[]): string[] {
  return titles.filter((title, index) => titles.indexOf(title) !== index)
}

function isAlike(a: string, b: string): boolean {
  const [words, others] = [wordsOf(a), wordsOf(b)]
  const shared = [...words].filter((word) => others.has(word)).length
  return shared >= ALIKE_MIN * (words.size + others.size - shared)
}

function wordsOf(text: string): Set<string> {
  return new Set(tokenize(text).map(({ term }) => term))
}
