import { ownValue } from '../shared/own-value.ts'
import type { Clause, FilterClause, FilterField, Notice, Query, TextClause } from './model.ts'

const FILTERS: ReadonlySet<string> = new Set<FilterField>([
  'topic',
  'area',
  'listing',
  'org',
  'year',
  'has',
  'missing',
])
/** Of which a paper has one at most, so that several in brackets are alternatives. */
const SINGLE: ReadonlySet<string> = new Set<FilterField>(['org', 'year'])
const NO_AUTHORS = 'may ask for authors, whom the source does not name; it is searched as words.'
const ASKS_AUTHORS = /\bwho wrote\b|\b(?:papers?|articles?) (?:written )?by\b|\bauthors? of\b/i
const NO_IDS =
  'looks like the id of a paper elsewhere. The source gives no arXiv ids and no DOIs; its titles can be sought.'
const KNOWN = 'title, abstract, topic, area, listing, org, year, has and missing'
/** What a field is called elsewhere. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ti: 'title',
  intitle: 'title',
  abs: 'abstract',
  organization: 'org',
  organisation: 'org',
}
const HAS: ReadonlySet<string> = new Set(['code', 'data', 'model', 'project'])
const OTHER_RESOURCES: Readonly<Record<string, string>> = {
  dataset: 'data',
  datasets: 'data',
  models: 'model',
  repo: 'code',
  repository: 'code',
}
const MISSING: ReadonlySet<string> = new Set(['date', 'authors', 'org', 'resources'])

/**
 * A sign, a field, and a quoted or bare value; each part may be absent. A hyphen right after a phrase
 * ties a word to it, as in `"chain of thought"-based`, and excludes nothing.
 */
