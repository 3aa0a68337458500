import type { APIRoute } from 'astro'
import { paperHues, papers, permalinks } from '../../corpus.ts'
import type { CatalogueFile } from '../../reading-list/catalogue.ts'

/** What the reading list shows of each paper, and where ids that are no papers any more lead. */
export const GET: APIRoute = () => {
  const file: CatalogueFile = {
    schema: 1,
    papers: papers.map((paper) => ({
      id: paper.id,
      title: paper.title,
      date: paper.date?.value ?? null,
      yearInferred: paper.date?.yearInferred ?? false,
      hues: paperHues(paper),
    })),
    gone: permalinks.flatMap(({ id, state, into }) => (state === 'live' ? [] : [{ id, into }])),
  }
  return new Response(JSON.stringify(file))
}
