import { type ComparisonContext, formatComparisonMarkdown } from '../formats/comparison-markdown.ts'
import { mediaTypes } from '../shared/export-formats.ts'
import type { Paper } from '../shared/model.ts'
import { exportPath, paperPath } from '../shared/paths.ts'
import { download } from './download.ts'
import { joinFiles } from './pick-records.ts'
import { siteHref } from './site-href.ts'

export const comparisonFormats = ['bib', 'ris', 'csl.json', 'md'] as const
type ComparisonFormat = (typeof comparisonFormats)[number]

/** Offers the papers as a file. Throws if their records can't be loaded. */
export async function downloadComparison(
  papers: Paper[],
  format: ComparisonFormat,
  labelOf: ComparisonContext['labelOf'],
): Promise<void> {
  const text =
    format === 'md'
      ? formatComparisonMarkdown(papers, { urlOf, labelOf })
      : await joinRecords(papers, format)
  download(
    new Blob([text], { type: `${mediaTypes[format]};charset=utf-8` }),
    `comparison.${format}`,
  )
}

async function joinRecords(
  papers: Paper[],
  format: Exclude<ComparisonFormat, 'md'>,
): Promise<string> {
  const files = await Promise.all(
    papers.map(async ({ id }) => {
      const path = exportPath(paperPath(id), format)
      const response = await fetch(siteHref(path))
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      return response.text()
    }),
  )
  return joinFiles(files, format)
}

function urlOf(id: string): string {
  return new URL(siteHref(paperPath(id)), location.href).href
}
