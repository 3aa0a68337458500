import { byCodeUnit } from '../shared/code-unit-order.ts'
import type { DistinctiveWord, Paper } from '../shared/model.ts'
import { tokenize } from '../shared/tokens.ts'

/** Words of the papers at these places, and of no other of those compared. */
interface WordSet {
  /** From 0, ascending. */
  places: number[]
  /** Strongest first. */
  words: string[]
}

interface SharedWord {
  places: number[]
  /** As the paper spells it that it is strongest for. */
  strongest: DistinctiveWord
  /** Sum over the papers. */
  weight: number
}

/**
 * The distinctive words of papers by the papers that use them: larger sets first, then in the papers' order.
 * A paper uses a word if its title or abstract has it in singular or plural, whether it is distinctive there or not.
 */
export function groupWords(
  papers: Pick<Paper, 'title' | 'abstract' | 'words'>[],
  most: number,
): WordSet[] {
  const used = papers.map(({ title, abstract }) => [title, abstract].map(termsOf).join('.'))
  const words = new Map<string, SharedWord>()
  for (const own of papers.flatMap((paper) => paper.words)) {
    const terms = termsOf(own.word)
    const known = words.get(terms)
    const places = papers.flatMap((_, place) => (used[place]?.includes(terms) ? [place] : []))
    words.set(terms, {
      places,
      strongest: known && known.strongest.weight >= own.weight ? known.strongest : own,
      weight: (known?.weight ?? 0) + own.weight,
    })
  }
  const sets = new Map<string, SharedWord[]>()
  for (const word of words.values()) {
    const key = word.places.join()
    sets.set(key, [...(sets.get(key) ?? []), word])
  }
  return [...sets]
    .sort(([a], [b]) => b.length - a.length || byCodeUnit(a, b))
    .flatMap(([, set]) => {
      const [first] = set
      if (!first || first.places.length === 0) return []
      const ranked = set.sort((a, b) => b.weight - a.weight).slice(0, most)
      return [{ places: first.places, words: ranked.map(({ strongest }) => strongest.word) }]
    })
}

/** The terms of a text with a blank before and after each, so that a compound is found among them. */
function termsOf(text: string): string {
  return ` ${tokenize(text)
    .map(({ term }) => term)
    .join(' ')} `
}
