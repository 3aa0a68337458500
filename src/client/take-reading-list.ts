import { formatListCsv, formatListJson, formatListMarkdown } from '../formats/reading-list-text.ts'
import type { Catalogue } from '../reading-list/catalogue.ts'
import type { ReadingList } from '../reading-list/model.ts'
import { mediaTypes, type TakenExtension } from '../shared/export-formats.ts'
import { exportPath, paperPath } from '../shared/paths.ts'
import { download } from './download.ts'
import { joinFiles, pickRecords } from './pick-records.ts'
import { siteHref } from './site-href.ts'

/** Above this many papers one file of all costs less than a file of each. */
const SINGLE_FILES_MAX = 40

/** Offers the list as a file. Throws if the records of its papers can't be loaded. */
export async function downloadList(
  list: ReadingList,
  format: TakenExtension,
  catalogue: Catalogue,
): Promise<void> {
  const text = await formatList(list, format, catalogue)
  download(
    new Blob([text], { type: `${mediaTypes[format]};charset=utf-8` }),
    `reading-list.${format}`,
  )
}

function formatList(
  list: ReadingList,
  format: TakenExtension,
  catalogue: Catalogue,
): string | Promise<string> {
  if (format === 'json') return formatListJson(list, { urlOf })
  if (format === 'csv') return formatListCsv(list, { catalogue, urlOf })
  if (format === 'md') return formatListMarkdown(list, { catalogue, urlOf })
  const { covers, papers } = catalogue
  return loadRecords(
    list.map(({ id }) => id).filter((id) => !covers(id) || papers.has(id)),
    format,
  )
}

/** The prebuilt records of these papers, in this order. */
async function loadRecords(ids: string[], format: 'bib' | 'ris' | 'csl.json'): Promise<string> {
  if (ids.length > SINGLE_FILES_MAX)
    return pickRecords(await load(exportPath('/papers/', format)), ids, format)
  return joinFiles(
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
