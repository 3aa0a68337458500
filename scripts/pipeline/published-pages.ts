import { z } from 'astro/zod'
import { type FormerIds, presentPair } from '../../src/shared/moved.ts'
import { describeBrokenJson } from './broken-json.ts'
import type { Problem } from './problem.ts'

const publishedSchema = z.strictObject({
  schema: z.literal(1),
  listings: z.array(z.string()),
  areas: z.array(z.string()),
  topics: z.array(z.string()),
  years: z.array(z.string()).default([]),
  pairs: z.array(z.string().regex(/^[a-z0-9-]+\+[a-z0-9-]+$/)),
})

/** Whose pages have been published, besides papers: ids of listings, areas and topics, years, and pairs of topics as `a+b`. Append-only. */
export type PublishedPages = z.infer<typeof publishedSchema>

const NONE: PublishedPages = {
  schema: 1,
  listings: [],
  areas: [],
  topics: [],
  years: [],
  pairs: [],
}

/** Reads data/published.json; a missing file means that nothing has been published. */
export function parsePublished(
  file: string,
  text: string | null,
): { published: PublishedPages; problems: Problem[] } {
  if (text === null) return { published: NONE, problems: [] }
  const refuse = (what: string, line = 1) => ({
    published: NONE,
    problems: [{ file, line, message: `${what}; restore the committed file` }],
  })
  try {
    // Where the last line of a list was deleted, as a message below advises, the comma before it stays.
    const parsed = publishedSchema.safeParse(JSON.parse(text.replace(/,(?=\s*\])/g, '')))
    if (parsed.success) return { published: parsed.data, problems: [] }
    return refuse(`no list of published pages: ${parsed.error.issues[0]?.message}`)
  } catch (error) {
    const { line, what } = describeBrokenJson(text, error)
    return refuse(what, line)
  }
}

/** One id a line, so that an addition is one added line. */
export function formatPublished({ schema, ...lists }: PublishedPages): string {
  const parts = Object.entries(lists).map(([name, ids]) => {
    const lines = ids.map((id) => `\n    ${JSON.stringify(id)}`)
    return `  "${name}": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]`
  })
  return `{\n  "schema": ${schema},\n${parts.join(',\n')}\n}\n`
}

/** What has a page now, and the former ids of areas and topics. */
interface PresentPages extends Omit<PublishedPages, 'schema'> {
  formerAreas: FormerIds
  formerTopics: FormerIds
}

/**
 * Adds what has a page now to what had one. A year keeps its page without papers, and a pair however few papers it shares
 * by now, under the present ids of its topics, too; a listing, area or topic that is gone is a problem, because nothing is left to show at its address.
 */
export function keepPublished(
  file: string,
  text: string | null,
  published: PublishedPages,
  now: PresentPages,
): { published: PublishedPages; problems: Problem[] } {
  const lines = (text ?? '').split('\n')
  const lost = (
    kind: 'listings' | 'areas' | 'topics',
    what: string,
    advice: string,
    former: FormerIds = new Map(),
  ) => {
    const here = new Set([...now[kind], ...former.keys()])
    return published[kind]
      .filter((id) => !here.has(id))
      .map((id) => ({
        file,
        line: lines.findIndex((line) => line.trim().startsWith(JSON.stringify(id))) + 1,
        message: `${what} "${id}" has a published page and is gone, with the pages below it; bring it back under this id${advice}, or delete this line to let its addresses lead nowhere`,
      }))
  }
  const topics = new Set([...now.topics, ...now.formerTopics.keys()])
  const known = published.pairs.filter((pair) => pair.split('+').every((id) => topics.has(id)))
  const renamed = known
    .map((pair) => presentPair(pair, now.formerTopics))
    .filter((ids) => ids.length === 2)
    .map((ids) => ids.join('+'))
  const add = (before: string[], after: string[]) => [...new Set([...before, ...after.toSorted()])]
  return {
    published: {
      schema: 1,
      listings: add(published.listings, now.listings),
      areas: add(published.areas, now.areas),
      topics: add(published.topics, now.topics),
      years: add(published.years, now.years),
      pairs: add(known, [...renamed, ...now.pairs]),
    },
    problems: [
      ...lost('listings', 'listing', ''),
      ...lost('areas', 'area', successor('area'), now.formerAreas),
      ...lost('topics', 'topic', successor('topic'), now.formerTopics),
    ],
  }
}

function successor(kind: string): string {
  return ` (its label may change), name it under "formerly" of the ${kind} that takes its place`
}
