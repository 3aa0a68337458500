import { byCodeUnit } from '../shared/code-unit-order.ts'
import { listingName } from '../shared/facts.ts'
import type { Area, GlossaryEntry, Listing, Paper, Span, Topic } from '../shared/model.ts'
import { ownValue } from '../shared/own-value.ts'
import { listingsOf } from '../shared/paper-facts.ts'
import type { Paraphrases, Synonyms, TopicNames } from '../shared/readers-words.ts'
import {
  analyse,
  CODE,
  compounds,
  formKey,
  OFFERED_CODE,
  STOP_WORDS,
  type Word,
  wordsOf,
} from './analyse.ts'
import { ENGLISH_WORDS } from './english-words.ts'
import {
  type EverydayTuple,
  type IndexedPaper,
  type IndexFile,
  type NameTuple,
  type PaperTexts,
  packRow,
  type RowsFile,
  TEXTS_PER_FILE,
  type TextsFile,
  type TopicNamesTuple,
  unpackNames,
} from './index-files.ts'
import { indexPapers, type LoadedIndex, phraseFinder, textTerms } from './index-papers.ts'
import { Lexicon, slipsMost } from './lexicon.ts'
import { type NameFinder, phraseTerm, topicTerm } from './names.ts'
import { indexParaphrases } from './paraphrases.ts'

/** Sentences that say where to find something: "Our code is available at …" */
const OFFER =
  /https?:|github|\b(?:available|accessible|attached|publish\w*|releas\w+|open[- ]?sourc\w+)\b/i
const SMALL_WORD = /(?<![\p{L}\p{N}-])[a-z]{3,}(?![\p{L}\p{N}-])/gu

export interface SearchIndex {
  rows: RowsFile
  full: IndexFile
  texts: TextsFile[]
}

