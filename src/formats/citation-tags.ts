import type { Paper } from '../shared/model.ts'

/** Name and content of a `<meta>`. */
export type MetaTag = readonly [name: string, content: string]

/**
 * What Zotero's generic reader and others of its kind take a citation from. `z:itemType` makes it a
 * document, since a title alone would make it a journal article. There is no author tag, because the
 * source names none, and no date of which the year is inferred, because no tag could say so. `url` is
 * the absolute permalink.
 */
export function citationTags({ title, abstract, date }: Paper, url: string): MetaTag[] {
  return [
    ['z:itemType', 'document'],
    ['citation_title', title],
    ...(date && !date.yearInferred
      ? [['citation_publication_date', date.value.replaceAll('-', '/')] as const]
      : []),
    ['citation_abstract', abstract],
    ['citation_abstract_html_url', url],
    ['citation_language', 'en'],
  ]
}
