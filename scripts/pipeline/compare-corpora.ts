import { byId } from '../../src/shared/code-unit-order.ts'
import type {
  ChangedFact,
  Paper,
  PermalinksFile,
  TextField,
  Topic,
} from '../../src/shared/model.ts'
import { compareTopics, type TopicChange } from './compare-topics.ts'
import type { KnownMap } from './map-file.ts'

/** What readers see of one state of the data. */
export interface PublishedState {
  papers: readonly Paper[]
  topics: readonly Topic[]
  permalinks: readonly Pick<PermalinksFile['permalinks'][number], 'id' | 'state' | 'into'>[]
  /** Null where there is no map. */
  map: KnownMap | null
}

/** A text of a paper that reads otherwise now. */
export interface TextChange {
  id: string
  field: TextField
  before: string
  after: string
}

/** In the order in which they are told. */
export const FACTS: readonly ChangedFact[] = ['date', 'authorCount', 'organization', 'comments']

/** What changes for readers from one state of the data to the next; lists are in the order of ids. */
export interface CorpusChanges {
  papers: { before: number; after: number }
  added: { id: string; title: string; topics: string[] }[]
  /** Addresses that lead to another paper now. */
  moved: { id: string; into: string }[]
  withdrawn: string[]
  /** Ids that are registered no more, so that their addresses lead nowhere; there should be none. */
  lost: string[]
  /** Papers with new sightings: a record of these listings is the same paper. */
  seenAgain: { id: string; title: string; listings: string[] }[]
  texts: TextChange[]
  /** Papers of which the date, the number of authors, the organization or the comments changed. */
  facts: { id: string; fields: ChangedFact[] }[]
  /** Filings of papers that stood in both states. */
  filings: TopicChange[]
  /** Papers without a topic now, that had one or are new. */
  unfiled: string[]
  vocabulary: {
    added: string[]
    removed: string[]
    renamed: { id: string; before: string; after: string }[]
    /** Topics with another scope, area, or place among the others. */
    revised: string[]
  }
  /** Papers of both states whose related papers, or their order, changed. */
  related: number
  /** Topics on the map, and how far those of both states moved, in units of its landscape. */
  map: { added: string[]; removed: string[]; moved: number; mean: number; most: number }
}

export function compareCorpora(before: PublishedState, after: PublishedState): CorpusChanges {
  const was = new Map(before.papers.map((paper) => [paper.id, paper]))
  const both = inOrder(after.papers).flatMap((now) => {
    const old = was.get(now.id)
    return old ? [{ old, now }] : []
  })
  const kept = new Set(both.map(({ now }) => now.id))
  const stateBefore = new Map(before.permalinks.map(({ id, state }) => [id, state]))
  const registered = new Set(after.permalinks.map(({ id }) => id))
  const left = inOrder(after.permalinks).filter(({ id, state }) => {
    const old = stateBefore.get(id)
    return old !== undefined && old !== state
  })
  return {
    papers: { before: before.papers.length, after: after.papers.length },
    added: inOrder(after.papers)
      .filter(({ id }) => !was.has(id))
      .map(({ id, title, topics }) => ({ id, title, topics: topics.map((topic) => topic.id) })),
    moved: left.flatMap(({ id, into }) => (into == null ? [] : [{ id, into }])),
    withdrawn: left.filter(({ state }) => state === 'withdrawn').map(({ id }) => id),
    lost: inOrder(before.permalinks).flatMap(({ id }) => (registered.has(id) ? [] : id)),
    seenAgain: both.flatMap(({ old, now }) => {
      const listings = newListings(old, now)
      return listings.length > 0 ? [{ id: now.id, title: now.title, listings }] : []
    }),
    texts: both.flatMap(({ old, now }) =>
      (['title', 'abstract'] as const)
        .filter((field) => old[field] !== now[field])
        .map((field) => ({ id: now.id, field, before: old[field], after: now[field] })),
    ),
    facts: both.flatMap(({ old, now }) => {
      const fields = FACTS.filter((field) => !isSame(old[field], now[field]))
      return fields.length > 0 ? [{ id: now.id, fields }] : []
    }),
    filings: compareTopics(
      before.papers.filter(({ id }) => kept.has(id)),
      after.papers.filter(({ id }) => kept.has(id)),
    ),
    unfiled: inOrder(after.papers)
      .filter(({ id, topics }) => topics.length === 0 && was.get(id)?.topics.length !== 0)
      .map(({ id }) => id),
    vocabulary: compareVocabulary(before.topics, after.topics),
    related: both.filter(({ old, now }) => !isSame(relatedIds(old), relatedIds(now))).length,
    map: compareMaps(before.map, after.map),
  }
}

/** Whether readers would see no difference. */
export function isUnchanged({
  papers,
  vocabulary,
  map,
  related,
  ...lists
}: CorpusChanges): boolean {
  return (
    papers.before === papers.after &&
    related === 0 &&
    map.moved === 0 &&
    [...Object.values(lists), ...Object.values(vocabulary), map.added, map.removed].every(
      ({ length }) => length === 0,
    )
  )
}

function inOrder<T extends { id: string }>(items: readonly T[]): T[] {
  return [...items].sort(byId)
}

/** Whether two are the same plain data; both are from the same code, so that keys stand in the same order. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function relatedIds({ related }: Paper): string[] {
  return related.map(({ id }) => id)
}

function newListings(old: Paper, now: Paper): string[] {
  const known = new Set(old.sightings.map(({ listing }) => listing))
  return [...new Set(now.sightings.map(({ listing }) => listing))].filter((id) => !known.has(id))
}

function compareVocabulary(
  before: readonly Topic[],
  after: readonly Topic[],
): CorpusChanges['vocabulary'] {
  const was = new Map(before.map((topic) => [topic.id, topic]))
  const is = new Set(after.map(({ id }) => id))
  const both = inOrder(after).flatMap((now) => {
    const old = was.get(now.id)
    return old ? [{ old, now }] : []
  })
  return {
    added: inOrder(after).flatMap(({ id }) => (was.has(id) ? [] : id)),
    removed: inOrder(before).flatMap(({ id }) => (is.has(id) ? [] : id)),
    renamed: both
      .filter(({ old, now }) => old.label !== now.label)
      .map(({ old, now }) => ({ id: now.id, before: old.label, after: now.label })),
    revised: both
      .filter(({ old, now }) =>
        [old.scope !== now.scope, old.area !== now.area, !isSame(old.broader, now.broader)].some(
          Boolean,
        ),
      )
      .map(({ now }) => now.id),
  }
}

function compareMaps(before: KnownMap | null, after: KnownMap | null): CorpusChanges['map'] {
  const was = new Map(before?.topics.map((topic) => [topic.id, topic.landscape]))
  const is = new Map(after?.topics.map((topic) => [topic.id, topic.landscape]))
  const moves = [...is].flatMap(([id, [x, y]]) => {
    const old = was.get(id)
    const distance = old ? Math.hypot(x - old[0], y - old[1]) : 0
    return distance > 0 ? [distance] : []
  })
  return {
    added: [...is.keys()].filter((id) => !was.has(id)).sort(),
    removed: [...was.keys()].filter((id) => !is.has(id)).sort(),
    moved: moves.length,
    mean: tenths(moves.reduce((sum, distance) => sum + distance, 0) / Math.max(1, moves.length)),
    most: tenths(Math.max(0, ...moves)),
  }
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
