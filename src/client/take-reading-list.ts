import { formatListCsv, formatListJson, formatListMarkdown } from '../formats/reading-list-text.ts'
import type { Catalogue } from '../reading-list/catalogue.ts'
import type { ReadingList } from '../reading-list/model.ts'
import { exportPath, paperPath } from '../shared/paths.ts'
import { download } from './download.ts'
import { joinRecords, pickRecords } from './pick-records.ts'
import { siteHref } from './site-href.ts'

export const listFormats = ['bib', 'ris', 'csv', 'md', 'json'] as const
export type ListFormat = (typeof listFormats)[number]

/** Above this many papers one file of all costs less than a file of each. */
const SINGLE_FILES_MAX = 40

const types: Record<ListFormat, string> = {
  bib: 'text/x-bibtex',
  ris: 'application/x-research-info-systems',
  csv: 'text/csv',
  md: 'text/markdown',
  json: 'application/json',
}

/** Offers the list as a file. Throws if the records of its papers can't be loaded. */
export async function downloadList(
  list: ReadingList,
  format: ListFormat,
  catalogue: Catalogue,
): Promise<void> {
  const text = await formatList(list, format, catalogue)
  download(new Blob([text], { type: `${types[format]};charset=utf-8` }), `reading-list.${format}`)
}

function formatList(
  list: ReadingList,
  format: ListFormat,
  catalogue: Catalogue,
): string | Promise<string> {
  if (format === 'json') return formatListJson(list, { urlOf })
  if (format === 'csv') return formatListCsv(list, { catalogue, urlOf })
  if (format === 'md') return formatListMarkdown(list, { catalogue, urlOf })
  const { papers } = catalogue
  return loadRecords(
    list.map(({ id }) => id).filter((id) => papers.size === 0 || papers.has(id)),
    format,
  )
}

/** The prebuilt records of these papers, in this order. */
async function loadRecords(ids: string[], format: 'bib' | 'ris'): Promise<string> {
  if (ids.length > SINGLE_FILES_MAX)
    return pickRecords(await load(`/papers.${format}`), ids, format)
  return joinRecords(
    await Promise.all(ids.map((id) => load(exportPath(paperPath(id), format)))),
    format,
  )
}

async function load(path: string): Promise<string> {
  const response = await fetch(siteHref(path))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}

function urlOf(id: string): string {
  return new URL(siteHref(paperPath(id)), location.href).href
}
