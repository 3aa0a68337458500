import { byId } from '../../src/shared/code-unit-order.ts'
import type { Disagreement, Paper, Quality, Sighting } from '../../src/shared/model.ts'
import type { MergeReason } from './merge-sightings.ts'
import type { PermalinkRegistry } from './permalink-registry.ts'

/** Where a record stands. */
export type Place = Pick<Sighting, 'listing' | 'rank'>

/** What became of the records, as far as the papers do not tell. Maps go by id. */
export interface Account {
  /** Why records are one paper. */
  reasons: Map<string, MergeReason[]>
  /** Records of withdrawn papers. */
  leftOut: Map<string, Place[]>
  warnings: string[]
}

/** Everything that was done to the source, counted from the data itself. */
export function reportQuality(
  papers: Paper[],
  { reasons, leftOut, warnings }: Account,
  rules: { id: string; description: string }[],
  registry: PermalinkRegistry,
): Omit<Quality, 'topicGraph'> {
  const inOrder = [...papers].sort(byId)
  return {
    merges: inOrder
      .filter((paper) => paper.sightings.length > 1)
      .map((paper) => ({
        id: paper.id,
        reasons: reasons.get(paper.id) ?? [],
        titles: paper.titleAsPrinted,
        sightings: paper.sightings.map(({ listing, rank }) => ({ listing, rank })),
      })),
    disagreements: inOrder.flatMap(findDisagreements),
    corrections: rules
      .map(({ id, description }) => ({
        rule: id,
        description,
        papers: papers.filter((paper) => paper.corrections.some(({ rule }) => rule === id)).length,
        corrections: papers.reduce(
          (sum, paper) => sum + paper.corrections.filter(({ rule }) => rule === id).length,
          0,
        ),
      }))
      .filter(({ corrections }) => corrections > 0),
    missing: [
      { field: 'date', papers: count(papers, (paper) => paper.date === null) },
      { field: 'author count', papers: count(papers, (paper) => paper.authorCount === null) },
      { field: 'organization', papers: count(papers, (paper) => paper.organization === null) },
      { field: 'comment count', papers: count(papers, (paper) => paper.comments === null) },
      { field: 'author names', papers: papers.length },
      { field: 'resource', papers: count(papers, (paper) => paper.resources.length === 0) },
    ],
    datesInferred: count(papers, (paper) => paper.date?.yearInferred === true),
    withdrawn: registry.permalinks.flatMap(({ id, why }) =>
      why === undefined ? [] : { id, why, sightings: leftOut.get(id) ?? [] },
    ),
    unfiled: inOrder.filter((paper) => paper.topics.length === 0).map(({ id }) => id),
    warnings,
  }
}

function count(papers: Paper[], test: (paper: Paper) => boolean): number {
  return papers.filter(test).length
}

function findDisagreements(paper: Paper): Disagreement[] {
  const fields: [Disagreement['field'], (sighting: Sighting) => string | null, string][] = [
    ['title', (sighting) => sighting.title, paper.title],
    ['date', (sighting) => sighting.date?.value ?? null, paper.date?.value ?? ''],
    ['authorCount', (sighting) => sighting.authorCount?.toString() ?? null, `${paper.authorCount}`],
    [
      'organization',
      (sighting) => sighting.organization?.name ?? null,
      paper.organization?.name ?? '',
    ],
    ['comments', (sighting) => sighting.comments?.toString() ?? null, `${paper.comments}`],
  ]
  const found = fields.flatMap(([field, read, chosen]) => {
    const values = paper.sightings.flatMap((sighting) => {
      const value = read(sighting)
      return value === null ? [] : { listing: sighting.listing, value }
    })
    return new Set(values.map(({ value }) => value)).size > 1
      ? [{ id: paper.id, field, values, chosen }]
      : []
  })
  return found
}
