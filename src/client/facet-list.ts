import type { Facet, FacetName, FacetValue } from '../search/model.ts'
import { groupDigits } from '../shared/facts.ts'
import { arrange, element, setText } from './elements.ts'

/** Names of the facets for the reader. */
export const FACET_LABELS: Record<FacetName, string> = {
  topic: 'Topic',
  area: 'Area',
  year: 'Year',
  listing: 'Listing',
  resource: 'Resource',
  org: 'Organisation',
}

/** Further words beside a facet's name. */
const NOTES: Partial<Record<FacetName, string>> = { topic: ', mainly about' }

/** Values shown before “Show all”. One more is shown rather than a button for it alone. */
const AT_FIRST = 7

export interface FacetList {
  show(facets: Facet[]): void
}

type OnToggle = (name: FacetName, value: string, isChosen: boolean) => void

/** Checkboxes with live counts. */
export function facetList(root: HTMLElement, onToggle: OnToggle): FacetList {
  const groups = new Map<FacetName, FacetGroup>()
  return {
    show(facets) {
      const shown = facets.filter(({ values }) => values.length > 0)
      arrange(
        root,
        shown.map((facet) => {
          const group = groups.get(facet.name) ?? facetGroup(facet.name, onToggle)
          groups.set(facet.name, group)
          group.show(facet.values)
          return group.node
        }),
      )
    },
  }
}

interface FacetGroup {
  node: HTMLFieldSetElement
  show(values: FacetValue[]): void
}

function facetGroup(name: FacetName, onToggle: OnToggle): FacetGroup {
  const rows = new Map<string, FacetRow>()
  const list = element('ul', {})
  const more = element('button', { type: 'button' })
  const node = element(
    'fieldset',
    {},
    element('legend', {}, FACET_LABELS[name], element('span', {}, NOTES[name] ?? '')),
    list,
    more,
  )
  let values: FacetValue[] = []
  let isExpanded = false

  function draw(): void {
    const visible = isExpanded ? values : firstValues(values)
    arrange(
      list,
      visible.map((value) => {
        const row = rows.get(value.value) ?? facetRow(value.value)
        rows.set(value.value, row)
        row.show(value)
        return row.node
      }),
    )
    more.hidden = firstValues(values).length === values.length
    setText(more, isExpanded ? 'Show fewer' : `Show all ${groupDigits(values.length)}`)
    more.setAttribute('aria-expanded', String(isExpanded))
  }

  more.addEventListener('click', () => {
    isExpanded = !isExpanded
    draw()
  })
  node.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) onToggle(name, target.value, target.checked)
  })
  return {
    node,
    show(next) {
      values = next
      draw()
    },
  }
}

/** The first few, and what is chosen wherever it stands. */
function firstValues(values: FacetValue[]): FacetValue[] {
  if (values.length <= AT_FIRST + 1) return values
  return values.filter(({ chosen }, index) => index < AT_FIRST || chosen)
}

interface FacetRow {
  node: HTMLLIElement
  show(value: FacetValue): void
}

function facetRow(value: string): FacetRow {
  const box = element('input', { type: 'checkbox', value })
  const label = element('span', {})
  const count = element('span', { class: 'count' })
  const node = element('li', {}, element('label', {}, box, label, count))
  return {
    node,
    show(shown) {
      box.checked = shown.chosen
      setText(label, shown.label)
      setText(count, groupDigits(shown.count))
    },
  }
}
