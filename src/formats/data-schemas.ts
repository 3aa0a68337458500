import { z } from 'astro/zod'
import { ownValue } from '../shared/own-value.ts'

/** The open data of schema 1, written independently of the types that the site is built with. */

const span = { start: z.int().nonnegative(), end: z.int().positive() }
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const path = z.string().regex(/^\/(areas|topics)\/[a-z0-9+-]+\/$/)
const isoDate = z.iso.date()
const text = z.string().min(1)
const count = z.int().nonnegative()

const corpusSchema = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{12}$/),
  papers: count,
  sightings: count,
  listings: count,
})

const dateSchema = z.strictObject({ value: isoDate, yearInferred: z.boolean() })
const organizationSchema = z.strictObject({ account: text, name: text })
const mathSchema = z.strictObject({ ...span, tex: text })

/** Where a record stands. */
const place = z.strictObject({ listing: text, rank: z.int().positive() })

const sightingSchema = z.strictObject({
  ...place.shape,
  lines: z.tuple([z.int().positive(), z.int().positive()]),
  title: text,
  datePrinted: text.nullable(),
  date: dateSchema.nullable(),
  authorCount: z.int().positive().nullable(),
  organization: organizationSchema.nullable(),
  comments: z.int().positive().nullable(),
})

const paperSchema = z.strictObject({
  id,
  title: text,
  titleAsPrinted: z.array(text).min(1),
  titleMath: z.array(mathSchema),
  abstract: text,
  abstractAsPrinted: z.array(text),
  abstractMath: z.array(mathSchema),
  sentences: z.array(z.strictObject(span)).min(1),
  url: z.string().regex(/^\/papers\/[a-z0-9-]+\/$/),
  date: dateSchema.nullable(),
  authorCount: z.int().positive().nullable(),
  organization: organizationSchema.nullable(),
  comments: z.int().positive().nullable(),
  sightings: z.array(sightingSchema).min(1),
  topics: z.array(
    z.strictObject({
      id,
      grade: z.enum(['main', 'also']),
      basis: z.enum(['name', 'words']),
      evidence: z.array(z.strictObject({ field: z.enum(['title', 'abstract']), ...span })),
    }),
  ),
  related: z.array(
    z.strictObject({
      id,
      score: z.number().min(0).max(1),
      topics: z.array(id),
      terms: z.array(text),
    }),
  ),
  words: z.array(z.strictObject({ word: text, weight: z.number().positive().max(1) })).max(16),
  resources: z.array(
    z.strictObject({ ...span, url: z.url(), kind: z.enum(['code', 'data', 'model', 'project']) }),
  ),
  corrections: z.array(
    z.strictObject({
      field: z.enum(['title', 'abstract', 'date', 'authorCount', 'organization']),
      rule: text,
      from: z.string(),
      to: z.string(),
    }),
  ),
})

const probability = z.number().min(0).max(1)
const contrastSchema = z.strictObject({
  topics: z.tuple([id, id]),
  observed: count,
  expected: z.number().positive(),
  ratio: z.number().nonnegative(),
  low: z.number().nonnegative(),
  high: z.number().positive(),
  p: probability,
  q: probability,
})

const file = { schema: z.literal(1), corpus: corpusSchema }

const placeOnMap = { id, x: z.number(), y: z.number() }

const layoutSchema = z.strictObject({
  width: z.int().positive(),
  height: z.int().positive(),
  topics: z.array(
    z.strictObject({
      ...placeOnMap,
      label: z.strictObject({
        side: z.string().regex(/^(left|right|above|below|(left|right)-(above|below))$/),
        lines: z.array(text).min(1).max(2),
        from: z.number().nonnegative(),
      }),
    }),
  ),
  areas: z.array(z.strictObject(placeOnMap)),
})

const someOf = { papers: count, ids: z.array(id).max(50).nullable() }
const hash = z.string().regex(/^[0-9a-f]{12}$/)
const renamed = z.strictObject({ id, before: text, after: text })

export const changeSchema = z.strictObject({
  date: isoDate,
  from: hash,
  to: hash,
  note: text.nullable(),
  papers: z.strictObject({ before: count, after: count }),
  listings: z.strictObject({ added: z.array(text), removed: z.array(text) }),
  added: z.array(id),
  merged: z.array(z.strictObject({ id, title: text, into: id })),
  withdrawn: z.array(z.strictObject({ id, title: text })),
  seenAgain: z.strictObject(someOf),
  titles: z.array(renamed),
  abstracts: z.array(id),
  facts: z.array(
    z.strictObject({
      field: z.enum(['date', 'authorCount', 'organization', 'comments']),
      ...someOf,
    }),
  ),
  refiled: z.strictObject(someOf),
  topics: z.strictObject({
    added: z.array(id),
    removed: z.array(z.strictObject({ id, label: text })),
    renamed: z.array(renamed),
    revised: z.array(id),
  }),
  related: count,
  map: z.strictObject({
    added: count,
    removed: count,
    moved: count,
    mean: z.number().nonnegative(),
  }),
})

