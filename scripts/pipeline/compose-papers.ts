import type { Correction, Paper, Sighting, TextField } from '../../src/shared/model.ts'
import { paperPath } from '../../src/shared/paths.ts'
import { chooseDate, chooseFirst, largestComments, newestFirst } from './choose-fields.ts'
import { correctFacts, describeFact, printedFact } from './correct-facts.ts'
import { findResources } from './find-resources.ts'
import type { PaperGroup } from './merge-sightings.ts'
import type { ListingEntry } from './parse-listing.ts'
import {
  type CuratedCorrection,
  type CuratedCorrections,
  type CuratedFact,
  isAbout,
} from './read-corrections.ts'
import { type RepairedText, repairText } from './repair-text.ts'
import { splitSentences } from './split-sentences.ts'

/** One work with its texts repaired, before it has an id. */
export interface ReadablePaper {
  group: PaperGroup
  /** The record whose texts are published. */
  printed: ListingEntry
  title: RepairedText
  abstract: RepairedText
  /** Of all printed variants, not only the published one. */
  corrections: Correction[]
  applied: CuratedCorrection[]
  /** The corrections of facts that some of its records print. */
  facts: CuratedFact[]
}

/** Repairs every printed variant of a work; the newest listing's variant is the one to publish. */
export function readPaper(
  group: PaperGroup,
  listingDates: Map<string, string | null>,
  curated: CuratedCorrections,
): ReadablePaper {
  const newest = newestFirst(group.entries, listingDates)
  const isOwn = (entry: { in: string }) => group.entries.some(({ title }) => isAbout(entry, title))
  const own = curated.corrections.filter(isOwn)
  const repairs = (field: TextField) =>
    distinct(newest.map((entry) => entry[field])).map((printed) =>
      repairText(
        printed,
        field,
        own.filter((c) => c.field === field),
      ),
    )
  const [titles, abstracts] = [repairs('title'), repairs('abstract')]
  const all = [...titles, ...abstracts]
  return {
    group,
    printed: newest[0] as ListingEntry,
    title: titles[0] as RepairedText,
    abstract: abstracts[0] as RepairedText,
    corrections: distinctCorrections(all.flatMap((repaired) => repaired.corrections)),
    applied: all.flatMap((repaired) => repaired.applied),
    facts: curated.facts.filter(
      (fact) =>
        isOwn(fact) && group.entries.some((entry) => printedFact(entry, fact.field) === fact.from),
    ),
  }
}

/** A published paper without topics and relations, which later steps add. */
export function composePaper(
  { group, title, abstract, corrections, facts }: ReadablePaper,
  id: string,
  sightings: Sighting[],
  listingDates: Map<string, string | null>,
): Paper {
  const newest = newestFirst(
    sightings.map((sighting) => correctFacts(sighting, facts)),
    listingDates,
  )
  return {
    id,
    title: title.text,
    titleAsPrinted: distinct(group.entries.map((entry) => entry.title)),
    titleMath: title.math,
    abstract: abstract.text,
    abstractAsPrinted: distinct(group.entries.map((entry) => entry.abstract)).filter(
      (printed) => printed !== abstract.text,
    ),
    abstractMath: abstract.math,
    sentences: splitSentences(abstract.text),
    url: paperPath(id),
    date: chooseDate(newest),
    authorCount: chooseFirst(newest, (sighting) => sighting.authorCount),
    organization: chooseFirst(newest, (sighting) => sighting.organization),
    comments: largestComments(sightings),
    sightings,
    topics: [],
    related: [],
    words: [],
    resources: findResources(abstract.text),
    corrections: [...corrections, ...facts.map(describeFact)],
  }
}

function distinct(values: string[]): string[] {
  return [...new Set(values)]
}

function distinctCorrections(corrections: Correction[]): Correction[] {
  return [
    ...new Map(corrections.map((correction) => [JSON.stringify(correction), correction])).values(),
  ]
}
