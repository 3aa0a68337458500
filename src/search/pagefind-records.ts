import type { Paper, Topic } from '../shared/model.ts'
import { listingsOf } from '../shared/paper-facts.ts'
import { paperPath } from '../shared/paths.ts'
import { UNDATED } from './facets.ts'
import { listNames, listRows, type RowSources } from './list-rows.ts'
import type { NamesFile, OtherFacts } from './pagefind-files.ts'

/** A custom record of Pagefind's Node API. */
interface PagefindRecord {
  url: string
  content: string
  language: 'en'
  meta: { title: string }
  filters: Record<string, string[]>
  sort: Record<string, string>
}

export function listPagefindNames(sources: RowSources): NamesFile {
  const rows = listRows(sources, listNames(sources.topics, []), [])
  const { papers } = sources
  const sorted = (values: string[]) => [...new Set(values)].sort()
  return {
    ...rows,
    papers: [],
    years: sorted(papers.flatMap(({ date }) => (date ? [date.value.slice(0, 4)] : []))),
    orgs: sorted(papers.flatMap(({ organization }) => (organization ? [organization.name] : []))),
  }
}

export function pagefindRecords(papers: Paper[], topics: Topic[]): PagefindRecord[] {
  const areaOf = new Map(topics.map(({ id, area }) => [id, area]))
  return papers.map((paper) => recordOf(paper, areaOf))
}

function recordOf(paper: Paper, areaOf: Map<string, string>): PagefindRecord {
  const { date, authorCount, organization, comments, resources } = paper
  const main = paper.topics.filter(({ grade }) => grade === 'main').map(({ id }) => id)
  const also = paper.topics.filter(({ grade }) => grade === 'also').map(({ id }) => id)
  const facts: OtherFacts = [
    date?.value ?? null,
    date?.yearInferred ?? false,
    authorCount,
    comments,
    listingsOf(paper).length,
  ]
  return {
    url: paperPath(paper.id),
    content: `${paper.title}\n${paper.abstract}`,
    language: 'en',
    meta: { title: paper.title },
    filters: {
      topic: main,
      also,
      area: [...new Set(main.map((topic) => areaOf.get(topic) ?? ''))],
      year: [date?.value.slice(0, 4) ?? UNDATED],
      listing: listingsOf(paper),
      resource: [...new Set(resources.map(({ kind }) => kind))].sort(),
      org: organization ? [organization.name] : [],
      missing: [
        ...(date ? [] : ['date']),
        ...(authorCount === null ? ['authors'] : []),
        ...(organization ? [] : ['org']),
        ...(resources.length > 0 ? [] : ['resources']),
      ],
      // Pagefind finds words of all metadata but the title too, so facts are kept as a filter that is
      // never asked for: it comes with the paper and its own file is not loaded.
      facts: [JSON.stringify(facts)],
    },
    sort: date ? { date: date.value } : {},
  }
}
