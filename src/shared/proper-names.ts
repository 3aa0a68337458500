import type { Paper } from './model.ts'

const WORD = /[A-Za-z][a-z]+/g
/** `Bures-Wasserstein` in `Bures-Wasserstein distance`, and what must stand before it. */
const BEFORE_SMALL = /(?<![A-Za-z-])[A-Z][a-z]+(?:-[A-Z][a-z]+)*(?= [(a-z])/g
const SMALL_END = /\b[a-z]+ $/
/** Letters of a word that are looked at before a name. */
const BEFORE = 24
/** Of so many times that a name has its capital, it may lack it once, as in an address. */
const CAPITALS_LEAST = 10

/**
 * Tells words such as `Markov`, which the corpus hardly ever writes in small letters, and with a capital in several papers
 * or amid small words. Titles don't tell, since most of them capitalise every word.
 */
export function nameFinder(papers: readonly Pick<Paper, 'abstract'>[]): (word: string) => boolean {
  const counts = new Map<string, number>()
  const amidSmall = new Set<string>()
  /** The index of the first paper with a capitalised word. */
  const firstWith = new Map<string, number>()
  const inSeveral = new Set<string>()
  for (const [index, { abstract }] of papers.entries()) {
    for (const word of abstract.match(WORD) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
      if ((firstWith.get(word) ?? index) !== index) inSeveral.add(word)
      else firstWith.set(word, index)
    }
    for (const { 0: name, index: at } of abstract.matchAll(BEFORE_SMALL))
      if (SMALL_END.test(abstract.slice(Math.max(0, at - BEFORE), at)))
        for (const word of name.split('-')) amidSmall.add(word)
  }
  const isName = (word: string) =>
    (counts.get(word.toLowerCase()) ?? 0) * CAPITALS_LEAST <= (counts.get(word) ?? 0) &&
    (amidSmall.has(word) || inSeveral.has(word))
  return (word) => word.split('-').some(isName)
}
