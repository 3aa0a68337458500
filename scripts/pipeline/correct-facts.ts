import type { CorrectedFact, Correction, Organization, Sighting } from '../../src/shared/model.ts'
import type { ListingEntry } from './parse-listing.ts'
import type { CuratedFact } from './read-corrections.ts'

/** A fact as a record prints it, without its marks; null if it prints none. */
export function printedFact(entry: ListingEntry, field: CorrectedFact): string | null {
  const { date, authorCount, organization } = entry
  return {
    date: date?.text ?? null,
    authorCount: authorCount?.toString() ?? null,
    organization: organization && badgeOf(organization),
  }[field]
}

/** A sighting as it would be if the listing printed what corrections say; only to choose what to publish, since sightings tell what is printed. */
export function correctFacts(sighting: Sighting, facts: readonly CuratedFact[]): Sighting {
  const corrected = { ...sighting }
  const { datePrinted, authorCount, organization } = sighting
  for (const fact of facts)
    if (fact.field === 'date') {
      if (datePrinted === fact.from) corrected.date = { value: fact.to, yearInferred: false }
    } else if (fact.field === 'authorCount') {
      if (authorCount?.toString() === fact.from) corrected.authorCount = fact.to
    } else if (organization && badgeOf(organization) === fact.from) corrected.organization = fact.to
  return corrected
}

/** The record of a corrected fact that is published with its paper. */
export function describeFact({ field, from, to }: CuratedFact): Correction {
  return { field, rule: 'curated', from, to: typeof to === 'object' ? badgeOf(to) : `${to}` }
}

function badgeOf({ account, name }: Organization): string {
  return `${account} ${name}`
}
