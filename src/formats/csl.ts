import type { Paper } from '../shared/model.ts'
import { sourceGaps } from '../shared/source-gaps.ts'
import type { Citable, Detail } from './citable.ts'
import { oneLine } from './one-line.ts'

/** The fields of CSL-JSON 1.0.2 that a paper has; there are no names in the source. */
export interface CslItem {
  id: string
  /** The source does not say what kind of publication a paper is. */
  type: 'document'
  title: string
  abstract?: string
  /** About then, if the year is inferred. */
  issued?: { 'date-parts': [[year: number, month: number, day: number]]; circa?: true }
  URL: string
  /** Separated by commas. */
  keyword?: string
  note: string
}

/** A paper as a CSL item, from which the other formats of reference managers are mapped. */
export function toCsl(citable: Citable, detail: Detail = 'full'): CslItem {
  const { paper, url, topics, site } = citable
  const keywords = detail === 'full' ? topics : []
  return {
    id: paper.id,
    type: 'document',
    title: oneLine(paper.title),
    ...(detail === 'full' && { abstract: oneLine(paper.abstract) }),
    ...(paper.date && {
      issued: {
        'date-parts': [datePartsOf(paper.date.value)],
        ...(paper.date.yearInferred && { circa: true as const }),
      },
    }),
    URL: url,
    ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
    note: noteOn(paper, keywords, site),
  }
}

/** An array with an item a paper, as Zotero and Pandoc read it; a date stands on one line. */
export function formatCsl(citables: Citable[], detail: Detail = 'full'): string {
  const items = citables.map((citable) => toCsl(citable, detail))
  // No string of JSON holds a line end, so this finds structure only.
  const json = JSON.stringify(items, null, 2).replace(
    /\[\n\s*\[\n\s*(\d+),\n\s*(\d+),\n\s*(\d+)\n\s*\]\n\s*\]/g,
    '[[$1, $2, $3]]',
  )
  return `${json}\n`
}

function datePartsOf(iso: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return [year, month, day]
}

function noteOn(paper: Paper, keywords: string[], site: string): string {
  const { organization, corrections } = paper
  const given = corrections.some(({ field }) => field === 'organization') ? '' : ' in the source'
  return [
    ...sourceGaps(paper),
    ...(organization ? [`Organisation${given}: ${organization.name}.`] : []),
    ...(keywords.length > 0 ? [`The keywords are topics of ${site}.`] : []),
  ].join(' ')
}
