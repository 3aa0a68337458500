import type { Span } from '../shared/model.ts'
import { cutSegments } from '../shared/segments.ts'

type Child = Node | string | null
type Attributes = Readonly<Record<string, string | number | boolean | null>>

/** A new element. `true` sets an empty attribute; `false` and `null` leave it out, children too. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== null) made.setAttribute(name, value === true ? '' : `${value}`)
  made.append(...children.filter((child) => child !== null))
  return made
}

/** Text with its marked ranges in `<mark>`. */
export function markedText(text: string, marks: Span[]): (HTMLElement | string)[] {
  return cutSegments(text, marks).map((segment) =>
    segment.marks.length > 0 ? element('mark', {}, segment.text) : segment.text,
  )
}

/** The spine of a paper, as in `Spine.astro`. */
export function spine(hues: number[]): HTMLElement {
  const bands = (hues.length > 0 ? hues : [0]).map((hue) => element('i', { class: `hue-${hue}` }))
  return element('span', { class: 'spine', 'aria-hidden': 'true' }, ...bands)
}

/**
 * Makes `children` the children of `parent`. Nodes that stay are not made anew, and focus stays
 * with them even when they move.
 */
export function arrange(parent: Element, children: Node[]): void {
  const focused = document.activeElement
  const kept = new Set(children)
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove()
  children.forEach((child, index) => {
    const there = parent.childNodes[index]
    if (there !== child) parent.insertBefore(child, there ?? null)
  })
  // A node that is moved loses the focus on the way.
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected)
    focused.focus({ preventScroll: true })
}

/** The element with `data-part="name"` below `root`; the page's template must have it. */
export function part<T extends HTMLElement>(root: ParentNode, name: string): T {
  const found = root.querySelector<T>(`[data-part="${name}"]`)
  if (!found) throw new Error(`The page has no part "${name}".`)
  return found
}

/** Sets a text only if it differs, since setting the same makes the browser lay out all the same. */
export function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text
}
