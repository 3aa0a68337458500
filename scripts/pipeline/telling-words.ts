import type { Paper } from '../../src/shared/model.ts'
import {
  type Phrase,
  type PhraseReader,
  partsOf,
  phraseReader,
  spellPhrase,
  type WordedText,
  wordedText,
} from '../../src/shared/phrases.ts'
import { nameFinder } from '../../src/shared/proper-names.ts'
import { type Token, tokenize } from '../../src/shared/tokens.ts'
import type { CorpusWords } from './read-words.ts'
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

/**
 * The phrases that may be told of each paper, as it first spells them, its abstract before its title. `abstracts` are the
 * tokens of the abstracts.
 */
export function tellPhrases(
  papers: Pick<Paper, 'title' | 'abstract'>[],
  { abstracts }: Pick<CorpusWords, 'abstracts'>,
): ToldPhrases[] {
  const isName = nameFinder(papers)
  const texts = papers.map(({ title, abstract }, index) => {
    const before = `${abstract}\n`
    const ofTitle = tokenize(title).map(({ term, start, end }) => ({
      term,
      start: start + before.length,
      end: end + before.length,
    }))
    return wordedText(before + title, [...(abstracts[index] as Token[]), ...ofTitle])
  })
  const reader = phraseReader(texts)
  return texts.map((text) => {
    const byTerm = countPhrases(text, reader)
    // Few of a paper's phrases are ever told.
    const told = new Map<string, Phrase[]>()
    return {
      get(term) {
        const known = told.get(term)
        const counted = known ? undefined : byTerm.get(term)
        if (!counted) return known
        const spelled = counted
          .sort((a, b) => b.times - a.times)
          .map(({ phrase: { key, spelling } }) => ({
            key,
            spelling: spellPhrase({ key, spelling }, isName),
          }))
        told.set(term, spelled)
        return spelled
      },
    }
  })
}

interface CountedPhrase {
  phrase: Phrase
  times: number
}

/** The phrases of a text by each of their terms. Apart, so that nothing else is kept of thousands of texts. */
function countPhrases(text: WordedText, reader: PhraseReader): Map<string, CountedPhrase[]> {
  const counted = new Map<string, CountedPhrase>()
  const byTerm = new Map<string, CountedPhrase[]>()
  const add = (phrase: Phrase, terms: Iterable<string>, once: number) => {
    const known = counted.get(phrase.key)
    if (known) {
      known.times += once
      return
    }
    const one = { phrase, times: once }
    counted.set(phrase.key, one)
    for (const term of terms) {
      const others = byTerm.get(term)
      if (others) others.push(one)
      else byTerm.set(term, [one])
    }
  }
  for (const phrase of reader.read(text)) {
    if (!phrase.key.includes(' ')) {
      add(phrase, [phrase.key], 1)
      continue
    }
    add(phrase, new Set(phrase.key.split(' ')), 1)
    // Another paper may have the word alone.
    for (const part of partsOf(phrase)) if (reader.standsAlone(part.key)) add(part, [part.key], 0)
  }
  return byTerm
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
