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
  const { permalinks, ...known } = openRegistry(registry)
  const claimed = new Set<Permalink>()
  const merged: AssignedIds['merged'] = []
  const claim = (keys: string[]): Permalink | undefined => {
    const free = known.entriesOf(keys).filter((entry) => !claimed.has(entry))
    free.sort((a, b) => permalinks.indexOf(a) - permalinks.indexOf(b))
    const kept = free.find((entry) => entry.state === 'live') ?? free[0]
    if (!kept) return undefined
    claimed.add(kept)
    for (const other of free)
      if (other !== kept && other.state === 'live') {
        other.state = 'merged'
        other.into = kept.id
        merged.push({ id: other.id, into: kept.id })
      }
    return kept
  }
  const byTitle = works.map((work) => claim(titleKeys(work)))
  const entries = works.map((work, index) => byTitle[index] ?? claim(abstractKeys(work)))

  const added: string[] = []
  const conflicts: AssignedIds['conflicts'] = []
  const addEntry = (work: Identity): Permalink => {
    const owner = known.entriesOf(titleKeys(work))[0]
    if (owner) conflicts.push({ title: work.title, id: owner.id })
    const entry = known.add(work)
    claimed.add(entry)
    added.push(entry.id)
    return entry
  }
  const assigned = works.map((work, index) => {
    const entry = entries[index] ?? addEntry(work)
    known.learn(entry, [...titleKeys(work), ...abstractKeys(work)])
    return { id: entry.id, withdrawn: entry.state === 'withdrawn' }
  })
  const orphaned = permalinks
    .filter((entry) => entry.state === 'live' && !claimed.has(entry))
    .map(({ id }) => id)
  return { assigned, registry: { ...registry, permalinks }, added, merged, orphaned, conflicts }
}

/** A copy of a registry that can be asked and added to. */
function openRegistry(registry: PermalinkRegistry) {
  const permalinks = registry.permalinks.map((entry) => ({
    ...entry,
    fingerprints: [...entry.fingerprints],
  }))
  const entryById = new Map(permalinks.map((entry) => [entry.id, entry]))
  const entryByKey = new Map(
    permalinks.flatMap((entry) => entry.fingerprints.map((key) => [key, entry] as const)),
  )
  const follow = (entry: Permalink): Permalink => {
    const target = entry.state === 'merged' ? entryById.get(entry.into ?? '') : undefined
    return target ? follow(target) : entry
  }
  return {
    permalinks,
    /** The entries that keys lead to, each once, and for one that redirects its target. */
    entriesOf: (keys: string[]): Permalink[] => [
      ...new Set(keys.flatMap((key) => entryByKey.get(key) ?? []).map(follow)),
    ],
    add(work: Identity): Permalink {
      const entry: Permalink = { id: newId(work, entryById), state: 'live', fingerprints: [] }
      permalinks.push(entry)
      entryById.set(entry.id, entry)
      return entry
    },
    /** Has keys that lead nowhere lead to an entry. */
    learn(entry: Permalink, keys: string[]): void {
      for (const key of keys)
        if (!entryByKey.has(key)) {
          entry.fingerprints.push(key)
          entryByKey.set(key, entry)
        }
    },
  }
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

function titleKeys({ titleFingerprints }: Identity): string[] {
  return titleFingerprints.map((value) => `t:${value}`)
}

function abstractKeys({ abstractFingerprints }: Identity): string[] {
  return abstractFingerprints.map((value) => `a:${value}`)
}
