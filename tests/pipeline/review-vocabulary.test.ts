import { expect, test } from 'vitest'
import type { FiledTopics } from '../../scripts/pipeline/assign-topics.ts'
import type { TopicHit } from '../../scripts/pipeline/find-topic-hits.ts'
import { formatReview } from '../../scripts/pipeline/format-review.ts'
import { reviewVocabulary } from '../../scripts/pipeline/review-vocabulary.ts'
import { otherPapers, textPaper, topic, vocabularyOf } from './topic-fixtures.ts'

const vocabulary = vocabularyOf(
  topic('tide', {
    aliases: ['tide', 'high tide', 'low tide'],
    acronyms: ['HT', 'LT'],
    context: ['salt water'],
    exclude: ['tide of papers'],
  }),
  topic('moon', { aliases: ['moon'] }),
)

function filing(...ids: string[]): FiledTopics {
  return {
    assignments: ids.map((id) => ({ id, grade: 'main', basis: 'name', evidence: [] })),
    likelihoods: new Map(ids.map((id) => [id, 0.9])),
    rejected: [],
  }
}

function hit(phrase: string, more: Partial<TopicHit> = {}): TopicHit {
  return { field: 'title', kind: 'alias', phrase, start: 0, end: 4, sentence: 0, ...more }
}

/** Of papers that all have the same topic, but for what a test says. */
function review(texts: string[], filed: FiledTopics[] = texts.map(() => filing('tide', 'moon'))) {
  return reviewVocabulary(
    texts.map((text, index) => textPaper('Title', text, `p${index}`)),
    filed,
    vocabulary,
  )
}

test('phrases that the vocabulary lists, or that hold an alias, are not told again', () => {
  const texts = Array.from({ length: 4 }, () => 'Salt water. Spring tides. Sand castles.')
  expect(review(texts).phrases.map(({ phrase }) => phrase)).toEqual(['sand castles'])
})

test('tells abbreviations of which neither form leads to a topic', () => {
  const texts = ['a sand castle (SC)', 'sand castles (SC)', 'a high tag (HT)', 'moon walks (MW)']
  expect(review(texts).abbreviations).toEqual([{ short: 'SC', long: 'sand castle', papers: 2 }])
})

test('tells unfiled papers with the words that set them apart', () => {
  const papers = [
    textPaper('Sand', 'castles castles', 'p'),
    textPaper('Castles', 'sand', 'q'),
    ...otherPapers(10),
  ]
  const filed = papers.map((_, index) => (index === 0 ? filing() : filing('tide', 'moon')))
  expect(reviewVocabulary(papers, filed, vocabulary).unfiled).toEqual([
    { id: 'p', words: ['castle', 'sand'] },
  ])
})

test('tells papers with one topic, those with the likeliest next one first', () => {
  const second = {
    ...filing('tide'),
    likelihoods: new Map([
      ['tide', 0.9],
      ['moon', 0.3],
    ]),
  }
  expect(review(['a', 'b', 'c'], [filing('tide'), second, filing('tide', 'moon')]).single).toEqual([
    { id: 'p1', topic: 'tide', next: { topic: 'moon', likelihood: 0.3 } },
    { id: 'p0', topic: 'tide', next: null },
  ])
})

test('tells topics with fewer than three main papers, and with more than a fifth', () => {
  const filed = Array.from({ length: 10 }, (_, index) => filing(...(index < 3 ? ['tide'] : [])))
  const { small, large } = review(
    Array.from({ length: 10 }, () => 'x'),
    filed,
  )
  expect(small).toEqual([{ topic: 'moon', main: 0 }])
  expect(large).toEqual([{ topic: 'tide', share: 0.3 }])
})

test('tells rejected mentions and why', () => {
  const rejected: FiledTopics['rejected'] = [
    { topic: 'tide', likelihood: 0.1, hits: [hit('tide', { excludedBy: 'tide of papers' })] },
    { topic: 'moon', likelihood: 0.21, hits: [hit('salt', { kind: 'context' }), hit('moon')] },
    { topic: 'sun', likelihood: 0.99, hits: [hit('sun')] },
  ]
  const { excluded, rejected: told } = review(['x'], [{ ...filing('tide', 'moon'), rejected }])
  expect(excluded).toEqual([
    { topic: 'tide', id: 'p0', phrase: 'tide', excludedBy: 'tide of papers' },
  ])
  expect(told).toEqual([
    { topic: 'sun', id: 'p0', phrase: 'sun', likelihood: 0.99, reason: 'crowded' },
    { topic: 'moon', id: 'p0', phrase: 'moon', likelihood: 0.21, reason: 'unlikely' },
  ])
  const unfiled = { ...filing(), rejected: rejected.slice(2) }
  expect(review(['x'], [unfiled]).rejected).toMatchObject([{ topic: 'sun', reason: 'unfiled' }])
})

test('tells names that never occur, but not one that always stands in a longer one', () => {
  expect(review(['A high tide, an HT, a moon.']).silent).toEqual([
    { topic: 'tide', phrase: 'low tide' },
    { topic: 'tide', phrase: 'LT' },
  ])
})

test('prints each section with its count, and no more of it than asked', () => {
  const lines = formatReview(review(['a (b)', 'A high tide.']), 2)
  expect(lines.slice(-5)).toEqual([
    'Aliases that never occur (4)',
    expect.any(String),
    '  tide: low tide',
    '  tide: HT',
    '  … 2 more; see all with --all',
  ])
  expect(formatReview(review(['A high tide.']), Number.POSITIVE_INFINITY).at(-1)).toBe(
    '  moon: moon',
  )
  expect(lines).toContain('Papers without a topic (0)')
})
