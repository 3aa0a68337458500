import { COMPARED_MAX, comparisonLabel } from '../compare/compared-ids.ts'
import { comparePath } from '../shared/paths.ts'
import { setText } from './elements.ts'
import { siteHref } from './site-href.ts'

/** Makes a link compare the first of these papers; one paper alone gives nothing to compare. */
export function offerComparison(link: HTMLAnchorElement, ids: string[]): void {
  const first = ids.slice(0, COMPARED_MAX)
  link.hidden = first.length < 2
  link.href = siteHref(comparePath(first))
  setText(link, comparisonLabel(ids.length))
}
