import { formatListCsv, formatListJson, formatListMarkdown } from '../formats/reading-list-text.ts'
import type { Catalogue } from '../reading-list/catalogue.ts'
import type { ReadingList } from '../reading-list/model.ts'
import { mediaTypes, type TakenExtension } from '../shared/export-formats.ts'
import { paperPath } from '../shared/paths.ts'
import { download } from './download.ts'
import { loadRecords } from './load-records.ts'
import { siteHref } from './site-href.ts'

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

function urlOf(id: string): string {
  return new URL(siteHref(paperPath(id)), location.href).href
}
