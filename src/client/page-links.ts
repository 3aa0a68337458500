import type { SearchState } from '../search/model.ts'
import { groupDigits } from '../shared/facts.ts'
import { element } from './elements.ts'
import { stateLink } from './state-link.ts'

/** Previous, where one is, next; nothing when all fits one page. */
export function pageLinks(state: SearchState, page: number, pages: number): HTMLElement[] {
  if (pages < 2) return []
  const link = (rel: 'prev' | 'next', to: number, text: string) => {
    if (to < 1 || to > pages) return element('span')
    const made = stateLink({ ...state, page: to }, text)
    made.rel = rel
    return made
  }
  return [
    link('prev', page - 1, '← Previous'),
    element('span', {}, `Page ${groupDigits(page)} of ${groupDigits(pages)}`),
    link('next', page + 1, 'Next →'),
  ]
}
