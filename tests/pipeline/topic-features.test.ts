import { expect, test } from 'vitest'
import { topicHitFinder } from '../../scripts/pipeline/find-topic-hits.ts'
import { topicCandidates } from '../../scripts/pipeline/topic-features.ts'
import type { VocabularyTopic } from '../../scripts/pipeline/vocabulary.ts'
import { wordVectors } from '../../scripts/pipeline/word-vectors.ts'
import { otherPapers, textPaper, topic, vocabularyOf } from './topic-fixtures.ts'

function candidatesOf(papers: ReturnType<typeof textPaper>[], ...topics: VocabularyTopic[]) {
  const find = topicHitFinder(vocabularyOf(...topics))
  const mentions = papers.map((paper) => find(paper))
  const broader = new Map(topics.map((one) => [one.id, one.broader]))
  return topicCandidates(papers, mentions, wordVectors(mentions), broader)
}

function features(lists: Partial<VocabularyTopic>, title: string, abstract = '') {
  const [own = []] = candidatesOf(
    [textPaper(title, abstract), ...otherPapers(15)],
    topic('t', lists),
  )
  return own.find((one) => one.topic === 't')?.features
}

const ood = { aliases: ['out-of-distribution'], acronyms: ['OOD'] }

test('`long form (ACR)` counts as one mention, and each later ACR as one more', () => {
  const mentions = (abstract: string) =>
    Math.round(Math.expm1(features(ood, 'On data', abstract)?.abstractHits ?? 0))
  expect(mentions('We study out-of-distribution data.')).toBe(1)
  expect(mentions('We study out-of-distribution (OOD) data.')).toBe(1)
  expect(mentions('We study out-of-distribution (OOD) data. OOD is hard.')).toBe(2)
})

test('tells a title that names the topic from one that only has its acronym', () => {
  expect(features(ood, 'Out-of-distribution data')).toMatchObject({
    titleHit: 1,
    titleAcronymOnly: 0,
  })
  expect(features(ood, 'OOD data')).toMatchObject({ titleHit: 1, titleAcronymOnly: 1 })
})

test('a mention where the authors say what they do is a contribution', () => {
  expect(features(ood, 'On data', 'We propose an OOD test.')?.contribution).toBe(1)
  expect(features(ood, 'On data', 'Data may be OOD. We propose a test.')?.contribution).toBe(0)
})

test('excluded mentions speak for nothing', () => {
  const lists = { ...ood, exclude: ['ood benchmark'] }
  expect(features(lists, 'The OOD benchmark')).toMatchObject({ titleHit: 0, rareForm: 0 })
})

test.each([
  ['Tides', 'The wave.', 1],
  ['Waves and tides', 'The wave.', 0],
  ['Seas', 'The wave, a tide.', 0],
  ['Seas', 'The wave, a tide, a tide.', 1],
])(
  'whether %j, %j names the broader topic beside the narrower only: %i',
  (title, abstract, only) => {
    const [own = []] = candidatesOf(
      [textPaper(title, abstract), ...otherPapers(15)],
      topic('tide', { aliases: ['tide'], broader: ['wave'] }),
      topic('wave', { aliases: ['wave'] }),
    )
    expect(own.map((one) => [one.topic, one.features.broaderOnly])).toEqual([
      ['tide', 0],
      ['wave', only],
    ])
  },
)

test('a paper that a topic is learned from is compared with the others only', () => {
  const papers = [
    textPaper('Selene', 'Basalt dust.'),
    ...['Moon', 'Luna'].map((title) => textPaper(title, 'Crater orbit.')),
    ...['Rock', 'Stone', 'Pebble'].map((title) => textPaper(title, 'Basalt dust.')),
    ...otherPapers(15),
  ]
  const [selene = []] = candidatesOf(
    papers,
    topic('moon', { aliases: ['moon', 'luna', 'selene'] }),
    topic('rock', { aliases: ['rock', 'stone', 'pebble'] }),
  )
  expect(selene.map((one) => one.topic)).toEqual(['moon', 'rock'])
  expect(selene[0]?.features.similarity).toBeCloseTo(0)
  expect(selene[1]?.features.similarity).toBe(1)
})

test('a topic with no word in common is near to nothing', () => {
  const papers = [
    ...['One', 'Two', 'Three'].map((name) => textPaper(`${name} OOD tides`, 'Moon and tides.')),
    ...otherPapers(15),
  ]
  expect(candidatesOf(papers, topic('t', ood)).at(-1)).toEqual([])
})
