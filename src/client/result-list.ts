import type { Answer, Match, Result, Snippet, Sort } from '../search/model.ts'
import { counted, formatDate, groupDigits } from '../shared/facts.ts'
import { paperPath } from '../shared/paths.ts'
import { arrange, element, markedText, spine } from './elements.ts'
import { describeReasons } from './match-reasons.ts'
import { readingMark, showMarks, watchMarks } from './reading-mark.ts'
import { siteHref } from './site-href.ts'

const DIVIDERS: Record<Exclude<Match, 'all'>, string> = {
  fuzzy: 'Close in spelling',
  some: 'These match only some of your words',
}

/** The same of one paper, after “Matches”. */
const IN_ITSELF: typeof DIVIDERS = { fuzzy: 'closely in spelling', some: 'only some of your words' }

interface Item {
  node: HTMLLIElement
  link: HTMLAnchorElement
  snippet: HTMLElement
  facts: HTMLElement
  why: HTMLElement
  /** What is shown, so that the same need not be drawn again at each letter. */
  shown: string
}

export interface ResultList {
  /**
   * Shows a page of results; the papers that were there keep their elements. While a reader types, those at the top
   * are painted first and the others in the next frame, if no other answer has come.
   */
  show(answer: Answer, sort: Sort, isTyping: boolean): void
  showSnippets(snippets: Snippet[]): void
  clear(): void
}

/** As many rows as fill a screen and more, so that near the top of the page a reader never sees its end move. */
const ROWS_AT_FIRST = 8
const TOP = 200

export function resultList(list: HTMLOListElement): ResultList {
  let items = new Map<string, Item>()
  let later = 0
  watchMarks()

  function place(rows: Node[]): void {
    arrange(list, rows)
    showMarks(list)
  }

  return {
    show({ results, total }, sort, isTyping) {
      const shown = new Map<string, Item>()
      const rows: Node[] = []
      let match: Match = 'all'
      for (const result of results) {
        // In another order than by relevance the kinds of match are mixed, so each paper says its own.
        if (sort === 'relevance' && result.match !== match && result.match !== 'all')
          rows.push(element('li', { class: 'divider' }, DIVIDERS[result.match]))
        match = result.match
        const item = items.get(result.id) ?? newItem(result.id, result.title)
        fill(item, result, sort)
        shown.set(result.id, item)
        rows.push(item.node)
      }
      items = shown
      cancelAnimationFrame(later)
      if (isTyping && scrollY < TOP && rows.length > ROWS_AT_FIRST) {
        place(rows.slice(0, ROWS_AT_FIRST))
        later = requestAnimationFrame(() => {
          later = requestAnimationFrame(() => place(rows))
        })
      } else place(rows)
      list.dataset.total = String(total)
    },
    showSnippets(snippets) {
      for (const snippet of snippets) {
        const item = items.get(snippet.id)
        if (item) item.snippet.replaceChildren(...snippetText(snippet))
      }
    },
    clear() {
      items = new Map()
      cancelAnimationFrame(later)
      arrange(list, [])
      list.dataset.total = '0'
    },
  }
}

function newItem(id: string, title: string): Item {
  const link = element('a', { href: siteHref(paperPath(id)), 'data-title': true })
  const snippet = element('p', { class: 'snippet' })
  const facts = element('ul', { class: 'facts facts-small' })
  const why = element('p', { class: 'why' })
  const node = element(
    'li',
    { 'data-paper': id },
    spine([]),
    element(
      'div',
      { 'data-keep': id },
      element('h3', {}, link),
      readingMark(id, title),
      facts,
      element('div', { class: 'room' }, why, snippet),
    ),
  )
  return { node, link, snippet, facts, why, shown: '' }
}

function fill(item: Item, result: Result, sort: Sort): void {
  const shown = JSON.stringify([result, sort])
  if (item.shown === shown) return
  item.shown = shown
  const { node, link, facts, why } = item
  node.dataset.match = result.match
  node.firstElementChild?.replaceWith(spine(result.hues))
  link.replaceChildren(...markedText(result.title, result.titleMarks))
  facts.replaceChildren(...resultFacts(result).map((fact) => element('li', {}, fact)))
  facts.hidden = facts.childElementCount === 0
  const reasons = describeReasons(result.reasons)
  if (sort !== 'relevance' && result.match !== 'all') reasons.unshift(IN_ITSELF[result.match])
  why.replaceChildren(...whyMatched(reasons))
}

/** Short facts in the order of other lists; only what the source states. */
function resultFacts(result: Result): (string | HTMLElement)[] {
  return [
    result.date && formatDate(result.date) + (result.yearInferred ? ', year inferred' : ''),
    result.authorCount === null ? null : counted(result.authorCount, 'author'),
    result.org,
    result.comments === null ? null : counted(result.comments, 'comment'),
    result.sightings > 1 ? `listed ${groupDigits(result.sightings)} times` : null,
    ...result.topics.map(({ label, hue }) => element('span', { class: `hue-${hue} topic` }, label)),
  ].filter((fact) => fact !== null)
}

function whyMatched(reasons: string[]): string[] {
  if (reasons.length === 0) return []
  return [`Matches ${reasons.join(' · ')}`]
}

function snippetText({ text, marks, cutBefore, cutAfter }: Snippet): (string | HTMLElement)[] {
  return [cutBefore ? '… ' : '', ...markedText(text, marks), cutAfter ? ' …' : '']
}
