import type { ChangedFact, Sighting } from './model.ts'

export const FACT_NAMES: Readonly<Record<ChangedFact, string>> = {
  date: 'date',
  authorCount: 'number of authors',
  organization: 'organisation',
  comments: 'number of comments',
}

/** `1 author`, `6 authors`; any countable noun with a plain plural. */
export function counted(count: number, noun: string): string {
  return `${groupDigits(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** How many papers use or discuss a topic besides those about it: `3 more use or discuss it`. */
export function furtherPapers(count: number): string {
  return `${groupDigits(count)} more ${count === 1 ? 'uses or discusses' : 'use or discuss'} it`
}

/** How many papers are filed under a topic in either grade, as the map counts them: `51 papers about or using it`. */
export function filedPapers(count: number): string {
  return `${counted(count, 'paper')} about or using it`
}

/** `10013` as `10,013`, in every locale. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** The short name of a listing: `003` for `003_76c8d6c038b90c29`, otherwise the id. */
export function listingName(id: string): string {
  return /^([^_]+)_[0-9a-f]{16}$/.exec(id)?.[1] ?? id
}

/** A field or a kind of line as readers know it: the data spell `organization`. */
export function spelledOut(name: string): string {
  return name.replace('organization', 'organisation')
}

/** What one sighting states, in words; `no metadata` when it states nothing. */
export function sightingFacts(sighting: Sighting): string[] {
  return [
    sighting.authorCount === null ? null : counted(sighting.authorCount, 'author'),
    sighting.organization && `organisation ${sighting.organization.name}`,
    sighting.datePrinted,
    sighting.comments === null ? null : counted(sighting.comments, 'comment'),
  ].filter((fact) => fact !== null)
}

/** Two digits that count, in whole numbers all: `182`, `28`, `9.0`, `0.18`, `0`. */
export function twoDigits(value: number): string {
  if (value === 0) return '0'
  return value >= 9.95 ? value.toFixed(0) : value.toPrecision(2)
}
