import { nameFinder } from '../../src/shared/proper-names.ts'

const CAPITALISED = /\b[A-Z][a-z]+(?:-[A-Z][a-z]+)*\b/g
/** `TRick`, `LLMs`, `MatFormer`. */
const TWO_CAPITALS = /\b[A-Za-z\d]*[A-Z][A-Za-z\d]*[A-Z][A-Za-z\d]*\b/g
/** A small word in a title: `Needle-In-A-Haystack`. */
const SMALL_AMID = /(?<=[- ])(?:A|An)(?=[- ])/g

/**
 * Spells long forms in small letters but for names, and for words that the corpus writes with two capitals more than once.
 * `definitions` are the long forms that an abstract prints: in one that is set like a title no capital tells.
 */
export function longFormSpeller(
  papers: readonly { abstract: string; definitions: readonly string[] }[],
): (long: string) => string {
  const isName = nameFinder(
    papers.map(({ abstract, definitions }) => ({
      // The longest first, so that none is taken for the end of another.
      abstract: [...definitions]
        .filter(isTitle)
        .sort((a, b) => b.length - a.length)
        .reduce((text, title) => text.replaceAll(`${title} (`, '('), abstract),
    })),
  )
  const times = new Map<string, number>()
  for (const { abstract } of papers)
    for (const [word] of abstract.matchAll(TWO_CAPITALS))
      times.set(word, (times.get(word) ?? 0) + 1)
  const small = (word: string) => word.toLowerCase()
  return (long) =>
    long
      .replace(CAPITALISED, (word) => (isName(word) ? word : small(word)))
      .replace(TWO_CAPITALS, (word) => ((times.get(word) ?? 0) > 1 ? word : small(word)))
      .replace(SMALL_AMID, small)
}

/** Whether all words that are not small have capitals, and there are several. */
function isTitle(long: string): boolean {
  const words = long.split(' ').filter((word) => !/^[a-z]{1,4}$/.test(word))
  return words.length > 1 && words.every((word) => /^[A-Z]/.test(word))
}
