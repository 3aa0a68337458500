/** One id ever published. `fingerprints` of printed titles (`t:`) and abstracts (`a:`) lead to it. */
export interface Permalink {
  id: string
  state: 'live' | 'merged' | 'withdrawn'
  /** The id that takes its place; only and always with `merged`. */
  into?: string
  /** For readers of the page that says so; only and always with `withdrawn`. */
  why?: string
  fingerprints: string[]
}

/** data/permalinks.json: append-only, in the order of first publication. */
export interface PermalinkRegistry {
  schema: 1
  permalinks: Permalink[]
}

export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The entry that an id finally stands for. Throws on an unknown id or a circle. */
export function resolvePermalink(registry: PermalinkRegistry, id: string): Permalink {
  return follow(new Map(registry.permalinks.map((entry) => [entry.id, entry])), id)
}

function follow(entries: Map<string, Permalink>, id: string): Permalink {
  const seen = new Set<string>()
  let current = id
  for (;;) {
    if (seen.has(current)) throw new Error(`permalinks: "${id}" is merged in a circle`)
    seen.add(current)
    const entry = entries.get(current)
    if (!entry) throw new Error(`permalinks: no id "${current}" in the registry`)
    if (entry.state !== 'merged') return entry
    current = entry.into ?? ''
  }
}

/** A registry in which `id` redirects to `into`. Throws when either is not live. */
export function mergePermalink(
  registry: PermalinkRegistry,
  id: string,
  into: string,
): PermalinkRegistry {
  requireLive(registry, id)
  requireLive(registry, into)
  if (id === into) throw new Error(`permalinks: "${id}" can't be merged into itself`)
  return replace(registry, id, (entry) => ({
    id,
    state: 'merged',
    into,
    fingerprints: entry.fingerprints,
  }))
}

/** A registry in which `id` keeps a page that says why the paper is gone. Throws when it is not live. */
export function withdrawPermalink(
  registry: PermalinkRegistry,
  id: string,
  why: string,
): PermalinkRegistry {
  requireLive(registry, id)
  if (!why.trim())
    throw new Error(`permalinks: say why "${id}" is withdrawn; its page will quote it`)
  return replace(registry, id, (entry) => ({
    id,
    state: 'withdrawn',
    why,
    fingerprints: entry.fingerprints,
  }))
}

/** A registry in which the withdrawn `id` is live again. Throws when it is not withdrawn. */
export function restorePermalink(registry: PermalinkRegistry, id: string): PermalinkRegistry {
  const { state, fingerprints } = requireEntry(registry, id)
  if (state !== 'withdrawn')
    throw new Error(`permalinks: "${id}" is ${state}, not withdrawn; there is nothing to restore`)
  return replace(registry, id, () => ({ id, state: 'live', fingerprints }))
}

/** What is wrong with a registry read from disk, one sentence each; empty if nothing. */
export function checkRegistry(registry: PermalinkRegistry): string[] {
  const faults: string[] = []
  const ids = new Set<string>()
  const owner = new Map<string, string>()
  for (const { id, state, into, why, fingerprints } of registry.permalinks) {
    if (!ID_PATTERN.test(id))
      faults.push(`"${id}" is no id (lower-case letters, digits, single hyphens)`)
    if (ids.has(id)) faults.push(`"${id}" stands twice`)
    ids.add(id)
    if ((state === 'merged') !== (into !== undefined))
      faults.push(`"${id}": "into" goes with state "merged"`)
    if ((state === 'withdrawn') !== (why !== undefined))
      faults.push(`"${id}": "why" goes with state "withdrawn"`)
    for (const value of fingerprints) {
      const other = owner.get(value)
      if (other !== undefined) faults.push(`"${id}" has the fingerprint ${value} of "${other}"`)
      owner.set(value, id)
    }
  }
  if (faults.length > 0) return faults
  const entries = new Map(registry.permalinks.map((entry) => [entry.id, entry]))
  for (const id of ids)
    try {
      follow(entries, id)
    } catch (error) {
      faults.push((error as Error).message)
    }
  return faults
}

function requireEntry(registry: PermalinkRegistry, id: string): Permalink {
  const entry = registry.permalinks.find((permalink) => permalink.id === id)
  if (!entry)
    throw new Error(
      `permalinks: no id "${id}" in the registry; copy it from the address of the paper's page`,
    )
  return entry
}

function requireLive(registry: PermalinkRegistry, id: string): void {
  const { state, into } = requireEntry(registry, id)
  if (state === 'merged')
    throw new Error(`permalinks: "${id}" is merged already; name "${into}", to which it leads`)
  if (state === 'withdrawn')
    throw new Error(
      `permalinks: "${id}" is withdrawn already; if that was a mistake, run: npm run permalinks -- restore ${id}`,
    )
}

function replace(
  registry: PermalinkRegistry,
  id: string,
  change: (entry: Permalink) => Permalink,
): PermalinkRegistry {
  return {
    ...registry,
    permalinks: registry.permalinks.map((entry) => (entry.id === id ? change(entry) : entry)),
  }
}
