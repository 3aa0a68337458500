import { type ComparisonContext, formatComparisonMarkdown } from '../formats/comparison-markdown.ts'
import type { Paper } from '../shared/model.ts'
import { exportPath, paperPath } from '../shared/paths.ts'
import { download } from './download.ts'
import { joinRecords } from './pick-records.ts'
import { siteHref } from './site-href.ts'

export const comparisonFormats = ['bib', 'ris', 'csl.json', 'md'] as const
type ComparisonFormat = (typeof comparisonFormats)[number]

const types: Record<ComparisonFormat, string> = {
  bib: 'text/x-bibtex',
  ris: 'application/x-research-info-systems',
  'csl.json': 'application/json',
  md: 'text/markdown',
}

/** Offers the papers as a file. Throws if their records can't be loaded. */
export async function downloadComparison(
  papers: Paper[],
  format: ComparisonFormat,
  labelOf: ComparisonContext['labelOf'],
): Promise<void> {
  const text =
    format === 'md'
      ? formatComparisonMarkdown(papers, { urlOf, labelOf })
      : await joinFiles(papers, format)
  download(new Blob([text], { type: `${types[format]};charset=utf-8` }), `comparison.${format}`)
}

async function joinFiles(
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
  if (format !== 'csl.json') return joinRecords(files, format)
  const items = files.flatMap((file) => JSON.parse(file) as object[])
  return `${JSON.stringify(items, null, 2)}\n`
}

function urlOf(id: string): string {
  return new URL(siteHref(paperPath(id)), location.href).href
}
