import { type Catalogue, settle } from '../reading-list/catalogue.ts'
import { hasEntry, type ReadingList } from '../reading-list/model.ts'
import { counted } from '../shared/facts.ts'
import { element, part } from './elements.ts'

/** Somebody's list, from a link or a file. */
interface Offer {
  heading: string
  list: ReadingList
}

export interface SharedOffer {
  /** Shows a list to choose from; nothing of it is in the reader's own list yet. */
  open(offer: Offer, mine: ReadingList, catalogue: Catalogue): void
  close(): void
}

/** The part of the page that shows another list; `onAdd` gets what the reader takes from it. */
export function sharedOffer(
  root: HTMLElement,
  onAdd: (entries: ReadingList) => void,
  onDismiss: () => void,
): SharedOffer {
  const papers = part(root, 'offer-papers')
  const add = part<HTMLButtonElement>(root, 'offer-add')
  const heading = part(root, 'offer-heading')
  let offered: ReadingList = []

  const boxes = () => [...papers.querySelectorAll('input')]
  const chosen = () => {
    const ids = new Set(boxes().flatMap((box) => (box.checked ? [box.value] : [])))
    return offered.filter(({ id }) => ids.has(id))
  }
  const count = () => {
    const { length } = chosen()
    add.textContent = length === 0 ? 'Add' : `Add ${counted(length, 'paper')}`
    add.disabled = length === 0
  }
  const all = (checked: boolean) => {
    for (const box of boxes()) box.checked = checked
    count()
  }
  papers.addEventListener('change', count)
  add.addEventListener('click', () => onAdd(chosen()))
  part(root, 'offer-all').addEventListener('click', () => all(true))
  part(root, 'offer-none').addEventListener('click', () => all(false))
  part(root, 'offer-dismiss').addEventListener('click', onDismiss)

  return {
    open(offer, mine, catalogue) {
      const list = settle(offer.list, catalogue)
      const known = list.filter(({ id }) => !catalogue.covers(id) || catalogue.papers.has(id))
      offered = known.filter(({ id }) => !hasEntry(mine, id))
      heading.textContent = offer.heading
      part(root, 'offer-text').textContent = describe(known, offered, list.length - known.length)
      papers.replaceChildren(...offered.map(choice))
      for (const name of ['offer-all', 'offer-none']) part(root, name).hidden = offered.length < 2
      add.hidden = offered.length === 0
      count()
      root.hidden = false
      heading.focus()
    },
    close() {
      root.hidden = true
    },
  }
}

function choice({ id, title, note }: ReadingList[number]): HTMLElement {
  const box = element('input', { type: 'checkbox', value: id, checked: true })
  return element(
    'li',
    {},
    element('label', {}, box, element('span', {}, title || id)),
    note === '' ? null : element('p', {}, note),
  )
}

function describe(known: ReadingList, offered: ReadingList, unknown: number): string {
  const there = known.length - offered.length
  return [
    `${counted(known.length, 'paper')}.`,
    there > 0
      ? `${there === known.length ? 'All' : there} of them ${there === 1 ? 'is' : 'are'} in your list already.`
      : '',
    unknown > 0
      ? `${counted(unknown, 'further id')} ${unknown === 1 ? 'matches' : 'match'} no paper on the site today.`
      : '',
    offered.length > 0 ? 'Your own list stays as it is until you add something.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