/** By the names of files below `/data/`; strict, so that no field is published unsaid. */
export const dataSchemas: Readonly<Record<string, z.ZodType>> = {
  'papers.json': z.strictObject({ ...file, papers: z.array(paperSchema) }),
  'listings.json': z.strictObject({
    ...file,
    listings: z.array(
      z.strictObject({
        id: text,
        url: z.string().regex(/^\/listings\/.+\/$/),
        datePrinted: text.nullable(),
        date: isoDate.nullable(),
        year: z.int().nullable(),
        yearReason: text,
        records: count,
        onlyHere: count,
        overlap: z.array(z.strictObject({ listing: text, papers: count })),
        lines: z.record(text, count),
        bytes: count,
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    ),
    intersections: z.array(
      z.strictObject({ listings: z.array(text).min(1), papers: z.int().positive() }),
    ),
  }),
  'topics.json': z.strictObject({
    ...file,
    areas: z.array(
      z.strictObject({
        id,
        label: text,
        scope: text,
        url: z.string().regex(/^\/areas\/[a-z0-9-]+\/$/),
        formerly: z.array(id),
        papers: count,
      }),
    ),
    topics: z.array(
      z.strictObject({
        id,
        label: text,
        scope: text,
        area: id,
        url: z.string().regex(/^\/topics\/[a-z0-9-]+\/$/),
        formerly: z.array(id),
        broader: z.array(id),
        aliases: z.array(text),
        acronyms: z.array(text),
        main: count,
        also: count,
      }),
    ),
    pairs: z.array(
      z.strictObject({
        topics: z.tuple([id, id]),
        papers: count,
        expected: z.number().positive(),
        hasPage: z.boolean(),
      }),
    ),
    moved: z.array(z.strictObject({ from: path, to: path })),
  }),
  'graph.json': z.strictObject({
    ...file,
    topics: z.array(z.strictObject({ id, papers: count, community: count.nullable() })),
    communities: z.array(z.strictObject({ topics: z.array(id).min(2) })),
    links: z.array(
      z.strictObject({
        topics: z.tuple([id, id]),
        observed: z.int().min(2),
        expected: z.number().positive(),
        strength: z.number().min(1),
        weight: z.number().positive(),
        p: probability,
        q: probability,
      }),
    ),
    surprises: z.array(contrastSchema).max(8),
    gaps: z.array(contrastSchema).max(8),
    layouts: z.strictObject({ landscape: layoutSchema, portrait: layoutSchema }),
  }),
  'glossary.json': z.strictObject({
    ...file,
    entries: z.array(
      z.strictObject({
        short: text,
        meanings: z.array(z.strictObject({ long: text, papers: z.array(id).min(1) })).min(1),
      }),
    ),
  }),
  'quality.json': z.strictObject({
    ...file,
    quality: z.strictObject({
      merges: z.array(
        z.strictObject({
          id,
          reasons: z.array(text).min(1),
          titles: z.array(text).min(1),
          sightings: z.array(place).min(2),
        }),
      ),
      disagreements: z.array(
        z.strictObject({
          id,
          field: text,
          values: z.array(z.strictObject({ listing: text, value: text })).min(2),
          chosen: text,
        }),
      ),
      corrections: z.array(
        z.strictObject({ rule: text, description: text, papers: count, corrections: count }),
      ),
      missing: z.array(z.strictObject({ field: text, papers: count })),
      datesInferred: count,
      withdrawn: z.array(z.strictObject({ id, why: text, sightings: z.array(place) })),
      unfiled: z.array(id),
      topicGraph: z.strictObject({
        pairs: count,
        observedByExpected: z.number().positive().nullable(),
        links: count,
        sureLinks: count,
        linkedTopics: count,
        communities: count,
        modularity: z.number().min(-0.5).max(1),
        stability: z.number().max(1),
        areaAgreement: z.number().max(1),
      }),
      warnings: z.array(text),
    }),
  }),
  'changes.json': z.strictObject({
    ...file,
    opening: z
      .strictObject({
        date: isoDate.nullable(),
        corpus: hash,
        papers: count,
        listings: count,
        note: text.nullable(),
      })
      .nullable(),
    changes: z.array(changeSchema),
  }),
  'permalinks.json': z.strictObject({
    ...file,
    permalinks: z.array(
      z.strictObject({
        id,
        state: z.enum(['live', 'merged', 'withdrawn']),
        into: id.nullable(),
        why: text.nullable(),
      }),
    ),
    years: z.array(z.string().regex(/^(\d{4}(\/\d{2})?|undated(\/([a-z]|signs))?)$/)),
  }),
}

/**
 * The JSON Schema (draft 2020-12) of a file, whose address is its `$id`. Fields may be added to what it describes, while
 * `schema` in the file stays the same.
 */
export function jsonSchemaOf(name: string, address: string): object {
  const schema = ownValue(dataSchemas, name)
  if (!schema) throw new Error(`${name} has no schema`)
  const { $schema, ...described } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    },
  })
  return { $schema, $id: address, title: name, ...described }
}
