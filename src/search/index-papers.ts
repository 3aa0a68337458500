import MiniSearch from 'minisearch'
import { analyse, compounds, type Word } from './analyse.ts'
import {
  type IndexedPaper,
  type IndexFile,
  indexOptions,
  type Name,
  type RowsFile,
  unpackNames,
  unpackRow,
} from './index-files.ts'
import { NameFinder, phraseTerm, topicTerm } from './names.ts'

/** An index of analysed papers, whose numbers are their places; nothing else leads into it. */
export function indexPapers(papers: IndexedPaper[]): IndexFile {
  const search = new MiniSearch<IndexedPaper>(indexOptions)
  search.addAll(papers)
  const index = search.toJSON()
  return {
    schema: 1,
    index,
    papersWith: index.index.map(([, byField]) => {
      const papers = new Set<string>()
      for (const field of Object.values(byField)) for (const paper in field) papers.add(paper)
      return papers.size
    }),
    everyday: [],
    paraphrases: { counts: [], keys: [] },
    topicParaphrases: { counts: [], keys: [] },
  }
}

/** The index to search until the full one is there: titles and topics, without everyday words and paraphrases. */
export function indexTitles(files: RowsFile): IndexFile {
  const phrases = phraseFinder(unpackNames(files.names, []))
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
