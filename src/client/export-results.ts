import { formatPapersCsv } from '../formats/papers-csv.ts'
import type { Paper, PapersFile } from '../shared/model.ts'
import { download } from './download.ts'
import { pickRecords } from './pick-records.ts'
import { siteHref } from './site-href.ts'

export const resultFormats = ['bib', 'ris', 'json', 'csv'] as const
export type ResultFormat = (typeof resultFormats)[number]

const types: Record<ResultFormat, string> = {
  bib: 'text/x-bibtex',
  ris: 'application/x-research-info-systems',
  json: 'application/json',
  csv: 'text/csv',
}

/**
 * Offers the papers of these ids, in this order, as a file. Whatever their number, it takes one request, for
 * the file of all papers in that format. Throws if that can't be loaded.
 */
export async function downloadPapers(ids: string[], format: ResultFormat): Promise<void> {
  const text =
    format === 'bib' || format === 'ris'
      ? pickRecords(await (await load(`/papers.${format}`)).text(), ids, format)
      : formatPapers((await (await load('/data/papers.json')).json()) as PapersFile, ids, format)
  download(new Blob([text], { type: `${types[format]};charset=utf-8` }), `lectern-search.${format}`)
}

async function load(path: string): Promise<Response> {
  const response = await fetch(siteHref(path))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}

/** JSON has the form of `/data/papers.json`, with fewer papers; `corpus` is still that of all. */
function formatPapers(file: PapersFile, ids: string[], format: 'json' | 'csv'): string {
  const papers = inOrder(file.papers, ids)
  return format === 'csv'
    ? formatPapersCsv(papers, (path) => new URL(siteHref(path), location.href).href)
    : `${JSON.stringify({ ...file, papers }, null, 2)}\n`
}

function inOrder(papers: Paper[], ids: string[]): Paper[] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  return ids.map((id) => byId.get(id)).filter((paper) => paper !== undefined)
}
