import slugify from '@sindresorhus/slugify'
import { fingerprint } from './fingerprint.ts'
import type { Permalink, PermalinkRegistry } from './permalink-registry.ts'

/** Longest slug; a collision suffix may add to it. */
const SLUG_MAX = 60

/** What identifies a work: its title as published and the fingerprints of everything printed for it. */
export interface Identity {
  title: string
  titleFingerprints: string[]
  abstractFingerprints: string[]
}

export interface AssignedIds {
  /** For each work in input order, its id and whether that id is withdrawn. */
  assigned: { id: string; withdrawn: boolean }[]
  /** The registry with new works appended, new fingerprints learned, and joined ids merged. */
  registry: PermalinkRegistry
  /** Ids that were added by this call. */
  added: string[]
  /** Ids that became redirects by this call, with the id that takes their place. */
  merged: { id: string; into: string }[]
  /** Registered live ids that no work claims. */
  orphaned: string[]
  /** Works whose title the registry gives to an id that another work holds. */
  conflicts: { title: string; id: string }[]
}

/**
 * Looks ids up in the registry; only a work that is not in it gets a new one, from its title.
 * A printed title decides; the abstract only where no title is known, so that a corrected
 * title keeps its page. A work that claims several ids keeps the oldest, the others redirect.
 */
export function assignIds(works: Identity[], registry: PermalinkRegistry): AssignedIds {
  const permalinks = registry.permalinks.map((entry) => ({
    ...entry,
    fingerprints: [...entry.fingerprints],
  }))
  const entryById = new Map(permalinks.map((entry) => [entry.id, entry]))
  const entryByFingerprint = new Map(
    permalinks.flatMap((entry) => entry.fingerprints.map((value) => [value, entry] as const)),
  )
  const result: AssignedIds = {
    assigned: [],
    registry: { ...registry, permalinks },
    added: [],
    merged: [],
    orphaned: [],
    conflicts: [],
  }
  const claimed = new Map<Permalink, number>()
  const entries = new Array<Permalink | undefined>(works.length)

  const claim = (index: number, values: string[]) => {
    const found = [
      ...new Set(values.flatMap((value) => entryByFingerprint.get(value) ?? []).map(follow)),
    ]
    const free = found.filter((entry) => !claimed.has(entry))
    free.sort((a, b) => permalinks.indexOf(a) - permalinks.indexOf(b))
    const kept = free.find((entry) => entry.state === 'live') ?? free[0]
    if (!kept) return
    claimed.set(kept, index)
    entries[index] = kept
    for (const other of free)
      if (other !== kept && other.state === 'live') {
        other.state = 'merged'
        other.into = kept.id
        result.merged.push({ id: other.id, into: kept.id })
      }
  }
  const follow = (entry: Permalink): Permalink => {
    const target = entry.state === 'merged' ? entryById.get(entry.into ?? '') : undefined
    return target ? follow(target) : entry
  }

  for (const [index, work] of works.entries()) claim(index, work.titleFingerprints.map(titleKey))
  for (const [index, work] of works.entries())
    if (!entries[index]) claim(index, work.abstractFingerprints.map(abstractKey))
  for (const [index, work] of works.entries()) {
    const known = entries[index]
    const entry = known ?? { id: newId(work, entryById), state: 'live', fingerprints: [] }
    if (!known) {
      const owner = work.titleFingerprints.flatMap(
        (value) => entryByFingerprint.get(titleKey(value)) ?? [],
      )[0]
      if (owner) result.conflicts.push({ title: work.title, id: follow(owner).id })
      permalinks.push(entry)
      entryById.set(entry.id, entry)
      claimed.set(entry, index)
      result.added.push(entry.id)
    }
    for (const value of [
      ...work.titleFingerprints.map(titleKey),
      ...work.abstractFingerprints.map(abstractKey),
    ])
      if (!entryByFingerprint.has(value)) {
        entry.fingerprints.push(value)
        entryByFingerprint.set(value, entry)
      }
    result.assigned.push({ id: entry.id, withdrawn: entry.state === 'withdrawn' })
  }
  result.orphaned = permalinks
    .filter((entry) => entry.state === 'live' && !claimed.has(entry))
    .map(({ id }) => id)
  return result
}

function newId(work: Identity, taken: Map<string, Permalink>): string {
  const slug = slugOf(work.title)
  let id = slug
  for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`
  return id
}

/** A readable name of at most 60 characters, cut at a word; `paper-` and a fingerprint if no letter survives. */
export function slugOf(title: string): string {
  // NFKC keeps the 2 of CoRe², which a slug would lose.
  const slug = slugify(title.normalize('NFKC'), { decamelize: false })
  if (!slug) return `paper-${fingerprint(title).slice(0, 8)}`
  if (slug.length <= SLUG_MAX) return slug
  const cut = slug.slice(0, SLUG_MAX + 1)
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, SLUG_MAX)
}

function titleKey(value: string): string {
  return `t:${value}`
}

function abstractKey(value: string): string {
  return `a:${value}`
}
