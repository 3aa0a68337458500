import type { Paper } from '../../src/shared/model.ts'
import { type Phrase, partsOf, phraseReader, spellPhrase } from '../../src/shared/phrases.ts'
import { nameFinder } from '../../src/shared/proper-names.ts'
import { tokenize } from '../../src/shared/tokens.ts'
import { termInformation } from './term-information.ts'
import type { VectorSpace } from './word-vectors.ts'

/** Least information, in nats, of a word that is told as a reason; words of running text stay below. */
const INFORMATION_MIN = 0.5

/**
 * The information of each term of a lexicon in nats, 0 for those that are not told to readers.
 * `likelihoods` are those of topics, one map a paper.
 */
export function tellingInformation(
  words: VectorSpace,
  likelihoods: Map<string, number>[],
): Float64Array {
  return termInformation(words, likelihoods).map((information, number) =>
    information >= INFORMATION_MIN && (words.lexicon[number] as string).length > 2
      ? information
      : 0,
  )
}

/** What the words of a paper are told as: by term the phrases that have it, most frequent first. */
export type ToldPhrases = ReadonlyMap<string, Phrase[]>

/** The phrases that may be told of each paper, as it first spells them, its abstract before its title. */
export function tellPhrases(papers: Pick<Paper, 'title' | 'abstract'>[]): ToldPhrases[] {
  const isName = nameFinder(papers)
  const texts = papers.map(({ title, abstract }) => `${abstract}\n${title}`)
  const reader = phraseReader(texts)
  return texts.map((text) => {
    const times = new Map<string, { phrase: Phrase; times: number }>()
    const keysByTerm = new Map<string, Set<string>>()
    const add = (phrase: Phrase, terms: string[], once: number) => {
      const known = times.get(phrase.key)
      if (known) known.times += once
      else {
        const spelling = spellPhrase(phrase, isName)
        times.set(phrase.key, { phrase: { ...phrase, spelling }, times: once })
      }
      for (const term of terms)
        keysByTerm.set(term, (keysByTerm.get(term) ?? new Set()).add(phrase.key))
    }
    for (const phrase of reader.read(text)) {
      const terms = phrase.key.split(' ')
      add(phrase, terms, 1)
      // Another paper may have the word alone.
      for (const { key, spelling } of partsOf(phrase))
        if (terms.length > 1 && reader.standsAlone(key)) add({ key, spelling }, [key], 0)
    }
    return new Map(
      [...keysByTerm].map(([term, keys]) => [
        term,
        [...keys]
          .map((key) => times.get(key) as { phrase: Phrase; times: number })
          .sort((a, b) => b.times - a.times)
          .map(({ phrase }) => phrase),
      ]),
    )
  })
}

/** For each term, in order, the most frequent phrase with it that the other paper has, too; none for a term without. */
export function* sharedPhrases(
  terms: Iterable<string>,
  own: ToldPhrases,
  other: ToldPhrases,
): Generator<Phrase> {
  for (const term of terms) {
    const others = other.get(term)
    const shared = own.get(term)?.find(({ key }) => others?.some((one) => one.key === key))
    if (shared) yield shared
  }
}

/** A term as the abstract first has it, or else the title, in lower case unless it holds two capitals. */
export function spellTerm(term: string, { title, abstract }: Pick<Paper, 'title' | 'abstract'>) {
  const find = (text: string) => {
    const token = tokenize(text).find((candidate) => candidate.term === term)
    return token && text.slice(token.start, token.end)
  }
  const word = find(abstract) ?? find(title) ?? term
  return /[A-Z].*[A-Z]/.test(word) ? word : word.toLowerCase()
}
