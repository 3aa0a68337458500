import { letterOf } from '../compare/comparison.ts'
import type { Paper } from '../shared/model.ts'
import { inListings, listingsOf, statedDate } from '../shared/paper-facts.ts'
import { paperPath } from '../shared/paths.ts'
import { RESOURCE_LABELS } from '../shared/resource-labels.ts'
import { element, spine } from './elements.ts'
import { siteHref } from './site-href.ts'

/** What the reader may do with a paper of the table. */
interface TableActions {
  remove(paper: Paper): void
  /** Puts it before the paper that is before it. */
  swap(paper: Paper): void
}

/** Sentences of an abstract that stand open. */
const SENTENCES_SHOWN = 2

type Child = Node | string

/**
 * A table with a column a paper. Its roles are written out, because on a narrow screen its rows are laid out as
 * blocks, which would take the roles away.
 */
export function comparisonTable(
  papers: Paper[],
  huesOf: (paper: Paper) => number[],
  actions: TableActions,
): HTMLElement {
  const heads = papers.map((paper, place) =>
    element(
      'th',
      { scope: 'col', role: 'columnheader' },
      spine(huesOf(paper)),
      head(paper, place, actions),
    ),
  )
  const table = element(
    'table',
    { class: 'compared', role: 'table' },
    element('caption', { class: 'sr-only' }, 'Facts and abstracts'),
    element(
      'thead',
      { role: 'rowgroup' },
      element('tr', { role: 'row' }, element('td', { role: 'cell' }), ...heads),
    ),
    element('tbody', { role: 'rowgroup' }, ...rowsOf(papers)),
  )
  unfoldTogether(table)
  return table
}

function head(paper: Paper, place: number, { remove, swap }: TableActions): HTMLElement {
  const { id, title } = paper
  const other = letterOf(place - 1)
  const buttons = [
    button('Remove', `Remove ${title}`, () => remove(paper)),
    ...(place > 0
      ? [button(`Swap with ${other}`, `Swap with ${other}: ${title}`, () => swap(paper))]
      : []),
  ]
  return element(
    'div',
    {},
    element('span', { class: 'letter' }, letterOf(place)),
    element('a', { href: siteHref(paperPath(id)), class: 'title', 'data-paper': id }, title),
    element('span', { class: 'actions no-print' }, ...buttons),
  )
}

function rowsOf(papers: Paper[]): HTMLElement[] {
  const facts: [name: string, of: (paper: Paper) => Child | null, missing?: string][] = [
    ['Date', dateOf],
    ['Authors', authorsOf],
    ['Organisation', ({ organization }) => organization?.name ?? null],
    ['Comments', ({ comments }) => comments?.toString() ?? null],
    ['Listed', (paper) => inListings(listingsOf(paper).length)],
    ['Resources', resourcesOf, 'none in the abstract'],
    ['Abstract', abstractOf],
  ]
  return facts
    .map(([name, of, missing]) => row(name, papers.map(of), missing))
    .filter((made) => made !== null)
}

/** Abstracts that stand side by side are read together. */
function unfoldTogether(table: HTMLElement): void {
  const all = [...table.querySelectorAll('details')]
  for (const details of all)
    details.addEventListener('toggle', () => {
      const isBeside = (other: HTMLElement) =>
        topOfCell(other) === topOfCell(details) && other !== details
      for (const other of all.filter(isBeside)) other.open = details.open
    })
}

function topOfCell(node: HTMLElement): number | undefined {
  return node.closest('td')?.getBoundingClientRect().top
}

/** A row of values; null if no paper has one. */
function row(
  name: string,
  values: (Child | null)[],
  missing = 'not in the source',
): HTMLElement | null {
  if (values.every((value) => value === null)) return null
  return element(
    'tr',
    { role: 'row' },
    element('th', { scope: 'row', role: 'rowheader' }, name),
    ...values.map((value, place) =>
      element('td', { role: 'cell', 'data-letter': letterOf(place) }, value ?? absent(missing)),
    ),
  )
}

function dateOf({ date }: Paper): string | null {
  return date && statedDate(date.value, date.yearInferred)
}

function authorsOf({ authorCount }: Paper): Child {
  return authorCount === null
    ? absent('not in the source')
    : element('span', {}, String(authorCount), absent(', names not in the source'))
}

function resourcesOf({ resources }: Paper): Child | null {
  if (resources.length === 0) return null
  return element(
    'ul',
    {},
    ...resources.map(({ url, kind }) =>
      element(
        'li',
        {},
        `${RESOURCE_LABELS[kind]}: `,
        element('a', { href: url, rel: 'noopener nofollow ugc' }, url.replace(/^https?:\/\//, '')),
      ),
    ),
  )
}

/** Its first sentences; the others are unfolded. */
function abstractOf({ abstract, sentences }: Paper): Child {
  const shown = sentences[Math.min(SENTENCES_SHOWN, sentences.length) - 1]?.end ?? abstract.length
  const opening = element('p', {}, abstract.slice(0, shown))
  if (sentences.length <= SENTENCES_SHOWN) return opening
  return element(
    'div',
    {},
    opening,
    element(
      'details',
      {},
      element('summary', {}, 'Full abstract'),
      element('p', {}, abstract.slice(shown).trim()),
    ),
  )
}

function absent(text: string): HTMLElement {
  return element('span', { class: 'absent' }, text)
}

function button(text: string, label: string, onClick: () => void): HTMLElement {
  const made = element('button', { type: 'button', 'aria-label': label }, text)
  made.addEventListener('click', onClick)
  return made
}
