import { groupBy } from '../shared/group-by.ts'
import type { GlossaryEntry, Span } from '../shared/model.ts'
import { ownValue } from '../shared/own-value.ts'
import type { Paraphrases, Synonyms, TopicNames } from '../shared/readers-words.ts'
import { findPlainWords, meaningTerms, readAbbreviations } from './abbreviations.ts'
import { analyse, CODE, formKey, OFFERED_CODE, type Word, wordsOf } from './analyse.ts'
import { ENGLISH_WORDS } from './english-words.ts'
import {
  type EverydayTuple,
  type IndexedPaper,
  type IndexFile,
  type NameTuple,
  type PaperTexts,
  type RowsFile,
  TEXTS_PER_FILE,
  type TextsFile,
  type TopicNamesTuple,
  unpackNames,
} from './index-files.ts'
import { indexPapers, type LoadedIndex, phraseFinder, textTerms } from './index-papers.ts'
import { Lexicon, slipsMost } from './lexicon.ts'
import { listNames, listRows, type RowSources } from './list-rows.ts'
import { topicTerm } from './names.ts'
import { indexParaphrases } from './paraphrases.ts'

/** Sentences that say where to find something: "Our code is available at …" */
const OFFER =
  /https?:|github|\b(?:available|accessible|attached|publish\w*|releas\w+|open[- ]?sourc\w+)\b/i

export interface SearchIndex {
  rows: RowsFile
  full: IndexFile
  texts: TextsFile[]
}

/** What the index is built from. */
export interface SearchSources extends RowSources {
  glossary: GlossaryEntry[]
  synonyms: Synonyms
  topicNames: TopicNames
  paraphrases: Paraphrases
  freeParaphrases: Paraphrases
  topicParaphrases: Paraphrases
}

/**
 * Everything that search loads in the browser. Pure: the same sources give the same files, and terms
 * come in the order of the papers.
 */
export function buildSearchIndex(sources: SearchSources): SearchIndex {
  const { papers } = sources
  const abbreviations = readAbbreviations(sources.glossary, sources.topics)
  const names = listNames(sources.topics, abbreviations.all)
  const everyday = packEveryday(sources.synonyms, names)
  const plainWords = findPlainWords(abbreviations, [
    ...papers.flatMap(({ title, abstract }) => [title, abstract]),
    ...Object.values(sources.paraphrases).flat(),
    ...Object.values(sources.topicParaphrases).flat(),
  ])
  const rows = listRows(sources, names, plainWords)
  const topicNames = sources.topics.map(({ id }): TopicNamesTuple => {
    const { searched, parts } = ownValue(sources.topicNames, id) ?? { searched: [], parts: [] }
    return [searched.map(wordsOf), parts.map(wordsOf)]
  })
  const phrases = phraseFinder(unpackNames(rows, { everyday, topicNames }))
  const indexed = papers.map(({ id, title, abstract, topics, sentences }, number): IndexedPaper => {
    const terms = (text: string, words: Word[]) =>
      [...textTerms(text, words, phrases), ...meaningTerms(text, words, id, abbreviations)].join(
        ' ',
      )
    return {
      id: number,
      title: terms(title, analyse(title)),
      topics: topics.map((topic) => topicTerm(topic.id, topic.grade)).join(' '),
      abstract: terms(abstract, tellOffers(abstract, sentences)),
    }
  })
  const index = indexPapers(indexed)
  return {
    rows,
    full: {
      schema: 1,
      ...fileOf(index),
      otherWords: listOtherWords(new Lexicon(index.papersWith, papers.length)),
      everyday,
      topicNames,
      paraphrases: indexParaphrases(
        papers.map(({ id }) => ownValue(sources.paraphrases, id) ?? []),
        papers.map(({ id }) => ownValue(sources.freeParaphrases, id) ?? []),
      ),
      topicParaphrases: indexParaphrases(
        sources.topics.map(({ id }) => ownValue(sources.topicParaphrases, id) ?? []),
      ),
    },
    texts: listTexts(sources),
  }
}

function fileOf({ search, papersWith }: LoadedIndex): Pick<IndexFile, 'index' | 'papersWith'> {
  const index = search.toJSON()
  return { index, papersWith: index.index.map(([term]) => papersWith.get(term) ?? 0) }
}

function listTexts({ papers, paraphrases, freeParaphrases }: SearchSources): TextsFile[] {
  const texts = papers.map(
    ({ id, abstract }): PaperTexts => [
      abstract,
      ...(ownValue(paraphrases, id) ?? []),
      ...(ownValue(freeParaphrases, id) ?? []),
    ],
  )
  return Array.from({ length: Math.ceil(papers.length / TEXTS_PER_FILE) }, (_, file) =>
    texts.slice(file * TEXTS_PER_FILE, (file + 1) * TEXTS_PER_FILE),
  )
}

/** The index as files: JSON by name. */
export function formatIndex({ rows, full, texts }: SearchIndex): Map<string, string> {
  return new Map<string, string>([
    ['papers.json', JSON.stringify(rows)],
    ['full.json', JSON.stringify(full)],
    ...texts.map((text, number): [string, string] => [
      `texts-${number}.json`,
      JSON.stringify(text),
    ]),
  ])
}

/** The words of an abstract; code that it only offers is told from code that it is about. */
function tellOffers(abstract: string, sentences: Span[]): Word[] {
  const offers = sentences.filter(({ start, end }) => OFFER.test(abstract.slice(start, end)))
  return analyse(abstract).map((word) =>
    CODE.has(word.term) &&
    // Not in a compound such as "source-code", which is a term of its own.
    !/[-–]/.test(abstract.charAt(word.start - 1) + abstract.charAt(word.end)) &&
    offers.some(({ start, end }) => start <= word.start && word.end <= end)
      ? { ...word, term: OFFERED_CODE }
      : word,
  )
}

/** Everyday words with the names that are what they mean. */
function packEveryday(synonyms: Synonyms, names: NameTuple[]): EverydayTuple[] {
  const byWords = groupBy(names, ([words]) => words)
  return synonyms.map(({ say, mean }) => [
    say.map(wordsOf),
    mean.map((meant) => [meant, ...(byWords.get(wordsOf(meant)) ?? []).map(([, term]) => term)]),
  ])
}

/** Keys of the words of English that no paper has, of those that are spelt nearly like one that papers have, in order. */
function listOtherWords(lexicon: Lexicon): string[] {
  const keys = new Set<string>()
  for (const word of ENGLISH_WORDS) {
    // Shorter ones are never taken for others; those with an apostrophe or an accent are several, or rare.
    if (!/^[a-z]{4,}$/.test(word) || lexicon.has(word)) continue
    const key = formKey(word)
    if (keys.has(key) || lexicon.forms(key).length > 0) continue
    if (lexicon.hasNear(word, slipsMost(word))) keys.add(key)
  }
  return [...keys].sort()
}
