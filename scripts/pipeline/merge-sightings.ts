import { fingerprint } from './fingerprint.ts'
import type { ListingEntry } from './parse-listing.ts'
import type { Problem } from './problem.ts'

/** Decisions made by people, from data/curated/merges.yaml. Titles are as printed. */
export interface CuratedMerges {
  file: string
  merge: { line: number; titles: string[]; why: string }[]
  keepApart: KeptApart[]
}

/** Records of one title that are a paper of their own: those of some listings, or with one abstract. */
interface KeptApart {
  line: number
  title: string
  /** Exactly one of this and `abstract` is given. */
  listings?: string[] | undefined
  /** The beginning of the printed abstract. */
  abstract?: string | undefined
  why: string
}

export type MergeReason = 'same title' | 'same abstract' | `curated: ${string}`

/** The sightings of one work, in the order of listings, then rank. */
export interface PaperGroup {
  entries: ListingEntry[]
  /** Fingerprints of the printed titles, most often one. */
  titleFingerprints: string[]
  abstractFingerprints: string[]
  /** Why more than one printed title or abstract stands here; empty for one sighting. */
  reasons: MergeReason[]
}

/**
 * Groups sightings into works: the same normalised title, or the same normalised abstract, or a
 * curated decision. Similar is not the same: nothing is merged by likeness. Groups come in the
 * order of their first sighting.
 */
export function mergeSightings(
  entries: ListingEntry[],
  curated: CuratedMerges,
): { groups: PaperGroup[]; problems: Problem[] } {
  const problems: Problem[] = []
  const nodes = entries.map((entry) => describe(entry, curated))
  const sets = new DisjointSets(nodes.length)
  const join = (key: (node: Node) => string | null, reason: MergeReason) => {
    const first = new Map<string, number>()
    nodes.forEach((node, index) => {
      const value = key(node)
      if (value === null) return
      const other = first.get(value)
      if (other === undefined) first.set(value, index)
      else sets.join(other, index, reason)
    })
  }
  join(
    (node) => (node.apart?.abstract ? `line ${node.apart.line}` : node.titleFingerprint),
    'same title',
  )
  join((node) => (node.apart?.listings ? null : node.abstractFingerprint), 'same abstract')

  for (const { line, titles, why } of curated.merge) {
    const wanted = titles.map((title) => fingerprint(title))
    const indexes = wanted.map((value) =>
      nodes.findIndex((node) => node.titleFingerprint === value),
    )
    const missing = titles.find((_, position) => indexes[position] === -1)
    if (missing !== undefined) {
      problems.push({ file: curated.file, line, message: noSuchTitle(missing) })
      continue
    }
    for (const index of indexes.slice(1)) sets.join(indexes[0] ?? 0, index, `curated: ${why}`)
  }
  for (const apart of curated.keepApart)
    if (!nodes.some((node) => node.apart === apart))
      problems.push({
        file: curated.file,
        line: apart.line,
        message: `no record has the title "${apart.title}" and ${apart.abstract ? 'an abstract that begins so' : 'stands in these listings'}; copy what the listing prints, or remove the entry`,
      })

  return {
    groups: sets.groups().map(({ members, reasons }) =>
      group(
        members.map((i) => nodes[i] as Node),
        reasons,
      ),
    ),
    problems,
  }
}

function noSuchTitle(title: string): string {
  return `"${title}" is the title of no record; copy the title as the listing prints it, or remove the entry`
}

interface Node {
  entry: ListingEntry
  titleFingerprint: string
  abstractFingerprint: string
  apart: KeptApart | undefined
}

function describe(entry: ListingEntry, curated: CuratedMerges): Node {
  const titleFingerprint = fingerprint(entry.title)
  const apart = curated.keepApart.find(
    ({ title, listings, abstract }) =>
      fingerprint(title) === titleFingerprint &&
      (abstract ? entry.abstract.startsWith(abstract) : listings?.includes(entry.listing)),
  )
  // A work kept apart needs a name of its own in the registry, though its title is another's. The
  // whole abstract gives it, so that its id outlives an entry that quotes more or less of it.
  const own = apart && (apart.listings ? [...apart.listings].sort().join(' ') : entry.abstract)
  return {
    entry,
    titleFingerprint: own === undefined ? titleFingerprint : fingerprint(`${entry.title} ${own}`),
    abstractFingerprint: fingerprint(entry.abstract),
    apart,
  }
}

function group(nodes: Node[], reasons: MergeReason[]): PaperGroup {
  return {
    entries: nodes.map((node) => node.entry),
    titleFingerprints: [...new Set(nodes.map((node) => node.titleFingerprint))],
    abstractFingerprints: [...new Set(nodes.map((node) => node.abstractFingerprint))],
    reasons,
  }
}

/** Union by smallest index, so that a set is named by its first member. */
class DisjointSets {
  readonly #parent: number[]
  readonly #reasons = new Map<number, Set<MergeReason>>()

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index)
  }

  join(a: number, b: number, reason: MergeReason): void {
    const [low, high] = [this.#find(a), this.#find(b)].sort((x, y) => x - y) as [number, number]
    if (low !== high) this.#parent[high] = low
    const reasons = this.#reasons.get(low) ?? new Set<MergeReason>()
    reasons.add(reason)
    for (const other of this.#reasons.get(high) ?? []) reasons.add(other)
    this.#reasons.set(low, reasons)
  }

  groups(): { members: number[]; reasons: MergeReason[] }[] {
    const members = new Map<number, number[]>()
    this.#parent.forEach((_, index) => {
      const root = this.#find(index)
      members.set(root, [...(members.get(root) ?? []), index])
    })
    return [...members].map(([root, indexes]) => ({
      members: indexes,
      reasons: [...(this.#reasons.get(root) ?? [])].sort(),
    }))
  }

  #find(index: number): number {
    let root = index
    while (this.#parent[root] !== root) root = this.#parent[root] as number
    this.#parent[index] = root
    return root
  }
}
