import { expect, test } from 'vitest'
import { realCorpus } from './real-corpus.ts'

/** A committed summary of what the real listings become, so that a change of data shows in review. */
test('the real listings become what the golden summary says', async () => {
  const { corpus, papers, listings, quality } = realCorpus
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
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
    '../golden/corpus.txt',
    'Read what changed; if it is right, run: npx vitest run --project unit golden -u',
  )
})
