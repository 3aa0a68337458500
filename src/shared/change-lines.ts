import { counted, FACT_NAMES, groupDigits, listingName } from './facts.ts'
import type { Change, CountedPapers } from './model.ts'
import { listingPath, paperPath } from './paths.ts'

/** Words, of which some lead to a page of the site. */
export type Part = string | { text: string; path: string }

/** One thing that changed: a sentence, and the papers or topics it is about, as far as they are named. */
export interface ChangeLine {
  sentence: Part[]
  items: Part[][]
}

/** How to name what may have been renamed, merged or removed since. */
export interface Names {
  paper(id: string): Part
  topic(id: string): Part
  /** Whether the listing has a page. */
  hasListing(id: string): boolean
}

/** At most so many kinds of change stand in a summary. */
const SUMMARY_MAX = 3

/** A change in a few words, the weightiest first: `24 new papers, 2 withdrawn`. */
export function summariseChange(change: Change): string {
  const { added, merged, withdrawn, titles, abstracts, facts, refiled, topics } = change
  const texts = titles.length + abstracts.length
  const kinds: [count: number, words: string][] = [
    [added.length, counted(added.length, 'new paper')],
    [merged.length, `${counted(merged.length, 'paper')} merged`],
    [withdrawn.length, `${counted(withdrawn.length, 'paper')} withdrawn`],
    [texts, counted(texts, 'changed text')],
    [topics.added.length, counted(topics.added.length, 'new topic')],
    [topics.renamed.length, `${counted(topics.renamed.length, 'topic')} renamed`],
    [topics.removed.length, `${counted(topics.removed.length, 'topic')} removed`],
    [facts.length, 'changed facts'],
    [refiled.papers, `${counted(refiled.papers, 'paper')} refiled`],
  ]
  const said = kinds.filter(([count]) => count > 0).map(([, words]) => words)
  const summary = said.slice(0, SUMMARY_MAX).join(', ') || 'small changes'
  return summary.charAt(0).toUpperCase() + summary.slice(1)
}

/** All that changed, a line for each kind that there is. */
export function describeChange(change: Change, names: Names): ChangeLine[] {
  return [...paperLines(change, names), ...topicLines(change, names), ...restLines(change)]
}

/** A part as plain text. */
export function textOf(part: Part): string {
  return typeof part === 'string' ? part : part.text
}

function paperLines(change: Change, names: Names): ChangeLine[] {
  const { papers, listings, added, merged, withdrawn, seenAgain, titles, abstracts, facts } = change
  const named = (ids: readonly string[]) => ids.map((id) => [names.paper(id)])
  return [
    ...listingLine(listings.added, 'was added', 'were added', names),
    ...listingLine(listings.removed, 'was removed', 'were removed', names),
    ...line(
      added.length,
      `${says(added.length, 'paper', 'is', 'are')} new: ${groupDigits(papers.before)} before, ${groupDigits(papers.after)} after.`,
      named(added),
    ),
    ...line(
      merged.length,
      `${says(merged.length, 'address', 'leads', 'lead', 'addresses')} to another address of the same paper.`,
      merged.map(({ id, title, into }) => {
        const other = names.paper(into)
        // The other paper may have taken over the title.
        const text = title === textOf(other) ? id : title
        return [{ text, path: paperPath(id) }, ' leads to ', other]
      }),
    ),
    ...line(
      withdrawn.length,
      `${says(withdrawn.length, 'paper', 'was', 'were')} withdrawn.`,
      withdrawn.map(({ id, title }) => [{ text: title, path: paperPath(id) }]),
    ),
    ...papersLine(seenAgain, ['is', 'are'], 'in a further listing', names),
    ...line(
      titles.length,
      `${says(titles.length, 'title', 'reads', 'read')} differently.`,
      titles.map(({ id, before, after }) => [
        { text: after, path: paperPath(id) },
        `, before: “${before}”`,
      ]),
    ),
    ...line(
      abstracts.length,
      `${says(abstracts.length, 'abstract', 'reads', 'read')} differently.`,
      named(abstracts),
    ),
    ...facts.flatMap(({ field, ...which }) =>
      papersLine(which, ['has', 'have'], `a different ${FACT_NAMES[field]}`, names),
    ),
  ]
}

function topicLines({ topics, refiled }: Change, names: Names): ChangeLine[] {
  const { added, removed, renamed, revised } = topics
  return [
    ...line(
      added.length,
      `${says(added.length, 'topic', 'is', 'are')} new.`,
      added.map((id) => [names.topic(id)]),
    ),
    ...line(
      removed.length,
      `${says(removed.length, 'topic', 'was', 'were')} removed.`,
      removed.map(({ label }) => [label]),
    ),
    ...line(
      renamed.length,
      `${says(renamed.length, 'topic', 'has', 'have')} a new name.`,
      renamed.map(({ id, before, after }) => [
        withText(names.topic(id), after),
        `, before: “${before}”`,
      ]),
    ),
    ...line(
      revised.length,
      `${says(revised.length, 'topic', 'has', 'have')} a different scope, area or place among the others.`,
      revised.map((id) => [names.topic(id)]),
    ),
    ...papersLine(
      refiled,
      ['gained or lost', 'gained or lost'],
      'a topic or the grade of one',
      names,
    ),
  ]
}

function restLines({ related, map }: Change): ChangeLine[] {
  const { added, removed, moved, mean } = map
  const onMap = [
    added > 0 && `${says(added, 'topic', 'is', 'are')} new`,
    removed > 0 && `${says(removed, 'topic', 'is', 'are')} gone`,
    moved > 0 && `${counted(moved, 'topic')} moved, by ${mean}% of its width on average`,
  ].filter((part) => part !== false)
  return [
    ...line(
      related,
      `${says(related, 'paper', 'has', 'have')} different related papers, or the same in a different order.`,
    ),
    ...line(onMap.length, `On the map, ${onMap.join('; ')}.`),
  ]
}

function line(count: number, sentence: string, items: Part[][] = []): ChangeLine[] {
  return count === 0 ? [] : [{ sentence: [sentence], items }]
}

function papersLine(
  { papers, ids }: CountedPapers,
  [one, many]: [string, string],
  what: string,
  names: Names,
): ChangeLine[] {
  const items = (ids ?? []).map((id) => [names.paper(id)])
  return line(papers, `${says(papers, 'paper', one, many)} ${what}.`, items)
}

function listingLine(
  ids: readonly string[],
  one: string,
  many: string,
  { hasListing }: Names,
): ChangeLine[] {
  if (ids.length === 0) return []
  const named = ids.flatMap((id, index): Part[] => {
    const text = listingName(id)
    return [
      index === 0 ? '' : index === ids.length - 1 ? ' and ' : ', ',
      hasListing(id) ? { text, path: listingPath(id) } : text,
    ]
  })
  const isOne = ids.length === 1
  return [
    {
      sentence: [isOne ? 'Listing ' : 'Listings ', ...named, ` ${isOne ? one : many}.`],
      items: [],
    },
  ]
}

/** `1 paper is`, `24 papers are`, `2 addresses lead`. */
function says(count: number, noun: string, one: string, many: string, plural = `${noun}s`): string {
  return count === 1 ? `1 ${noun} ${one}` : `${groupDigits(count)} ${plural} ${many}`
}

function withText(part: Part, text: string): Part {
  return typeof part === 'string' ? text : { ...part, text }
}