const PIECE =
  /(?<sign>[-−–－!]?)[([]*(?:(?:(?<field>\p{L}+)[:：]|(?<known>title|abstract|topic|area|listing|org|year|has|missing): +)(?=[(["“”„«»＂\p{L}\p{N}<>=.])[([]*)?(?:["“”„«»＂](?<quoted>[^"“”„«»＂]*)(?:["“”„«»＂][-−–－]*)?|(?<bare>[^\s"“”„«»＂]+))/gu

const OTHER_ID = /^(?:\d{4}\.\d{4,5}(?:v\d+)?|10\.\d{4,}\/.*)$|\b(?:arxiv|doi)\.org\//i

/** A bare value without a star, unless it is a name such as A*, and without brackets that were opened before it. */
function withoutSigns(bare: string): string {
  return bare.replace(/(?<![([].*)[)\]]+$|(?<=[\p{L}\p{N}]{2})\*$/u, '')
}

/**
 * Reads a query: words, "phrases", -word or NOT word, field:value, field:(value value), -(word word), and OR between two
 * of them. What a bracket leaves out is left out one by one, with OR or without. Any string is a query; what has no meaning
 * is ignored, and what seems meant otherwise is explained in a notice.
 */
export function parseQuery(text: string): Query {
  const groups: Clause[][] = []
  const notices: Notice[] = []
  let joins = false
  let negates = false
  /** The sign and field before a bracket that is still open. */
  let shared: Pick<Piece, 'sign' | 'field'> | null = null
  // A title in capitals may begin so.
  const isLoud = text === text.toUpperCase()
  const lastClosed = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'))
  for (const match of text.matchAll(PIECE)) {
    // Brackets group nothing, and a beginning needs no star.
    const bare = match.groups?.bare ?? ''
    const piece = match[0].slice(0, match[0].length - bare.length + withoutSigns(bare).length)
    const span = { start: match.index, end: match.index + piece.length }
    if (/^(?:OR|\|\|?)$/.test(piece)) {
      joins = groups.length > 0 && !shared?.sign
      continue
    }
    if (piece === 'NOT' && (groups.length > 0 || !isLoud)) {
      negates = true
      continue
    }
    const typed = match.groups as unknown as Piece
    const own = { ...typed, sign: negates ? '-' : typed.sign }
    negates = false
    const field = own.field ?? own.known
    const parts: Piece = {
      ...own,
      field: field ?? shared?.field,
      sign: own.sign || (shared?.sign ?? ''),
    }
    if (shared && !parts.sign && SINGLE.has(fieldNamed(parts.field ?? '')))
      joins = groups.length > 0
    const closes = /[)\]]\*?$/.test(bare) && bare !== withoutSigns(bare)
    const opens = field ? /[:：]\s*[([]/ : own.sign ? /^\P{L}?[([]/u : null
    if (closes) shared = null
    else if (opens?.test(match[0]) && lastClosed > match.index) shared = { sign: own.sign, field }
    const read = readPiece(parts, span)
    if (read.notice) notices.push({ ...span, message: read.notice })
    if (!read.clause && !read.notice) continue
    // A clause that is ignored keeps its place, so that OR does not reach past it.
    if (!joins) groups.push([])
    if (read.clause) groups.at(-1)?.push(read.clause)
    joins = false
  }
  const asked = ASKS_AUTHORS.exec(text)
  if (asked)
    notices.push({
      start: asked.index,
      end: asked.index + asked[0].length,
      message: NO_AUTHORS,
    })
  return { groups: groups.filter((group) => group.length > 0), notices }
}

interface Piece {
  sign: string
  field: string | undefined
  /** A field with blanks after its colon. */
  known: string | undefined
  quoted: string | undefined
  bare: string | undefined
}

function readPiece(
  { sign, field, quoted, bare }: Piece,
  span: { start: number; end: number },
): { clause: Clause | null; notice: string | null } {
  const negated = sign !== ''
  const value = quoted?.trim() ?? withoutSigns(bare ?? '')
  const words = (text: string, scope: TextClause['scope']): Clause | null =>
    /[\p{L}\p{N}]/u.test(text)
      ? {
          kind: 'words',
          text,
          quoted: quoted !== undefined,
          scope,
          negated,
          ...span,
        }
      : null
  if (field === undefined)
    return { clause: words(value, null), notice: OTHER_ID.test(value) ? NO_IDS : cutOff(value) }
  const name = fieldNamed(field)
  if (name === 'title' || name === 'abstract') return { clause: words(value, name), notice: null }
  if (FILTERS.has(name)) {
    const filter = { kind: 'filter' as const, field: name as FilterField, negated, ...span }
    return readFilter(filter, value)
  }
  // Only a lone name before the colon looks like a field; `Foo: bar` and addresses do not.
  if (name === 'author' || name === 'authors')
    return {
      clause: words(value, null),
      notice:
        'The source names no authors, so “author:” can’t be sought; its value is taken as words.',
    }
  if (/^(?:https?|doi|arxiv)$/.test(name))
    return {
      clause: words(`${field}:${value}`, null),
      notice: name.startsWith('http') ? null : NO_IDS,
    }
  return {
    clause: words(value, null),
    notice: `“${field}:” is no field; its value is taken as words. Fields are ${KNOWN}.`,
  }
}

/** What to write instead of a field that a sign keeps from its value, as in `title:'attention'`. */
function cutOff(value: string): string | null {
  const field = /^(\p{L}+)[:：][^\p{L}\p{N}]+[\p{L}\p{N}]/u.exec(value)?.[1]
  if (field === undefined) return null
  const name = fieldNamed(field)
  return FILTERS.has(name) || name === 'title' || name === 'abstract'
    ? `is searched as words; write ${name}:word or ${name}:"several words".`
    : null
}

function fieldNamed(typed: string): string {
  const called = typed.normalize('NFKC').toLowerCase()
  return ownValue(OTHER_NAMES, called) ?? called
}

function readFilter(
  filter: Omit<FilterClause, 'value'>,
  value: string,
): { clause: Clause | null; notice: string | null } {
  if (filter.field === 'year') {
    const years = readYears(value)
    return years === null
      ? { clause: null, notice: `“${value}” is no year; write year:2024 or year:2023..2025.` }
      : { clause: { ...filter, value: years }, notice: null }
  }
  const allowed = filter.field === 'has' ? HAS : filter.field === 'missing' ? MISSING : null
  const small = value.toLowerCase()
  const meant = allowed === HAS ? (OTHER_RESOURCES[small] ?? small) : small
  if (allowed && !allowed.has(meant))
    return {
      clause: null,
      notice: `“${filter.field}:” goes with ${[...allowed].join(', ')}; “${value}” is none of them.`,
    }
  if (!/[\p{L}\p{N}]/u.test(value)) return { clause: null, notice: null }
  return { clause: { ...filter, value: allowed ? meant : value }, notice: null }
}

/** A year or a range in its canonical form: `2024`, `2023..2025`, `..2024`, `2025..`. */
function readYears(value: string): string | null {
  const compared = /^([<>])(=?)(\d{4})$/.exec(value)
  if (compared) {
    const [, sign, equal, year = ''] = compared
    const bound = Number(year) + (equal ? 0 : sign === '>' ? 1 : -1)
    if (bound < 1000 || bound > 9999) return null
    return sign === '>' ? `${bound}..` : `..${bound}`
  }
  const range = /^(\d{4})?(?:\.\.|-|–)(\d{4})?$/.exec(value)
  if (range?.[1] || range?.[2]) {
    const [first = '', last = ''] = [range[1], range[2]]
    const [from, to] = last !== '' && first > last ? [last, first] : [first, last]
    return from !== '' && from === to ? from : `${from}..${to}`
  }
  return /^\d{4}$/.test(value) ? value : null
}
