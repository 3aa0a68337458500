import { byCodeUnit } from '../shared/code-unit-order.ts'

type Order = (a: HTMLElement, b: HTMLElement) => number

// Papers without a date come last either way: the source does not say where they belong.
const newest: Order = (a, b) => byCodeUnit(b.dataset.date ?? '', a.dataset.date ?? '')
const orders: Record<string, Order> = {
  newest,
  oldest: (a, b) => {
    const [dateA, dateB] = [a.dataset.date ?? '', b.dataset.date ?? '']
    return dateA && dateB ? byCodeUnit(dateA, dateB) : newest(a, b)
  },
  title: (a, b) => byCodeUnit(a.dataset.titleKey ?? '', b.dataset.titleKey ?? ''),
  comments: (a, b) => Number(b.dataset.comments) - Number(a.dataset.comments),
}

/** Sorts the list inside the element named by `data-target`, and back. */
class SortPapers extends HTMLElement {
  connectedCallback() {
    const list = document.getElementById(this.dataset.target ?? '')?.querySelector('ol')
    const select = this.querySelector('select')
    if (!list || !select) return
    const filed = [...list.children] as HTMLElement[]
    const sort = () => {
      const order = orders[select.value]
      list.append(...(order ? [...filed].sort(order) : filed))
    }
    select.addEventListener('change', sort)
    // A browser that goes back to the page restores the choice, and only before this event.
    addEventListener('pageshow', () => {
      if (select.value !== 'filed') sort()
    })
  }
}

customElements.define('sort-papers', SortPapers)