/** What the index is built from. */
export interface SearchSources {
  papers: Paper[]
  topics: Topic[]
  areas: Area[]
  listings: Listing[]
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
  const abbreviations = readAbbreviations(sources)
  const names = listNames(sources.topics, abbreviations.all)
  const everyday = packEveryday(sources.synonyms, names)
  const rows = listRows(sources, names, findPlainWords(abbreviations, sources))
  const topicNames = sources.topics.map(({ id }): TopicNamesTuple => {
    const { searched, parts } = ownValue(sources.topicNames, id) ?? { searched: [], parts: [] }
    return [searched.map(wordsOf), parts.map(wordsOf)]
  })
  const phrases = phraseFinder(unpackNames(rows, { everyday, topicNames }))
  const indexed = papers.map(({ id, title, abstract, topics, sentences }, number): IndexedPaper => {
    const terms = (text: string, words: Word[]) =>
      fieldTerms(text, words, id, abbreviations, phrases)
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
    texts: Array.from({ length: Math.ceil(papers.length / TEXTS_PER_FILE) }, (_, file) =>
      papers
        .slice(file * TEXTS_PER_FILE, (file + 1) * TEXTS_PER_FILE)
        .map(
          ({ id, abstract }): PaperTexts => [
            abstract,
            ...(ownValue(sources.paraphrases, id) ?? []),
            ...(ownValue(sources.freeParaphrases, id) ?? []),
          ],
        ),
    ),
  }
}

function fileOf({ search, papersWith }: LoadedIndex): Pick<IndexFile, 'index' | 'papersWith'> {
  const index = search.toJSON()
  return { index, papersWith: index.index.map(([term]) => papersWith.get(term) ?? 0) }
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

/** A short form and one of its meanings. */
interface Abbreviation {
  short: string
  long: string
  longKeys: string[]
  term: string
  definedIn: Set<string>
  /** Whether no other meaning of the short form is known. */
  alone: boolean
}

interface Abbreviations {
  all: Abbreviation[]
  /** By the first two keys of the long form. */
  byTwoKeys: Map<string, Abbreviation[]>
  byShort: Map<string, Abbreviation[]>
}

function readAbbreviations({ glossary, topics }: SearchSources): Abbreviations {
  const all = [...glossary, ...listTopicAcronyms(topics, glossary)].flatMap(({ short, meanings }) =>
    meanings.map(({ long, papers }): Abbreviation => {
      const words = analyse(long).map(({ term }) => term)
      return {
        short,
        long,
        longKeys: words.map(formKey),
        term: `=${words.join('_')}`,
        definedIn: new Set(papers),
        alone: meanings.length === 1,
      }
    }),
  )
  return {
    all,
    byTwoKeys: Map.groupBy(all, ({ longKeys }) => longKeys.slice(0, 2).join(' ')),
    byShort: Map.groupBy(all, ({ short }) => short),
  }
}

/** The acronyms of topics that no paper spells out, with those names of the topic that they are the initials of. */
function listTopicAcronyms(topics: Topic[], glossary: GlossaryEntry[]): GlossaryEntry[] {
  const defined = new Set(glossary.map(({ short }) => short.toLowerCase()))
  return topics.flatMap(({ label, aliases, acronyms }) => {
    const names = new Map([label, ...aliases].map((name) => [phraseTerm(wordsOf(name)), name]))
    return acronyms
      .filter((short) => !defined.has(short.toLowerCase()))
      .map((short) => ({
        short,
        meanings: [...names.values()]
          .filter((long) => areInitials(short, long))
          .map((long) => ({ long, papers: [] })),
      }))
  })
}

/** Whether a short form is the first letters of a name's words, or of those that are no stop words. */
function areInitials(short: string, name: string): boolean {
  const words = wordsOf(name).split(' ')
  const initials = (of: string[]) => of.map((word) => word.charAt(0)).join('')
  const asked = short.toLowerCase()
  return (
    asked === initials(words) || asked === initials(words.filter((word) => !STOP_WORDS.has(word)))
  )
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

/** The terms of a text, and those of what its abbreviations and long forms mean. */
function fieldTerms(
  text: string,
  words: Word[],
  paper: string,
  abbreviations: Abbreviations,
  phrases: NameFinder,
): string {
  return [...textTerms(text, words, phrases), ...meanings(text, words, paper, abbreviations)].join(
    ' ',
  )
}

function meanings(
  text: string,
  words: Word[],
  paper: string,
  { byTwoKeys, byShort }: Abbreviations,
): string[] {
  const found: string[] = []
  const keys = words.map(({ term }) => formKey(term))
  for (const [at, key] of keys.entries())
    for (const { longKeys, term } of byTwoKeys.get(`${key} ${keys[at + 1] ?? ''}`) ?? [])
      if (longKeys.every((own, step) => own === keys[at + step])) found.push(term)
  // Short forms are told by their capitals, and may be compounds themselves (`A-NeSI`).
  for (const { start, end } of [...words, ...compounds(text, words)]) {
    const printed = text.slice(start, end)
    if (!/[A-Z0-9]/.test(printed)) continue
    for (const short of new Set([printed, printed.replace(/s$/, '')]))
      for (const { term, definedIn, alone } of byShort.get(short) ?? [])
        if (alone || definedIn.has(paper)) found.push(term)
  }
  return found
}

/** What results show and facets count, with the names that queries may have. */
export function listRows(
  {
    papers,
    topics,
    areas,
    listings,
  }: Pick<SearchSources, 'papers' | 'topics' | 'areas' | 'listings'>,
  names: NameTuple[],
  plainWords: string[],
): RowsFile {
  const topicNumber = new Map(topics.map(({ id }, number) => [id, number]))
  const listingNumber = new Map(listings.map(({ id }, number) => [id, number]))
  const areaNumber = new Map(areas.map(({ id }, number) => [id, number]))
  const numbers = (paper: Paper, grade: 'main' | 'also') =>
    paper.topics
      .filter((topic) => topic.grade === grade)
      .map(({ id }) => topicNumber.get(id) as number)
  return {
    schema: 1,
    papers: papers.map((paper) =>
      packRow({
        id: paper.id,
        title: paper.title,
        date: paper.date?.value ?? null,
        yearInferred: paper.date?.yearInferred ?? false,
        authorCount: paper.authorCount,
        org: paper.organization?.name ?? null,
        comments: paper.comments,
        sightings: paper.sightings.length,
        listings: listingsOf(paper).map((id) => listingNumber.get(id) as number),
        main: numbers(paper, 'main'),
        also: numbers(paper, 'also'),
        has: [...new Set(paper.resources.map(({ kind }) => kind))].sort(),
      }),
    ),
    topics: topics.map(({ id, label, area, main, formerly }) => ({
      id,
      label,
      hue: (areaNumber.get(area) ?? -1) + 1,
      area: areaNumber.get(area) as number,
      main,
      ...(formerly.length > 0 && { formerly }),
    })),
    areas: areas.map(({ id, label }) => ({ id, label })),
    listings: listings.map(({ id }) => ({ id, label: `Listing ${listingName(id)}` })),
    accounts: listAccounts(papers),
    names,
    plainWords,
  }
}

function listAccounts(papers: Paper[]): Record<string, string> {
  const accounts = new Map(
    papers.flatMap(({ organization }) =>
      organization && !wordsOf(organization.name).includes(wordsOf(organization.account))
        ? [[organization.name, organization.account] as const]
        : [],
    ),
  )
  return Object.fromEntries([...accounts].sort(([a], [b]) => byCodeUnit(a, b)))
}

/** The abbreviations that are written in small letters somewhere and can be spoken. In order. */
function findPlainWords(
  { byShort }: Abbreviations,
  { papers, paraphrases, topicParaphrases }: SearchSources,
): string[] {
  const texts = [
    ...papers.flatMap(({ title, abstract }) => [title, abstract]),
    ...Object.values(paraphrases).flat(),
    ...Object.values(topicParaphrases).flat(),
  ]
  const small = new Set(texts.flatMap((text) => text.match(SMALL_WORD) ?? []))
  const shorts = [...byShort.keys()].map((short) => short.toLowerCase())
  return [...new Set(shorts.filter((short) => /[aeiou]/.test(short) && small.has(short)))]
    .map(formKey)
    .sort()
}

/** Names of topics, and abbreviations with their long forms, in order. */
export function listNames(topics: Topic[], abbreviations: Abbreviations['all']): NameTuple[] {
  const names = [
    ...topics.flatMap(({ id, label, aliases, acronyms }) =>
      [label, ...aliases, ...acronyms].map(
        (text): NameTuple => [wordsOf(text), topicTerm(id, 'main'), label],
      ),
    ),
    ...abbreviations.flatMap(({ short, long, term }): NameTuple[] => [
      [wordsOf(short), term, long],
      [wordsOf(long), term, short],
    ]),
  ].filter(([words]) => words !== '')
  const once = new Map(names.map((name) => [`${name[0]} ${name[1]}`, name]))
  return [...once].sort(([a], [b]) => byCodeUnit(a, b)).map(([, name]) => name)
}

/** Everyday words with the names that are what they mean. */
function packEveryday(synonyms: Synonyms, names: NameTuple[]): EverydayTuple[] {
  const byWords = Map.groupBy(names, ([words]) => words)
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
    if (lexicon.near(word, slipsMost(word)).length > 0) keys.add(key)
  }
  return [...keys].sort()
}
