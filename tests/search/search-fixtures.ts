import { splitSentences } from '../../scripts/pipeline/split-sentences.ts'
import { buildSearchIndex, type SearchIndex } from '../../src/search/build-index.ts'
import { SearchEngine } from '../../src/search/engine.ts'
import type { PaperTexts } from '../../src/search/index-files.ts'
import { indexTitles, loadIndex } from '../../src/search/index-papers.ts'
import type { Answer, SearchState, Snippet } from '../../src/search/model.ts'
import { readSearchState } from '../../src/search/search-state.ts'
import type { Paper, Topic } from '../../src/shared/model.ts'

/** A paper of a made-up corpus: what search reads of it, the rest being absent. */
interface MadePaper {
  title: string
  abstract?: string
  main?: string[]
  also?: string[]
  date?: string
  org?: string
  account?: string
  comments?: number
  listings?: string[]
  has?: ('code' | 'data')[]
}

export interface MadeCorpus {
  papers: MadePaper[]
  topics?: (Pick<Topic, 'id' | 'label'> & Partial<Topic>)[]
  glossary?: { short: string; long: string; in: number[] }[]
  synonyms?: { say: string[]; mean: string[] }[]
  /** By title. */
  paraphrases?: Record<string, string[]>
  freeParaphrases?: Record<string, string[]>
  /** By id. */
  topicParaphrases?: Record<string, string[]>
  topicNames?: Record<string, { searched: string[]; parts: string[] }>
}

export function idOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

export function indexOf({
  papers,
  topics = [],
  glossary = [],
  synonyms = [],
  paraphrases = {},
  freeParaphrases = {},
  topicParaphrases = {},
  topicNames = {},
}: MadeCorpus): SearchIndex {
  const listings = [...new Set(papers.flatMap(({ listings = ['a'] }) => listings))].sort()
  return buildSearchIndex({
    papers: papers.map(paperOf),
    topics: topics.map((topic) => ({ ...emptyTopic, ...topic })),
    areas: [{ id: 'area', label: 'Area', scope: '', url: '', formerly: [], papers: 0 }],
    listings: listings.map((id) => ({ id })) as Parameters<typeof buildSearchIndex>[0]['listings'],
    glossary: glossary.map(({ short, long, in: places }) => ({
      short,
      meanings: [{ long, papers: places.map((place) => idOf(papers[place]?.title ?? '')) }],
    })),
    synonyms,
    paraphrases: byId(paraphrases),
    freeParaphrases: byId(freeParaphrases),
    topicParaphrases,
    topicNames,
  })
}

function byId(paraphrases: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(paraphrases).map(([title, texts]) => [idOf(title), texts]),
  )
}

export function engineOf(corpus: MadeCorpus): SearchEngine {
  const { rows, full } = indexOf(corpus)
  return new SearchEngine(loadIndex(full), rows, async (paper) => textsOf(corpus, paper))
}

function textsOf(
  { papers, paraphrases = {}, freeParaphrases = {} }: MadeCorpus,
  paper: number,
): PaperTexts {
  const { title = '', abstract = '' } = papers[paper] ?? {}
  return [abstract, ...(paraphrases[title] ?? []), ...(freeParaphrases[title] ?? [])]
}

/** The engine that answers until the full index is there. */
export function titleEngineOf(corpus: MadeCorpus): SearchEngine {
  const { rows } = indexOf(corpus)
  return new SearchEngine(indexTitles(rows), rows, null)
}

export function stateOf(q: string, rest: Partial<SearchState> = {}): SearchState {
  return { ...readSearchState(''), q, ...rest }
}

export async function ask(
  engine: SearchEngine,
  q: string,
  rest: Partial<SearchState> = {},
): Promise<Answer> {
  return (await engine.answer(stateOf(q, rest))).answer
}

/** Titles of the results in order, each with how it matches unless by all words. */
export function told({ results }: Answer): string[] {
  return results.map(({ title, match }) => (match === 'all' ? title : `${match}: ${title}`))
}

export const emptyTopic: Omit<Topic, 'id' | 'label'> = {
  scope: '',
  area: 'area',
  url: '',
  formerly: [],
  broader: [],
  aliases: [],
  acronyms: [],
  main: 1,
  also: 0,
}

/** A whole paper of what search reads. */
export function paperOf(made: MadePaper): Paper {
  const {
    title,
    abstract = '',
    main = [],
    also = [],
    date,
    org,
    account,
    comments,
    has = [],
  } = made
  const assign = (grade: 'main' | 'also') => (id: string) => ({
    id,
    grade,
    basis: 'name' as const,
    evidence: [],
  })
  return {
    id: idOf(title),
    title,
    titleAsPrinted: [title],
    titleMath: [],
    abstract,
    abstractAsPrinted: [abstract],
    abstractMath: [],
    sentences: splitSentences(abstract),
    url: `/papers/${idOf(title)}/`,
    date: date ? { value: date, yearInferred: false } : null,
    authorCount: null,
    organization: org ? { account: account ?? org.toLowerCase(), name: org } : null,
    comments: comments ?? null,
    sightings: (made.listings ?? ['a']).map((listing) => ({
      listing,
      rank: 1,
      lines: [1, 2],
      title,
      datePrinted: null,
      date: null,
      authorCount: null,
      organization: null,
      comments: null,
    })),
    topics: [...main.map(assign('main')), ...also.map(assign('also'))],
    related: [],
    words: [],
    resources: has.map((kind) => ({ url: 'https://example.org', kind, start: 0, end: 1 })),
    corrections: [],
  }
}

export async function firstSnippet(engine: SearchEngine, q: string): Promise<Snippet> {
  const { answer, found } = await engine.answer(stateOf(q))
  const id = answer.results[0]?.id ?? ''
  return engine.snippet(id, found.get(id) ?? { terms: new Map(), paraphrased: null })
}
