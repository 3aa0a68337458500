import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** A file of a built site that is a page. */
export interface Page {
  /** Base-relative address, such as `/papers/` or `/404.html`. */
  path: string
  html: string
}

/** An element of a page with its attributes. */
export interface Element {
  tag: string
  attributes: ReadonlyMap<string, string>
  /** Text of the direct children. */
  text: string
}

/** A page with its elements in document order. */
export interface ParsedPage extends Page {
  elements: readonly Element[]
}

/** Names of all files below a built site, with `/`, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((name) => name.split(sep).join('/'))
    .sort()
}

/** All pages of a built site in the order of their file names. */
export function pagesOf(folder: string): Page[] {
  return filesOf(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({
      path: `/${name.replace(/(^|\/)index\.html$/, '$1')}`,
      html: readFileSync(join(folder, name), 'utf8'),
    }))
}

/** All pages of a built site with their elements. */
export function parsedPagesOf(folder: string): ParsedPage[] {
  return pagesOf(folder).map((page) => ({ ...page, elements: elementsOf(page.html) }))
}

/** All elements in document order, those in templates included. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = []
  collect(parse(html), found)
  return found
}

type Node = DefaultTreeAdapterTypes.Node

function collect(node: Node, found: Element[]): void {
  if ('tagName' in node) {
    const attributes = node.attrs.map(
      ({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value] as const,
    )
    const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
    found.push({ tag: node.tagName, attributes: new Map(attributes), text })
  }
  if ('content' in node) collect(node.content, found)
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, found)
}
