import { statedDate } from '../shared/paper-facts.ts'
import type { Citable } from './citable.ts'

/** A citation in words: title, date as far as known, permalink. Names it would begin with are not in the source. */
export function plainCitation({ paper, url, site }: Citable): string {
  return `${titleSentence(paper.title)} ${dateInWords(paper.date)} ${site}, ${url}`
}

/** The title in quotation marks, with the full stop that ends the sentence inside them. */
function titleSentence(title: string): string {
  return `“${title}${/[.?!]$/.test(title) ? '' : '.'}”`
}

function dateInWords(date: Citable['paper']['date']): string {
  if (!date) return 'No date in the source.'
  return `${statedDate(date.value, date.yearInferred)}.`
}
