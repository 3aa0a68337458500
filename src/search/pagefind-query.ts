import { analyse, STOP_WORDS } from './analyse.ts'
import { filterBy } from './filters.ts'
import type { PaperRow } from './index-files.ts'
import type { Clause, FilterClause, Notice, Query, TextClause } from './model.ts'
import type { PagefindFilter } from './pagefind-bundle.ts'
import type { NamesFile } from './pagefind-files.ts'

/** A word that the reader asks for. */
export interface AskedWord {
  /** As typed. */
  asked: string
  term: string
}

/** What Pagefind is asked for a query. */
export interface PagefindQuestion {
  /** The words, or one phrase in quotation marks; null without any. */
  text: string | null
  words: AskedWord[]
  /** All must be met. */
  filters: PagefindFilter[]
  notices: Notice[]
}

const LIMITS =
  'All words are required as they are spelled: in a collection of this size typing errors are not corrected, other names are not sought, and OR, -word, title:, abstract: and a phrase beside other words have no effect.'

/** A value that no paper has in any filter. */
export const NO_VALUE = '-'

/** Puts a query as Pagefind can take it. What it can't is left out, and the notices say so. */
export function askPagefind(query: Query, q: string, names: NamesFile): PagefindQuestion {
  const clauses = query.groups.flat()
  const texts = clauses.filter((clause) => clause.kind === 'words' && !clause.negated)
  const [only] = texts
  const phrase = texts.length === 1 && only?.kind === 'words' && only.quoted ? only.text : null
  const pieces = texts.flatMap((clause) => (clause.kind === 'words' ? piecesOf(clause) : []))
  const telling = pieces.filter((part) => !STOP_WORDS.has(part.toLowerCase()))
  const sought = telling.length > 0 && phrase === null ? telling : pieces
  const text = phrase === null ? sought.join(' ') : `"${phrase}"`
  return {
    text: sought.length === 0 ? null : text,
    words: sought.flatMap((part) =>
      analyse(part).map(({ start, end, term }) => ({
        asked: part.slice(start, end),
        term,
      })),
    ),
    filters: query.groups.flatMap((group) => filtersOf(group, names)),
    notices: [
      ...query.notices,
      ...(clauses.some(({ kind }) => kind === 'words')
        ? [{ start: 0, end: q.length, message: LIMITS }]
        : []),
    ],
  }
}

function piecesOf({ text }: TextClause): string[] {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part))
}

/** Facts joined by OR stay so; a fact joined to a word is required. */
function filtersOf(group: Clause[], names: NamesFile): PagefindFilter[] {
  const filters = group.flatMap((clause) => {
    if (clause.kind === 'words') return []
    const met = anyOf(valuesOf(clause, names))
    return [clause.negated ? { not: met } : met]
  })
  return filters.length < group.length ? filters : [anyOf(filters)]
}

/** Pagefind takes a choice without alternatives as met by all. */
export function anyOf(filters: PagefindFilter[]): PagefindFilter {
  return filters.length > 0 ? { any: filters } : { topic: NO_VALUE }
}

const BLANK: PaperRow = {
  id: '',
  title: '',
  date: null,
  yearInferred: false,
  authorCount: null,
  org: null,
  comments: null,
  sightings: 0,
  listings: [],
  main: [],
  also: [],
  has: [],
}

/** The values that meet a clause: those with which a paper that has nothing else would. */
function valuesOf(clause: FilterClause, names: NamesFile): PagefindFilter[] {
  const isMet = filterBy(clause, names)
  const meets = (fact: Partial<PaperRow>) => isMet({ ...BLANK, ...fact })
  switch (clause.field) {
    case 'topic':
      return names.topics.flatMap(({ id }, topic) =>
        meets({ main: [topic] }) ? [{ topic: id }, { also: id }] : [],
      )
    case 'area':
      return names.topics.flatMap(({ id }, topic) =>
        meets({ main: [topic] }) ? [{ topic: id }] : [],
      )
    case 'listing':
      return names.listings.flatMap(({ id }, listing) =>
        meets({ listings: [listing] }) ? [{ listing: id }] : [],
      )
    case 'org':
      return names.orgs.filter((org) => meets({ org })).map((org) => ({ org }))
    case 'year':
      return names.years.filter((year) => meets({ date: year })).map((year) => ({ year }))
    case 'has':
      return [{ resource: clause.value }]
    case 'missing':
      return [{ missing: clause.value }]
  }
}
