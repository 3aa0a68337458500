import { byCodeUnit } from '../shared/code-unit-order.ts'
import { element } from './elements.ts'

export type SortKind = 'text' | 'number'
export type SortDirection = 'ascending' | 'descending'

/** Orders two values of a column. Texts go by code unit; what is no number stands last either way. */
export function compareValues(
  a: string,
  b: string,
  kind: SortKind,
  direction: SortDirection,
): number {
  const sign = direction === 'ascending' ? 1 : -1
  if (kind === 'text') return sign * byCodeUnit(a, b)
  const [x, y] = [numberIn(a), numberIn(b)]
  if (x === null || y === null) return Number(x === null) - Number(y === null)
  return sign * (x - y)
}

function numberIn(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isNaN(value) ? null : value
}

/**
 * Makes buttons of the headers with `data-sort` (the sortable table of the ARIA Authoring Practices). A cell is worth
 * its `data-value`, or else its text. A column of numbers is first sorted from the largest, one of texts from A; rows
 * that are worth the same keep the order they have. `sort` sorts again after values changed.
 */
export function makeSortable(table: HTMLTableElement): { sort: () => void } {
  const headers = [...(table.tHead?.rows[0]?.cells ?? [])]
  const body = table.tBodies[0] as HTMLTableSectionElement
  const sort = () => {
    const column = headers.findIndex((header) => header.hasAttribute('aria-sort'))
    const header = headers[column]
    if (!header) return
    const kind = header.dataset.sort as SortKind
    const direction = header.getAttribute('aria-sort') as SortDirection
    const worth = (row: HTMLTableRowElement) => {
      const cell = row.cells[column] as HTMLTableCellElement
      return cell.dataset.value ?? cell.textContent.trim()
    }
    const before = [...body.rows].map((row) => ({ row, value: worth(row) }))
    const after = [...before].sort((a, b) => compareValues(a.value, b.value, kind, direction))
    // To put rows where they are would have the page lay them all out again.
    if (after.every(({ row }, at) => row === before[at]?.row)) return
    body.append(...after.map(({ row }) => row))
  }
  for (const header of headers) {
    if (!header.dataset.sort) continue
    const first = header.dataset.sort === 'number' ? 'descending' : 'ascending'
    const button = element('button', { type: 'button' }, ...header.childNodes)
    button.addEventListener('click', () => {
      const before = header.getAttribute('aria-sort')
      for (const other of headers) other.removeAttribute('aria-sort')
      header.setAttribute('aria-sort', before === null ? first : reversed(before))
      sort()
    })
    header.append(button)
  }
  return { sort }
}

function reversed(direction: string): SortDirection {
  return direction === 'ascending' ? 'descending' : 'ascending'
}
