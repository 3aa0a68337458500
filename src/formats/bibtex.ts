import type { Citable, Detail } from './citable.ts'
import { toCsl } from './csl.ts'
import { mapToBiblatex } from './map-citation.ts'
import { oneLine } from './one-line.ts'
import { escapeTex, titleTex } from './tex.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** In the order in which people read an entry. */
const ORDER = ['title', 'key', 'date', 'year', 'month', 'url', 'note', 'keywords', 'abstract']

/**
 * One entry in UTF-8, each field on a line, with a line end after it. The day stands in BibLaTeX's `date`;
 * BibTeX, which does not know that field, finds `year` and `month`. The abstract, which no style sets, is plain text.
 */
export function formatBibtex(citable: Citable, detail: Detail = 'full'): string {
  const { type, fields } = mapToBiblatex(toCsl(citable, detail))
  const values = new Map(
    Object.entries(fields).map(([name, value]) => [name, `{${texOf(name, value, citable)}}`]),
  )
  if (fields.date) {
    const [year, month] = fields.date.split('-')
    values.set('year', `{${year}}`)
    values.set('month', MONTHS[Number(month) - 1] ?? `{${month}}`)
  }
  // What styles sort and label by where no author is named.
  values.set('key', values.get('title') ?? '')
  const lines = [...values]
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([name, value]) => `  ${name.padEnd(8)} = ${value},\n`)
  return `@${type}{${citable.paper.id},\n${lines.join('')}}\n`
}

function texOf(field: string, value: string, { paper, isName }: Citable): string {
  if (field === 'title') return oneLine(titleTex(paper.title, paper.titleMath, isName))
  return field === 'url' || field === 'date' ? value : escapeTex(oneLine(value))
}
