import { expect, test } from 'vitest'
import { topicHitFinder } from '../../scripts/pipeline/find-topic-hits.ts'
import { topicCandidates } from '../../scripts/pipeline/topic-features.ts'
import type { VocabularyTopic } from '../../scripts/pipeline/vocabulary.ts'
import { wordVectors } from '../../scripts/pipeline/word-vectors.ts'
import { otherPapers, textPaper, topic, vocabularyOf } from './topic-fixtures.ts'

function features(lists: Partial<VocabularyTopic>, title: string, abstract = '') {
  const papers = [textPaper(title, abstract), ...otherPapers(15)]
  const find = topicHitFinder(vocabularyOf(topic('t', lists)))
  const mentions = papers.map((paper) => find(paper))
  return topicCandidates(papers, mentions, wordVectors(mentions), new Map())[0]?.find(
    (one) => one.topic === 't',
  )?.features
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

test('a topic with no word in common is near to nothing', () => {
  const papers = [
    ...['One', 'Two', 'Three'].map((name) => textPaper(`${name} OOD tides`, 'Moon and tides.')),
    ...otherPapers(15),
  ]
  const find = topicHitFinder(vocabularyOf(topic('t', ood)))
  const mentions = papers.map((paper) => find(paper))
  expect(topicCandidates(papers, mentions, wordVectors(mentions), new Map()).at(-1)).toEqual([])
})
