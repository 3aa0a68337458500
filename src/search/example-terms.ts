import { byCodeUnit, byId } from '../shared/code-unit-order.ts'
import { isEmptyTerm } from '../shared/empty-words.ts'
import { listingName } from '../shared/facts.ts'
import type { Area, Listing, Paper, Topic } from '../shared/model.ts'
import type { Paraphrases } from '../shared/readers-words.ts'
import { tokenize } from '../shared/tokens.ts'
import { yearSpan } from '../shared/topic-years.ts'

/** Of each kind; a query of several is tried in each combination. */
const TERMS_MOST = 6
/** A word of three letters is an abbreviation or says little. */
const NAMING_WORD = /^\p{L}{4,}$/u

/** What a corpus has that examples of queries can be made of; of each kind what stands in most papers first. */
export interface ExampleTerms {
  topics: { id: string; label: string }[]
  /** A word of each area's name. */
  areas: string[]
  /** Words of titles that most papers use. */
  words: string[]
  /** Two words that end a title. */
  phrases: string[]
  /** What readers may ask, as the curated paraphrases have it. */
  questions: string[]
  listings: string[]
  accounts: string[]
  years: [number, number] | null
}

export interface ExampleSources {
  papers: Paper[]
  topics: Topic[]
  areas: Area[]
  listings: Pick<Listing, 'id'>[]
  paraphrases: Paraphrases
  topicParaphrases: Paraphrases
}

export function exampleTerms(sources: ExampleSources): ExampleTerms {
  const { papers, listings } = sources
  const topics = [...sources.topics].sort((a, b) => b.main - a.main || byId(a, b))
  const areas = [...sources.areas].sort((a, b) => b.papers - a.papers || byId(a, b))
  const titles = papers.map(({ title }) => namingWords(title))
  const inTitles = new Set(titles.flatMap((words) => words.map(({ word }) => word)))
  const wordsUsed = (title: { word: string }[], abstract: string) =>
    new Set(
      [...title, ...namingWords(abstract)].flatMap(({ word }) => (inTitles.has(word) ? word : [])),
    )
  const asked = [
    ...topics.map(({ id }) => sources.topicParaphrases[id]),
    ...papers.map(({ id }) => sources.paraphrases[id]),
  ]
  return {
    topics: topics.slice(0, TERMS_MOST).map(({ id, label }) => ({ id, label })),
    areas: areas.slice(0, TERMS_MOST).flatMap(({ label }) => namingWords(label)[0]?.word ?? []),
    words: mostFrequent(papers.map(({ abstract }, at) => wordsUsed(titles[at] ?? [], abstract))),
    phrases: papers.flatMap(({ title }, at) => endOf(title, titles[at] ?? [])).slice(0, TERMS_MOST),
    questions: asked.flatMap((lines) => lines?.slice(0, 1) ?? []).slice(0, TERMS_MOST),
    listings: listings.map(({ id }) => listingName(id)).slice(0, TERMS_MOST),
    accounts: mostFrequent(
      papers.map(({ organization }) => (organization ? [organization.account] : [])),
    ),
    years: yearSpan(papers),
  }
}

/** The words of a text that name what it is about, in lower case. */
function namingWords(text: string): { word: string; start: number; end: number }[] {
  return tokenize(text).flatMap(({ term, start, end }) => {
    const word = text.slice(start, end)
    return NAMING_WORD.test(word) && !isEmptyTerm(term)
      ? [{ word: word.toLowerCase(), start, end }]
      : []
  })
}

/** The last two of its words, if nothing but a space parts them. */
function endOf(title: string, words: { start: number; end: number }[]): string[] {
  const [before, last] = words.slice(-2)
  return before && last && title.slice(before.end, last.start) === ' '
    ? [title.slice(before.start, last.end).toLowerCase()]
    : []
}

function mostFrequent(ofPapers: Iterable<string>[]): string[] {
  const counts = new Map<string, number>()
  for (const terms of ofPapers)
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return [...counts]
    .sort(([a, inA], [b, inB]) => inB - inA || byCodeUnit(a, b))
    .slice(0, TERMS_MOST)
    .map(([term]) => term)
}
