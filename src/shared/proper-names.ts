import type { Paper } from './model.ts'

const WORD = /[A-Za-z][a-z]+/g
/** `Bures-Wasserstein` in `of the Bures-Wasserstein distance`. */
const AMID_SMALL = /(?<=\b[a-z]+ )([A-Z][a-z]+(?:-[A-Z][a-z]+)*)(?= [a-z])/g

/**
 * Tells words such as `Markov`, which the corpus never writes in small letters, and with a capital in several papers or
 * amid small words. Titles don't tell, since most of them capitalise every word.
 */
export function nameFinder(papers: readonly Pick<Paper, 'abstract'>[]): (word: string) => boolean {
  const plain = new Set<string>()
  const amidSmall = new Set<string>()
  /** The index of the first paper with a capitalised word. */
  const firstWith = new Map<string, number>()
  const inSeveral = new Set<string>()
  for (const [index, { abstract }] of papers.entries()) {
    // Capitals sort before small letters.
    for (const word of abstract.match(WORD) ?? [])
      if (word >= 'a') plain.add(word)
      else if ((firstWith.get(word) ?? index) !== index) inSeveral.add(word)
      else firstWith.set(word, index)
    for (const [, name = ''] of abstract.matchAll(AMID_SMALL))
      for (const word of name.split('-')) amidSmall.add(word)
  }
  const isName = (word: string) =>
    !plain.has(word.toLowerCase()) && (amidSmall.has(word) || inSeveral.has(word))
  return (word) => word.split('-').some(isName)
}
