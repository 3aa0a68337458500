import { formatPapersCsv } from '../formats/papers-csv.ts'
import { mediaTypes, type TakenExtension } from '../shared/export-formats.ts'
import { counted } from '../shared/facts.ts'
import type { Paper, PapersFile } from '../shared/model.ts'
import { exportPath } from '../shared/paths.ts'
import { download } from './download.ts'
import { pickRecords } from './pick-records.ts'
import { siteHref } from './site-href.ts'

/**
 * Offers the papers of these ids, in this order, as a file. Whatever their number, it takes one request, for
 * the file of all papers in that format. Throws if that can't be loaded.
 */
export async function downloadPapers(ids: string[], format: TakenExtension): Promise<void> {
  const text =
    format === 'json' || format === 'csv'
      ? formatPapers((await (await load('/data/papers.json')).json()) as PapersFile, ids, format)
      : headingOf(ids, format) +
        pickRecords(await (await load(exportPath('/papers/', format))).text(), ids, format)
  download(
    new Blob([text], { type: `${mediaTypes[format]};charset=utf-8` }),
    `lectern-search.${format}`,
  )
}

function headingOf(ids: string[], format: TakenExtension): string {
  return format === 'md' ? `# Search results\n\n${counted(ids.length, 'paper')}.\n\n` : ''
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
