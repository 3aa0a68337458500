import type { Paper } from '../shared/model.ts'
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
]

/** One row a paper, in the given order; lists inside a cell are separated by a space. */
export function formatPapersCsv(papers: Paper[]): string {
  return formatCsv([
    COLUMNS,
    ...papers.map((paper) => [
      paper.id,
      paper.title,
      paper.abstract,
      paper.url,
      paper.date?.value ?? null,
      paper.date ? String(paper.date.yearInferred) : null,
      paper.authorCount,
      paper.organization?.name ?? null,
      paper.comments,
      [...new Set(paper.sightings.map(({ listing }) => listing))].join(' '),
      paper.resources.map(({ url }) => url).join(' '),
    ]),
  ])
}
