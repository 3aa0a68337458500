import { expect, test } from 'vitest'
import { type CuratedMerges, mergeSightings } from '../../scripts/pipeline/merge-sightings.ts'
import type { ListingEntry } from '../../scripts/pipeline/parse-listing.ts'
import { abstractOf } from './listing-fixtures.ts'

const none: CuratedMerges = { file: 'merges.yaml', merge: [], keepApart: [] }

function entry(listing: string, title: string, abstract = abstractOf(title)): ListingEntry {
  return {
    listing,
    rank: 1,
    lines: [1, 2],
    title,
    abstract,
    abstractLine: 2,
    authorCount: null,
    organization: null,
    date: null,
    comments: null,
  }
}

function titlesOf(entries: ListingEntry[], curated = none): string[][] {
  return mergeSightings(entries, curated).groups.map((group) =>
    group.entries.map(({ title }) => title),
  )
}

test('printed variants of one title are one paper', () => {
  const variants = [
    'Scaling of Pass@$k$ Inference',
    'Scaling of Pass@k Inference',
    'SCALING OF PASS@K INFERENCE.',
  ]
  const entries = variants.map((title, index) =>
    entry(`00${index}`, title, abstractOf(`variant ${index}`)),
  )
  expect(titlesOf(entries)).toEqual([variants])
  expect(mergeSightings(entries, none).groups[0]?.reasons).toEqual(['same title'])
})

test('different papers with similar titles stay apart', () => {
  expect(
    titlesOf([entry('000', 'Bayesian Deep Learning I'), entry('001', 'Bayesian Deep Learning II')]),
  ).toHaveLength(2)
})

test('a corrected title with the same abstract is the same paper', () => {
  const entries = [
    entry('000', 'On Speling', abstractOf('x')),
    entry('001', 'On Spelling', abstractOf('x')),
  ]
  const { groups } = mergeSightings(entries, none)
  expect(groups).toHaveLength(1)
  expect(groups[0]?.titleFingerprints).toHaveLength(2)
  expect(groups[0]?.reasons).toEqual(['same abstract'])
})

test('a paper that two reasons bring together has both', () => {
  const entries = [
    entry('000', 'On Speling', abstractOf('x')),
    entry('001', 'On Spelling', abstractOf('y')),
    entry('002', 'On Spelling', abstractOf('x')),
  ]
  const { groups } = mergeSightings(entries, none)
  expect(groups.map(({ reasons }) => reasons)).toEqual([['same abstract', 'same title']])
})

test('a curated decision merges what nothing else would, and its reason is kept', () => {
  const entries = [entry('000', 'A Preprint Title'), entry('001', 'Quite Another Title')]
  const curated = {
    ...none,
    merge: [
      { line: 3, titles: ['A Preprint Title', 'Quite Another Title'], why: 'same code repository' },
    ],
  }
  expect(titlesOf(entries, curated)).toHaveLength(1)
  expect(mergeSightings(entries, curated).groups[0]?.reasons).toEqual([
    'curated: same code repository',
  ])
})

test('a curated decision keeps apart what has the same title and abstract', () => {
  const entries = [entry('000', 'Editorial'), entry('001', 'Editorial'), entry('002', 'Editorial')]
  const curated = {
    ...none,
    keepApart: [{ line: 5, title: 'Editorial', listings: ['001'], why: 'another journal' }],
  }
  const { groups } = mergeSightings(entries, curated)
  expect(groups.map((group) => group.entries.map(({ listing }) => listing))).toEqual([
    ['000', '002'],
    ['001'],
  ])
  expect(groups[0]?.titleFingerprints).not.toEqual(groups[1]?.titleFingerprints)
})

test('a curated title that no record has is a problem at its line', () => {
  const curated = {
    ...none,
    merge: [{ line: 3, titles: ['A Work', 'No Such Work'], why: 'because' }],
    keepApart: [{ line: 9, title: 'Nor This', listings: ['000'], why: 'because' }],
  }
  const { problems } = mergeSightings([entry('000', 'A Work')], curated)
  expect(problems.map(({ line }) => line)).toEqual([3, 9])
  expect(problems[0]?.message).toMatch(/"No Such Work" is the title of no record/)
})
