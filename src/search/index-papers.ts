import MiniSearch from 'minisearch'
import { analyse, compounds, type Word } from './analyse.ts'
import {
  type EverydayTuple,
  INDEX_FIELDS,
  type IndexedPaper,
  type IndexFile,
  indexOptions,
  type ParaphraseIndex,
  type RowsFile,
  type TopicNamesTuple,
  termsIn,
  unpackNames,
  unpackRow,
} from './index-files.ts'
import { type Name, NameFinder, phraseTerm, topicTerm } from './names.ts'

/** An index as it is searched. */
export interface LoadedIndex {
  search: MiniSearch<IndexedPaper>
  /** By term: papers that have it in any field. */
  papersWith: Map<string, number>
  otherWords: string[]
  everyday: EverydayTuple[]
  topicNames: TopicNamesTuple[]
  paraphrases: ParaphraseIndex
  topicParaphrases: ParaphraseIndex
}

/** The index of a file. */
export function loadIndex({ index, papersWith, ...others }: IndexFile): LoadedIndex {
  return {
    search: MiniSearch.loadJS<IndexedPaper>(index, indexOptions),
    papersWith: new Map(index.index.map(([term], at) => [term, papersWith[at] ?? 0])),
    ...others,
  }
}

/** An index of analysed papers, whose numbers are their places; nothing else leads into it. */
export function indexPapers(papers: IndexedPaper[]): LoadedIndex {
  const search = new MiniSearch<IndexedPaper>(indexOptions)
  search.addAll(papers)
  const papersWith = new Map<string, number>()
  for (const paper of papers)
    for (const term of new Set(INDEX_FIELDS.flatMap((field) => termsIn(paper[field]))))
      papersWith.set(term, (papersWith.get(term) ?? 0) + 1)
  const none = { counts: [], free: [], keys: [] }
  return {
    search,
    papersWith,
    otherWords: [],
    everyday: [],
    topicNames: [],
    paraphrases: none,
    topicParaphrases: none,
  }
}

/** The index to search until the full one is there: titles and topics, without everyday words and paraphrases. */
export function indexTitles(files: RowsFile): LoadedIndex {
  const phrases = phraseFinder(unpackNames(files, { everyday: [], topicNames: [] }))
  const topicTerms = (numbers: number[], grade: 'main' | 'also') =>
    numbers.flatMap((number) => {
      const topic = files.topics[number]
      return topic ? [topicTerm(topic.id, grade)] : []
    })
  return indexPapers(
    files.papers.map((tuple, id) => {
      const { title, main, also } = unpackRow(tuple)
      return {
        id,
        title: textTerms(title, analyse(title), phrases).join(' '),
        topics: [...topicTerms(main, 'main'), ...topicTerms(also, 'also')].join(' '),
        abstract: '',
      }
    }),
  )
}

/** Finds the names of several words, and what everyday words lead to, so that their phrases are terms. */
export function phraseFinder(names: Name[]): NameFinder {
  const meant = names
    .filter(({ term }) => term.startsWith('~'))
    .map(({ term, label }) => ({ words: term.slice(1), term, label }))
  return new NameFinder([...names, ...meant].filter(({ words }) => words.includes(' ')))
}

/** The terms of a text: words, compounds, and the names that stand in it in full. */
export function textTerms(text: string, words: Word[], phrases: NameFinder): string[] {
  const named = phrases.findAll(words.map(({ term }) => term))
  const once = new Map(
    named.map(({ first, name }) => [`${first} ${name.words}`, phraseTerm(name.words)]),
  )
  return [
    ...words.map(({ term }) => term),
    ...compounds(text, words).map(({ term }) => term),
    ...once.values(),
  ]
}
