import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildCorpus } from '../../scripts/pipeline/build-corpus.ts'
import { CURATED_FILES, type CuratedName } from '../../scripts/pipeline/read-sources.ts'
import { realListings } from './listing-fixtures.ts'

const text = (file: string) => readFileSync(file, 'utf8')

/** A committed summary of what the real listings become, so that a change of data shows in review. */
test('the real listings become what the golden summary says', async () => {
  const built = buildCorpus({
    listings: realListings(),
    registry: { file: 'data/permalinks.json', text: text('data/permalinks.json') },
    curated: {
      folder: 'data/curated',
      files: Object.fromEntries(
        CURATED_FILES.map((name) => [name, text(`data/curated/${name}`)]),
      ) as Record<CuratedName, string>,
    },
  })
  if ('problems' in built) throw new Error(JSON.stringify(built.problems))
  const { corpus, papers, listings, quality } = built
  expect(corpus).toMatchObject({ papers: 465, sightings: 572, listings: 5 })
  const lines = [
    `${corpus.papers} papers, ${corpus.sightings} sightings, ${corpus.listings} listings`,
    ...listings.map(
      ({ id, records, onlyHere, year }) =>
        `${id}: ${records} records, ${onlyHere} only here, year ${year}`,
    ),
    ...quality.corrections.map(
      ({ rule, corrections, papers: count }) => `${rule}: ${corrections} in ${count} papers`,
    ),
    ...quality.missing.map(({ field, papers: count }) => `no ${field}: ${count}`),
    '',
    ...papers.map((paper) =>
      [
        paper.id,
        `  ${paper.title}`,
        `  ${[
          paper.date
            ? paper.date.value + (paper.date.yearInferred ? ' (inferred)' : '')
            : 'undated',
          `${paper.authorCount ?? paper.organization?.name ?? '?'} authors`,
          `${paper.comments ?? '?'} comments`,
          `${paper.sentences.length} sentences`,
          `${paper.abstractMath.length} formulas`,
          `${paper.corrections.length} repairs`,
          paper.sightings.map(({ listing, rank }) => `${listing.slice(0, 3)}#${rank}`).join(' '),
        ].join(', ')}`,
        `  topics: ${paper.topics.map(({ id, grade }) => (grade === 'main' ? id : `(${id})`)).join(' ')}`,
        `  related: ${paper.related.map(({ id }) => id).join(' ')}`,
        ...paper.resources.map(({ kind, url }) => `  ${kind} ${url}`),
      ].join('\n'),
    ),
  ]
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/corpus.txt')
})
