import { STATE_LABELS } from '../formats/reading-list-text.ts'
import type { Catalogue } from '../reading-list/catalogue.ts'
import { type Entry, READ_STATES, type ReadState } from '../reading-list/model.ts'
import { statedDate } from '../shared/paper-facts.ts'
import { paperPath } from '../shared/paths.ts'
import { arrange, element, setText, spine } from './elements.ts'
import { siteHref } from './site-href.ts'

/** What a reader does to an entry. */
interface ItemActions {
  setState(id: string, state: ReadState): void
  setNote(id: string, note: string): void
  /** By places, towards the end if positive. */
  move(id: string, places: number): void
  remove(id: string): void
}

export interface ReadingItems {
  /** Shows the entries; those that were there keep their elements, and with them focus and open notes. */
  show(entries: readonly Entry[], catalogue: Catalogue, canMove: boolean): void
}

interface Item {
  node: HTMLLIElement
  link: HTMLAnchorElement
  fact: HTMLElement
  state: HTMLSelectElement
  moves: HTMLButtonElement[]
  remove: HTMLButtonElement
  fold: HTMLDetailsElement
  note: HTMLTextAreaElement
}

export function readingItems(list: HTMLOListElement, actions: ItemActions): ReadingItems {
  let items = new Map<string, Item>()
  return {
    show(entries, catalogue, canMove) {
      const shown = new Map(
        entries.map((entry) => [entry.id, items.get(entry.id) ?? newItem(entry, actions)]),
      )
      entries.forEach((entry, index) => {
        const item = shown.get(entry.id)!
        fill(item, entry, catalogue)
        const [up, down] = item.moves
        // A button that can't be used keeps the focus, so that a key pressed once too often does no harm.
        up?.setAttribute('aria-disabled', String(index === 0))
        down?.setAttribute('aria-disabled', String(index === entries.length - 1))
        for (const move of item.moves) move.hidden = !canMove
      })
      items = shown
      arrange(
        list,
        [...shown.values()].map(({ node }) => node),
      )
    },
  }
}

function newItem({ id, note: firstNote }: Entry, actions: ItemActions): Item {
  const link = element('a', { href: siteHref(paperPath(id)), 'data-title': true })
  const fact = element('p', { class: 'fact' })
  const state = element(
    'select',
    {},
    ...READ_STATES.map((value) => element('option', { value }, STATE_LABELS[value])),
  )
  const button = (text: string) => element('button', { type: 'button', class: 'action' }, text)
  const moves = [button('↑'), button('↓')]
  const remove = button('Remove')
  const note = element('textarea', { rows: 3 })
  const fold = element(
    'details',
    { class: 'note', open: firstNote !== '' },
    element('summary', {}, 'Note'),
    note,
  )
  const node = element(
    'li',
    { 'data-entry': id },
    spine([]),
    element(
      'div',
      {},
      element('h3', {}, link),
      fact,
      element('div', { class: 'actions no-print' }, state, ...moves, remove),
      fold,
    ),
  )
  state.addEventListener('change', () => actions.setState(id, state.value as ReadState))
  note.addEventListener('input', () => actions.setNote(id, note.value))
  remove.addEventListener('click', () => actions.remove(id))
  moves.forEach((move, index) => {
    const places = index === 0 ? -1 : 1
    move.addEventListener('click', () => {
      if (move.ariaDisabled !== 'true') actions.move(id, places)
    })
  })
  node.addEventListener('keydown', (event) => {
    const places = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    // Both keys mean something else in a field.
    if (!places || !event.altKey || event.target === note || event.target === state) return
    if (moves[0]?.hidden) return
    event.preventDefault()
    actions.move(id, places)
  })
  return { node, link, fact, state, moves, remove, fold, note }
}

function fill(item: Item, entry: Entry, catalogue: Catalogue): void {
  const { node, link, fact, state, moves, remove, fold, note } = item
  const paper = catalogue.papers.get(entry.id)
  const title = entry.title || entry.id
  setText(link, title)
  setText(fact, factOf(entry, catalogue))
  fact.hidden = fact.textContent === ''
  node.firstElementChild?.replaceWith(spine(paper?.hues ?? []))
  node.dataset.state = entry.state
  state.value = entry.state
  state.ariaLabel = `State of ${title}`
  for (const [index, move] of moves.entries())
    move.ariaLabel = `Move ${index === 0 ? 'up' : 'down'}: ${title}`
  remove.ariaLabel = `Remove ${title}`
  note.ariaLabel = `Note on ${title}`
  // What is being typed is newer than what was stored a moment ago.
  if (document.activeElement !== note && note.value !== entry.note) {
    note.value = entry.note
    if (entry.note !== '') fold.open = true
  }
}

function factOf({ id }: Entry, { covers, papers, gone }: Catalogue): string {
  const paper = papers.get(id)
  if (paper?.date) return statedDate(paper.date, paper.yearInferred)
  if (paper || !covers(id)) return ''
  return gone.has(id) ? 'Withdrawn from the site.' : 'Not among the papers on the site today.'
}
