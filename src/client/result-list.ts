import { fitSnippet } from '../search/fit-snippet.ts'
import type { Answer, Match, Result, Snippet } from '../search/model.ts'
import { shortFacts } from '../shared/paper-facts.ts'
import { paperPath } from '../shared/paths.ts'
import { arrange, element, markedText, spine } from './elements.ts'
import { describeReasons } from './match-reasons.ts'
import { readingMark, showMarks, watchMarks } from './reading-mark.ts'
import { type RowRoom, rowRoom } from './row-room.ts'
import { siteHref } from './site-href.ts'

/** What there is surely room for in a line of a snippet, in characters, where the window is not the limit. */
const LINE_MOST = 80

const DIVIDERS: Record<Exclude<Match, 'all'>, string> = {
  fuzzy: 'Close in spelling',
  some: 'These match only some of your words',
}

/** The same of one paper, after “Matches”. */
const IN_ITSELF: typeof DIVIDERS = { fuzzy: 'closely in spelling', some: 'only some of your words' }

/** How the kinds of match are told: by dividers, by each paper of itself, or not, where more is to come. */
type Telling = 'apart' | 'each' | 'never'

interface Item {
  node: HTMLLIElement
  link: HTMLAnchorElement
  paraphrase: HTMLElement
  snippet: HTMLElement
  facts: HTMLElement
  why: HTMLElement
  result: Result
  passages: Snippet | null
  /** What is shown, so that the same need not be drawn again at each letter. */
  shown: string
}

export interface ResultList {
  /**
   * Shows a page of results; the papers that were there keep their elements. While a reader types at the top of
   * the page, the first ones are shown at once and the others by `showRest`.
   */
  show(answer: Answer, has: { isTyping: boolean; isFinal: boolean }): void
  /**
   * Shows it all, but papers that a reader sees stay where they are, those too that belong to another page by now, or
   * that are shut out, which is said. Whether the rows are others for it.
   */
  showInPlace(answer: Answer, shutOut: string[]): boolean
  showRest(): void
  showSnippets(snippets: Snippet[]): void
  clear(): void
}

/** Rows are higher than this, in CSS pixels, so that what is shown at first is more than the window. */
const ROW_LEAST = 160
/** What stands beside the text of a row, in em of the page: the spine, and where it is wide the mark of the reading list. */
const SPINE_EM = 1.5
const MARK_EM = 2.75
/** Scrolled less than this, a reader sees none but the first rows. */
const TOP = 200

export function resultList(list: HTMLOListElement): ResultList {
  let items = new Map<string, Item>()
  let rest: (() => void) | null = null
  let isAtTop = true
  let rowsAtFirst = 0
  let row = { width: 0, isNarrow: false }
  // Asked for in the middle of changes, either would cost a layout.
  const measure = () => {
    isAtTop = scrollY < TOP
    rowsAtFirst = Math.ceil(innerHeight / ROW_LEAST)
    row = measureRow(list)
  }
  measure()
  addEventListener('scroll', measure, { passive: true })
  addEventListener('resize', () => {
    const { width } = row
    measure()
    if (row.width !== width) for (const item of items.values()) fillPassages(item)
  })
  watchMarks()

  function place(results: Result[], telling: Telling): void {
    const shown = new Map<string, Item>()
    const rows: Node[] = []
    let match: Match = 'all'
    for (const result of results) {
      if (telling === 'apart' && result.match !== match && result.match !== 'all')
        rows.push(element('li', { class: 'divider' }, DIVIDERS[result.match]))
      match = result.match
      const item = items.get(result.id) ?? newItem(result)
      fill(item, result, telling)
      shown.set(result.id, item)
      rows.push(item.node)
    }
    items = shown
    arrange(list, rows)
    showMarks(list)
  }

  function fillPassages({ why, paraphrase, snippet, passages }: Item): void {
    if (!passages) return
    const room = rowRoom(why.textContent.length, {
      ...row,
      hasParaphrase: Boolean(passages.paraphrase),
    })
    paraphrase.replaceChildren(...paraphraseText(passages))
    paraphrase.dataset.lines = String(room.paraphrase)
    snippet.replaceChildren(...snippetText(passages, room))
    snippet.dataset.lines = String(room.snippet)
  }

  return {
    show({ results, total, isQuestion }, { isTyping, isFinal }) {
      const telling = !isFinal ? 'never' : isQuestion ? 'each' : 'apart'
      const isPartly = isTyping && isAtTop && results.length > rowsAtFirst
      place(isPartly ? results.slice(0, rowsAtFirst) : results, telling)
      rest = isPartly ? () => place(results, telling) : null
      list.dataset.total = String(total)
    },
    showInPlace({ results, total }, shutOut) {
      const byId = new Map(results.map((result) => [result.id, result]))
      // What is in view stands where it stood, and the others follow in their order.
      const ids = [...new Set([...papersAbove(list, innerHeight), ...byId.keys()])]
      const shown = ids.flatMap((id) => byId.get(id) ?? items.get(id)?.result ?? [])
      // A divider would move what is below it.
      place(shown, 'each')
      for (const id of shutOut) {
        const item = items.get(id)
        if (item) tellShutOut(item)
        // Should it be a result again, it gets a new row.
        items.delete(id)
      }
      rest = null
      list.dataset.total = String(total)
      return shown.some(({ id }, at) => id !== results[at]?.id)
    },
    showRest() {
      rest?.()
      rest = null
    },
    showSnippets(snippets) {
      for (const snippet of snippets) {
        const item = items.get(snippet.id)
        if (!item) continue
        item.passages = snippet
        fillPassages(item)
      }
    },
    clear() {
      items = new Map()
      rest = null
      arrange(list, [])
      list.dataset.total = '0'
    },
  }
}

