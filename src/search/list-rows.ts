import { byCodeUnit } from '../shared/code-unit-order.ts'
import { listingName } from '../shared/facts.ts'
import type { Area, Listing, Paper, Topic } from '../shared/model.ts'
import { listingsOf } from '../shared/paper-facts.ts'
import type { Abbreviation } from './abbreviations.ts'
import { wordsOf } from './analyse.ts'
import { type NameTuple, packRow, type RowsFile } from './index-files.ts'
import { topicTerm } from './names.ts'

/** What rows are made of. */
export interface RowSources {
  papers: Paper[]
  topics: Topic[]
  areas: Area[]
  listings: Listing[]
}

/** What results show and facets count, with the names that queries may have. */
export function listRows(
  { papers, topics, areas, listings }: RowSources,
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

/** Names of topics, and abbreviations with their long forms, in order. */
export function listNames(topics: Topic[], abbreviations: Abbreviation[]): NameTuple[] {
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
