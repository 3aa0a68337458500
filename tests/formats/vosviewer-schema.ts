import { z } from 'astro/zod'

/**
 * VOSviewer publishes no schema. This one is written from its documentation of the JSON file type
 * (https://app.vosviewer.com/docs/file-types/json-file-type/) and from what VOSviewer Online 1.2.3 refuses
 * to read (`src/utils/errors.js` of neesjanvaneck/VOSviewer-Online): fewer than three items, ids that are
 * empty or stand twice, links to no item, an item without a weight that others have, all items in one place.
 */
const id = z.union([z.string().min(1), z.int()])
const cluster = z.int().min(1).max(1000)

const item = z.strictObject({
  id,
  label: z.string(),
  description: z.string().optional(),
  url: z.url().optional(),
  x: z.number(),
  y: z.number(),
  cluster: cluster.optional(),
  weights: z.record(z.string(), z.number().nonnegative()).optional(),
  scores: z.record(z.string(), z.number()).optional(),
})

const network = z
  .strictObject({
    items: z.array(item).min(3),
    links: z.array(
      z.strictObject({ source_id: id, target_id: id, strength: z.number().nonnegative() }),
    ),
    clusters: z.array(z.strictObject({ cluster, label: z.string() })),
  })
  .refine(({ items }) => new Set(items.map((one) => one.id)).size === items.length, {
    error: 'ids stand twice',
  })
  .refine(
    ({ items, links }) => {
      const ids = new Set(items.map((one) => one.id))
      return links.every(({ source_id, target_id }) => ids.has(source_id) && ids.has(target_id))
    },
    { error: 'a link leads to no item' },
  )
  .refine(
    ({ items }) =>
      new Set(items.map(({ weights }) => Object.keys(weights ?? {}).join())).size === 1,
    { error: 'an item lacks a weight' },
  )
  .refine(({ items }) => new Set(items.map(({ x, y }) => `${x} ${y}`)).size > 1, {
    error: 'all items are in one place',
  })

const term = z.string().optional()

export const vosviewerFile = z.strictObject({
  network,
  config: z
    .strictObject({
      terminology: z.strictObject({
        item: term,
        items: term,
        link: term,
        links: term,
        cluster: term,
        clusters: term,
        link_strength: term,
        total_link_strength: term,
      }),
    })
    .optional(),
  info: z.strictObject({ title: z.string(), description: z.string() }).optional(),
})
