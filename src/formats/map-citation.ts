import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { CslItem } from './csl.ts'

/**
 * CSL-JSON in the types and fields of BibLaTeX and RIS, by Citation.js. Only its mapping is used: its BibTeX
 * drops characters that it has no command for, and its RIS breaks lines inside words and ends records early.
 */

const { format } = plugins.config.get('@bibtex')
format.asciiOnly = false

/** Type and fields by name, with the texts of the item as they are; those of titles are not to be used. */
export function mapToBiblatex(item: CslItem): { type: string; fields: Record<string, string> } {
  const [entry] = plugins.output.format('biblatex', [item], { format: 'object' }) as [
    { type: string; properties: Record<string, string> },
  ]
  return { type: entry.type, fields: entry.properties }
}

/** Values by tag, `TY` among them. */
export function mapToRis(item: CslItem): Record<string, string | string[]> {
  const [record] = plugins.output.format('ris', [item], { format: 'object' }) as [
    Record<string, string | string[]>,
  ]
  return record
}
