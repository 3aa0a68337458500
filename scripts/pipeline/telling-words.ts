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

/** What the words of a paper are told as. */
export interface ToldPhrases {
  /** The phrases that have a term, most frequent first; none if absent. */
  get: (term: string) => readonly Phrase[] | undefined
}

/** The phrases that may be told of each paper, as it first spells them, its abstract before its title. */
export function tellPhrases(papers: Pick<Paper, 'title' | 'abstract'>[]): ToldPhrases[] {
  const isName = nameFinder(papers)
  const texts = papers.map(({ title, abstract }) => `${abstract}\n${title}`)
  const reader = phraseReader(texts)
  return texts.map((text) => {
    const counted = new Map<string, { phrase: Phrase; times: number }>()
    const byTerm = new Map<string, { phrase: Phrase; times: number }[]>()
    const add = (phrase: Phrase, terms: string[], once: number) => {
      const known = counted.get(phrase.key)
      if (known) {
        known.times += once
        return
      }
      const counts = { phrase, times: once }
      counted.set(phrase.key, counts)
      for (const term of new Set(terms)) {
        const others = byTerm.get(term)
        if (others) others.push(counts)
        else byTerm.set(term, [counts])
      }
    }
    for (const phrase of reader.read(text)) {
      const terms = phrase.key.split(' ')
      add(phrase, terms, 1)
      // Another paper may have the word alone.
      for (const { key, spelling } of partsOf(phrase))
        if (terms.length > 1 && reader.standsAlone(key)) add({ key, spelling }, [key], 0)
    }
    // Few of a paper's phrases are ever told.
    const told = new Map<string, Phrase[] | undefined>()
    return {
      get(term) {
        if (!told.has(term))
          told.set(
            term,
            byTerm
              .get(term)
              ?.sort((a, b) => b.times - a.times)
              .map(({ phrase }) => ({ ...phrase, spelling: spellPhrase(phrase, isName) })),
          )
        return told.get(term)
      },
    }
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
