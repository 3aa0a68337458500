import type { Paper } from '../shared/model.ts'

/** Written so inside a sentence. */
const CAPITALISED = /(?<=\p{Ll},? )\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/gu
const SMALL = /(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu
/** One paper may capitalise a word for its own reasons. */
const PAPERS_LEAST = 2

/**
 * The words that keep their capital inside sentences, and that no text has without it: `Bayesian`, `Monte` and `Carlo`.
 * Titles don't tell, since most of them capitalise every word.
 */
export function findProperNames(
  papers: readonly Pick<Paper, 'title' | 'abstract'>[],
): ReadonlySet<string> {
  const papersWith = new Map<string, number>()
  const small = new Set<string>()
  for (const { title, abstract } of papers) {
    for (const [word] of `${title}\n${abstract}`.matchAll(SMALL)) small.add(word)
    for (const word of new Set(abstract.match(CAPITALISED)))
      papersWith.set(word, (papersWith.get(word) ?? 0) + 1)
  }
  return new Set(
    [...papersWith]
      .filter(([word, count]) => count >= PAPERS_LEAST && !small.has(word.toLowerCase()))
      .map(([word]) => word),
  )
}
