import type { Grade, Paper } from '../shared/model.ts'
import { formatCsv } from './csv.ts'

const COLUMNS = [
  'id',
  'title',
  'abstract',
  'url',
  'date',
  'year_inferred',
  'author_count',
  'organization',
  'comments',
  'listings',
  'resources',
  'topics',
  'topics_also',
]

/**
 * One row a paper, in the given order; lists inside a cell are separated by a space. Topics are ids: those it is
 * about, then those it uses or treats. `addressOf` makes absolute addresses of papers' site paths.
 */
export function formatPapersCsv(papers: Paper[], addressOf: (path: string) => string): string {
  const topicsOf = ({ topics }: Paper, wanted: Grade) =>
    topics.flatMap(({ id, grade }) => (grade === wanted ? id : [])).join(' ')
  return formatCsv([
    COLUMNS,
    ...papers.map((paper) => [
      paper.id,
      paper.title,
      paper.abstract,
      addressOf(paper.url),
      paper.date?.value ?? null,
      paper.date ? String(paper.date.yearInferred) : null,
      paper.authorCount,
      paper.organization?.name ?? null,
      paper.comments,
      [...new Set(paper.sightings.map(({ listing }) => listing))].join(' '),
      paper.resources.map(({ url }) => url).join(' '),
      topicsOf(paper, 'main'),
      topicsOf(paper, 'also'),
    ]),
  ])
}
