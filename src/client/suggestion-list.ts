import type { Suggestion } from '../search/model.ts'
import { queryPath } from '../search/search-path.ts'
import { counted } from '../shared/facts.ts'
import { paperPath, topicPath } from '../shared/paths.ts'
import { element, markedText } from './elements.ts'
import { siteHref } from './site-href.ts'

/** What the list below a search box offers for one text. */
interface Offer {
  text: string
  suggestions: Suggestion[]
  /** Papers on the results page; `null` while not known. */
  total: number | null
  /** Without the way to the results page. */
  papersOnly: boolean
}

/** Groups of options for a listbox, and the last option. Ids of options begin with `prefix` and count from 0. */
export function optionGroups(offer: Offer, prefix: string): HTMLElement[] {
  const topics = offer.suggestions.filter((suggestion) => suggestion.kind === 'topic')
  const papers = offer.suggestions.filter((suggestion) => suggestion.kind === 'paper')
  const groups = [
    group('Topics', topics.map(topicOption)),
    group('Papers', papers.map(paperOption)),
    offer.papersOnly ? null : allResults(offer),
  ].filter((made) => made !== null)
  const options = groups.flatMap((made) =>
    made.matches('[role="option"]') ? [made] : [...made.querySelectorAll('[role="option"]')],
  )
  options.forEach((made, index) => {
    made.id = `${prefix}-${index}`
  })
  return groups
}

/** `2 topics, 5 papers`, as a screen reader is told. */
export function describeOffer(suggestions: Suggestion[]): string {
  const topics = suggestions.filter(({ kind }) => kind === 'topic').length
  const papers = suggestions.length - topics
  const parts = [
    topics > 0 ? counted(topics, 'topic') : null,
    papers > 0 ? counted(papers, 'paper') : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? `${parts.join(', ')} suggested` : 'No suggestions'
}

function group(name: string, options: HTMLElement[]): HTMLElement | null {
  if (options.length === 0) return null
  return element(
    'div',
    { role: 'group', 'aria-label': name },
    element('div', { class: 'group-name', 'aria-hidden': 'true' }, name),
    ...options,
  )
}

// A link can be opened in a new tab; out of the tab order it is an option like any other.
function option(path: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return element(
    'a',
    { role: 'option', 'aria-selected': 'false', tabindex: -1, href: siteHref(path) },
    ...children,
  )
}

function topicOption(topic: Suggestion & { kind: 'topic' }): HTMLElement {
  return option(
    topicPath(topic.id),
    element('span', {}, ...markedText(topic.label, topic.marks)),
    element('span', { class: 'count' }, counted(topic.count, 'paper')),
  )
}

function paperOption(paper: Suggestion & { kind: 'paper' }): HTMLElement {
  return option(
    paperPath(paper.id),
    element('span', { class: 'title' }, ...markedText(paper.title, paper.marks)),
  )
}

function allResults({ text, total }: Offer): HTMLElement {
  const made = option(queryPath(text), element('span', {}, `All results for “${text}”`))
  if (total !== null) made.append(element('span', { class: 'count' }, counted(total, 'paper')))
  made.classList.add('all')
  return made
}
