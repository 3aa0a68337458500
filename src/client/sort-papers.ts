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

/** Sorts each list inside the element named by `data-target`, and back. */
class SortPapers extends HTMLElement {
  connectedCallback() {
    const target = document.getElementById(this.dataset.target ?? '')
    const select = this.querySelector('select')
    if (!target || !select) return
    const lists = [...target.querySelectorAll('ol')].map((list) => ({
      list,
      filed: [...list.children] as HTMLElement[],
    }))
    const sort = () => {
      const order = orders[select.value]
      for (const { list, filed } of lists) list.append(...(order ? [...filed].sort(order) : filed))
    }
    select.addEventListener('change', sort)
    // A browser that goes back to the page restores the choice, and only before this event.
    addEventListener('pageshow', () => {
      if (select.value !== 'filed') sort()
    })
  }
}

customElements.define('sort-papers', SortPapers)