/** Papers of which something stands above a line of the window, in CSS pixels from its top. */
function papersAbove(list: HTMLOListElement, line: number): string[] {
  return [...list.querySelectorAll<HTMLElement>('[data-paper]')]
    .filter((row) => row.getBoundingClientRect().top < line)
    .map((row) => row.dataset.paper!)
}

function newItem(result: Result): Item {
  const { id, title } = result
  const link = element('a', { href: siteHref(paperPath(id)), 'data-title': true })
  const paraphrase = element('p', { class: 'paraphrase' })
  const snippet = element('p', { class: 'snippet' })
  const facts = element('div', { class: 'in-short' })
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
      element('div', { class: 'room' }, why, paraphrase, snippet),
    ),
  )
  return { node, link, paraphrase, snippet, facts, why, result, passages: null, shown: '' }
}

function fill(item: Item, result: Result, telling: Telling): void {
  const shown = JSON.stringify([result, telling])
  if (item.shown === shown) return
  item.shown = shown
  item.result = result
  const { node, link, facts, why } = item
  node.dataset.match = result.match
  node.firstElementChild?.replaceWith(spine(result.hues))
  link.replaceChildren(...markedText(result.title, result.titleMarks))
  facts.replaceChildren(...inShort(result))
  facts.hidden = facts.childElementCount === 0
  const reasons = describeReasons(result.reasons)
  if (telling === 'each' && result.match !== 'all') reasons.unshift(IN_ITSELF[result.match])
  why.replaceChildren(...whyMatched(reasons))
}

/** The row stays, but is that of no result. */
function tellShutOut({ node, link, why, result }: Item): void {
  node.className = 'shut-out'
  delete node.dataset.paper
  delete node.dataset.match
  link.textContent = result.title
  why.textContent = 'No match, now that abstracts are searched'
}

/** Topics and short facts as in other lists; only what the source states. */
function inShort(result: Result): HTMLElement[] {
  return [
    result.topics.map(({ label, hue }) => element('li', { class: `topic hue-${hue}` }, label)),
    shortFacts({ ...result, organization: result.org }).map((fact) => element('li', {}, fact)),
  ]
    .filter((items) => items.length > 0)
    .map((items) => element('ul', { class: 'facts facts-small' }, ...items))
}

function whyMatched(reasons: string[]): string[] {
  if (reasons.length === 0) return []
  return [`Matches ${reasons.join(' · ')}`]
}

function paraphraseText({ paraphrase }: Snippet): (string | HTMLElement)[] {
  return paraphrase
    ? ['In other words: “', ...markedText(paraphrase.text, paraphrase.marks), '”']
    : []
}

/** How wide the text below a title is, in em of the page. */
function measureRow(list: HTMLElement): { width: number; isNarrow: boolean } {
  const isNarrow = matchMedia('(width < 40rem)').matches
  const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return { width: list.clientWidth / em - (isNarrow ? SPINE_EM : SPINE_EM + MARK_EM), isNarrow }
}

function snippetText(
  snippet: Snippet,
  { snippet: lines, characters }: RowRoom,
): (string | HTMLElement)[] {
  if (lines === 0) return []
  const { text, marks, cutBefore, cutAfter } = fitSnippet(
    snippet,
    lines * Math.min(characters, LINE_MOST),
  )
  return [cutBefore ? '… ' : '', ...markedText(text, marks), cutAfter ? '\u00a0…' : '']
}
