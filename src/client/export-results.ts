import { formatPapersCsv } from '../formats/papers-csv.ts'
import type { Paper, PapersFile } from '../shared/model.ts'
import { download } from './download.ts'
import { siteHref } from './site-href.ts'

export type ExportFormat = 'json' | 'csv'

/** Offers the papers of these ids, in this order, as a file. Throws if the data can't be loaded. */
export async function downloadPapers(ids: string[], format: ExportFormat): Promise<void> {
  const response = await fetch(siteHref('/data/papers.json'))
  if (!response.ok) throw new Error(`/data/papers.json: ${response.status}`)
  const file = (await response.json()) as PapersFile
  const papers = inOrder(file.papers, ids)
  const text = format === 'csv' ? formatPapersCsv(papers) : formatJson({ ...file, papers })
  const type = format === 'csv' ? 'text/csv' : 'application/json'
  download(new Blob([text], { type: `${type};charset=utf-8` }), `lectern-search.${format}`)
}

/** The form of `/data/papers.json`, with fewer papers; `corpus` is still that of all. */
function formatJson(file: PapersFile): string {
  return `${JSON.stringify(file, null, 2)}\n`
}

function inOrder(papers: Paper[], ids: string[]): Paper[] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  return ids.map((id) => byId.get(id)).filter((paper) => paper !== undefined)
}
