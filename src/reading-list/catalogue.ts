import { partOf } from './catalogue-parts.ts'
import { type Entry, READ_STATES, type ReadingList } from './model.ts'

/** What the list shows of a paper. */
interface CataloguePaper {
  id: string
  title: string
  /** ISO date; null if the source does not say. */
  date: string | null
  yearInferred: boolean
  /** Hues of its areas, as on its spine. */
  hues: number[]
}

/** What the list needs to know of papers that the site has now. */
export interface CatalogueContents {
  /** By id. */
  papers: CataloguePaper[]
  /** Ids that are no papers any more: merged into another, or withdrawn. */
  gone: { id: string; into: string | null }[]
}

/** Where the contents are, if one file of them would be large. */
export interface CatalogueParts {
  /** Site path with leading and trailing slash. */
  folder: string
  /** What the ids of each part are not before. */
  starts: string[]
}

/** `/reading-list/papers.json`. */
export type CatalogueFile = { schema: 1 } & (CatalogueContents | CatalogueParts)

export interface Catalogue {
  /** Whether an id was looked up; of others nothing follows from their absence. */
  covers(id: string): boolean
  papers: ReadonlyMap<string, CataloguePaper>
  /** Where ids that are no papers any more lead; null if nowhere. */
  gone: ReadonlyMap<string, string | null>
}

/** What is known of the papers before the catalogue is there, or if it does not come. */
export const noCatalogue: Catalogue = { covers: () => false, papers: new Map(), gone: new Map() }

/** The whole catalogue. */
export function openCatalogue(contents: CatalogueContents): Catalogue {
  return { ...open([contents]), covers: () => true }
}

/** As much of a split catalogue as is loaded, by the numbers of the parts. */
export function openParts(
  starts: readonly string[],
  parts: ReadonlyMap<number, CatalogueContents>,
): Catalogue {
  return { ...open([...parts.values()]), covers: (id) => parts.has(partOf(id, starts)) }
}

function open(parts: CatalogueContents[]): Pick<Catalogue, 'papers' | 'gone'> {
  const papers = parts.flatMap((part) => part.papers)
  const gone = parts.flatMap((part) => part.gone)
  return {
    papers: new Map(papers.map((paper) => [paper.id, paper])),
    gone: new Map(gone.map(({ id, into }) => [id, into])),
  }
}

/**
 * The list as the site is now: ids of merged papers give way to what they were merged into, titles are the
 * present ones. Two entries that become one keep the first place, both notes and the state that is further
 * on. Papers that the catalogue does not know stay: it may be the older of the two.
 */
export function settle(list: ReadingList, catalogue: Catalogue): ReadingList {
  const settled = new Map<string, Entry>()
  for (const entry of list) {
    const id = presentId(entry.id, catalogue)
    const title = catalogue.papers.get(id)?.title ?? entry.title
    const other = settled.get(id)
    settled.set(id, other ? joined(other, entry) : { ...entry, id, title })
  }
  return [...settled.values()]
}

/** Follows merged ids to a paper; an id that leads nowhere stays. */
function presentId(id: string, { gone }: Catalogue): string {
  const passed = new Set<string>()
  let present = id
  for (let next = gone.get(present); next && !passed.has(next); next = gone.get(present)) {
    passed.add(next)
    present = next
  }
  return present
}

function joined(first: Entry, second: Entry): Entry {
  const further = READ_STATES.indexOf(second.state) > READ_STATES.indexOf(first.state)
  const notes = new Set([first.note, second.note].filter((note) => note !== ''))
  return {
    ...first,
    state: further ? second.state : first.state,
    note: [...notes].join('\n\n'),
  }
}
