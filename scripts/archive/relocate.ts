import { type DefaultTreeAdapterTypes, parse, type Token } from 'parse5'

/** Attributes of elements that hold one address each. */
const ADDRESSES = new Set([
  'action',
  'data-addresses',
  'data-base',
  'data-search-folder',
  'data-source',
  'data-url',
  'href',
  'src',
])

interface Place {
  /** Path under which the site was built, with leading and trailing slash. */
  base: string
  /** File of the page in the site, such as `papers/x/index.html`. */
  file: string
}

/**
 * A built page whose addresses on the site are relative, so that it works at any address of any server. It asks for no
 * HTTPS, which such a server may not have, and for no service worker. All else stays, letter by letter.
 */
export function relocatePage(html: string, place: Place): string {
  const edits: Edit[] = []
  // With script what stands in noscript would be text.
  const page = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  collectEdits(page, place, edits)
  let relocated = ''
  let end = 0
  for (const { start, stop, text } of edits.sort((a, b) => a.start - b.start)) {
    relocated += html.slice(end, start) + text
    end = stop
  }
  return relocated + html.slice(end)
}

/** A built style sheet whose addresses on the site are relative. */
export function relocateStyles(css: string, place: Place): string {
  return css.replace(
    /url\((["']?)([^"')]+)\1\)/g,
    (_, quote: string, address: string) => `url(${quote}${relative(address, place)}${quote})`,
  )
}

interface Edit {
  start: number
  stop: number
  text: string
}

type Node = DefaultTreeAdapterTypes.Node

function collectEdits(node: Node, place: Place, edits: Edit[]): void {
  if ('tagName' in node)
    for (const attribute of node.attrs) {
      const { name, value } = attribute
      const location = node.sourceCodeLocation?.attrs?.[name]
      const changed = relocateAttribute(node, attribute, place)
      if (!location || changed === value) continue
      const { startOffset, endOffset } = location
      edits.push(
        changed === null
          ? // With the space before it.
            { start: startOffset - 1, stop: endOffset, text: '' }
          : { start: startOffset, stop: endOffset, text: `${name}="${escapeValue(changed)}"` },
      )
    }
  if ('content' in node) collectEdits(node.content, place, edits)
  if ('childNodes' in node) for (const child of node.childNodes) collectEdits(child, place, edits)
}

/** The value that an attribute has in the archive; null if it has none there. */
function relocateAttribute(
  { tagName, attrs }: DefaultTreeAdapterTypes.Element,
  { name, value }: Token.Attribute,
  place: Place,
): string | null {
  if (name === 'data-worker') return null
  if (ADDRESSES.has(name)) return relative(value, place)
  if (tagName !== 'meta' || name !== 'content') return value
  const equivalent = attrs.find((other) => other.name === 'http-equiv')?.value.toLowerCase()
  if (equivalent === 'refresh')
    return value.replace(/(?<=url=).*/i, (address) => relative(address, place))
  return value
}

function relative(address: string, { base, file }: Place): string {
  if (!address.startsWith(base) || address.startsWith('//')) return address
  const up = '../'.repeat(file.split('/').length - 1)
  return `${up || './'}${address.slice(base.length)}`
}

function escapeValue(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
