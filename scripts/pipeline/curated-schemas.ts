import { z } from 'astro/zod'

const sentence = z.string().trim().min(8)

/** data/curated/listings.yaml */
export const listingsSchema = z.strictObject({
  /** Ids of listings whose saved page itself ends in mid-sentence. */
  endsMidSentence: z.array(z.string()).default([]),
})

/** data/curated/synonyms.yaml: everyday words, and the words of the field that they lead to. */
export const synonymsSchema = z.strictObject({
  synonyms: z
    .array(
      z.strictObject({
        say: z.array(z.string().trim().min(1)).min(1),
        mean: z.array(z.string().trim().min(1)).min(1),
      }),
    )
    .default([]),
})

/**
 * data/curated/paraphrases.yaml, free-paraphrases.yaml, topic-paraphrases.yaml: by id of a paper or a topic, what a
 * reader may say who does not know its words, a line each.
 */
export const paraphrasesSchema = z.record(
  z.string(),
  z
    .string('write one paraphrase on each line below "|"')
    .transform((text) => text.split('\n').flatMap((line) => line.trim() || []))
    .refine((lines) => lines.length > 0, 'there is no paraphrase'),
)

/** data/curated/merges.yaml: titles as printed. */
export const mergesSchema = z.strictObject({
  merge: z.array(z.strictObject({ titles: z.array(z.string()).min(2), why: sentence })).default([]),
  keepApart: z
    .array(
      z
        .strictObject({
          title: z.string(),
          listings: z.array(z.string()).min(1).optional(),
          abstract: z.string().min(20, 'give at least 20 characters of the abstract').optional(),
          why: sentence,
        })
        .refine(({ listings, abstract }) => (listings === undefined) !== (abstract === undefined), {
          error:
            'give either `listings` or `abstract`, so that it is clear which records are meant',
        }),
    )
    .default([]),
})
