import { formatPapersCsv } from '../formats/papers-csv.ts'
import { mediaTypes, type TakenExtension } from '../shared/export-formats.ts'
import { counted } from '../shared/facts.ts'
import type { PapersFile } from '../shared/model.ts'
import { download } from './download.ts'
import { loadPapers, loadRecords } from './load-records.ts'
import { siteHref } from './site-href.ts'

/** Offers the papers of these ids, in this order, as a file. Throws if their records can't be loaded. */
export async function downloadPapers(ids: string[], format: TakenExtension): Promise<void> {
  const text =
    format === 'json' || format === 'csv'
      ? formatPapers(await loadPapers(ids), format)
      : headingOf(ids, format) + (await loadRecords(ids, format))
  download(
    new Blob([text], { type: `${mediaTypes[format]};charset=utf-8` }),
    `lectern-search.${format}`,
  )
}

function headingOf(ids: string[], format: TakenExtension): string {
  return format === 'md' ? `# Search results\n\n${counted(ids.length, 'paper')}.\n\n` : ''
}

/** JSON has the form of `/data/papers.json`. */
function formatPapers(file: PapersFile, format: 'json' | 'csv'): string {
  return format === 'csv'
    ? formatPapersCsv(file.papers, (path) => new URL(siteHref(path), location.href).href)
    : `${JSON.stringify(file, null, 2)}\n`
}
