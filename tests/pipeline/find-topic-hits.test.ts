import { expect, test } from 'vitest'
import { topicHitFinder } from '../../scripts/pipeline/find-topic-hits.ts'
import type { VocabularyTopic } from '../../scripts/pipeline/vocabulary.ts'
import { textPaper, topic, vocabularyOf } from './topic-fixtures.ts'

/** The hits of the topic `t` as `words in the text [phrase] ~exclusion`. */
function hits(lists: Partial<VocabularyTopic>, title: string, abstract = ''): string[] {
  const paper = textPaper(title, abstract)
  const { hitsByTopic } = topicHitFinder(vocabularyOf(topic('t', lists)))(paper)
  return (hitsByTopic.get('t') ?? []).map(({ field, start, end, excludedBy }) => {
    const words = paper[field].slice(start, end)
    return excludedBy === undefined ? words : `${words} ~${excludedBy}`
  })
}

test.each([
  'Chain-of-Thought prompting',
  'chains of thoughts',
  'CHAIN OF THOUGHT',
  'Chain‑of‑thought',
])('finds the alias in %j', (title) => {
  expect(hits({ aliases: ['chain-of-thought'] }, title)).toHaveLength(1)
})

test('finds an alias without its accents', () => {
  expect(hits({ aliases: ['matern kernel'] }, 'On Matérn kernels')).toEqual(['Matérn kernels'])
})

test('acronyms keep their case, and may have a plural s', () => {
  const found = hits({ acronyms: ['SSM'] }, 'SSM, SSMs, ssm, SSM-based, SSMx')
  expect(found).toEqual(['SSM', 'SSMs', 'SSM'])
})

test('an acronym is no beginning of a word', () => {
  expect(hits({ acronyms: ['AL'] }, 'ALSO AL')).toEqual(['AL'])
})

test('an acronym that the abstract gives another long form is marked', () => {
  const lists = { aliases: ['test-time scaling'], acronyms: ['TTS'] }
  expect(hits(lists, 'TTS', 'Text-to-speech (TTS) is old.')).toEqual([
    'TTS ~Text-to-speech',
    'TTS ~Text-to-speech',
  ])
  // One word of context in a long form is not enough, a whole phrase of it is.
  const circuits = { acronyms: ['PIC'], context: ['circuit', 'integral circuit'] }
  expect(hits(circuits, 'PIC', 'Photonic integrated circuits (PICs).')).toContain(
    'PIC ~Photonic integrated circuits',
  )
  expect(hits(circuits, 'PICs', 'Integral circuits (ICs).')).toContain('PICs')
  expect(hits(lists, 'TTS', 'Test time scaling (TTS) is new.')).toEqual([
    'TTS',
    'Test time scaling',
    'TTS',
  ])
})

test('of two aliases that overlap the longer wins', () => {
  expect(hits({ aliases: ['tree', 'tree search', 'search'] }, 'Tree search with a tree')).toEqual([
    'Tree search',
    'tree',
  ])
})

test('a word of context inside an alias does not count beside it', () => {
  expect(hits({ aliases: ['draft tree'], context: ['draft'] }, 'A draft tree, a draft')).toEqual([
    'draft tree',
    'draft',
  ])
})

test('a hit that an exclusion overlaps stays and says which', () => {
  expect(
    hits(
      { aliases: ['monte carlo'], exclude: ['monte carlo tree search'] },
      'Monte Carlo Tree Search beats Monte Carlo',
    ),
  ).toEqual(['Monte Carlo ~monte carlo tree search', 'Monte Carlo'])
})

test('an exclusion takes the meaning from acronyms and context too', () => {
  const lists = { acronyms: ['PC'], context: ['algorithm'], exclude: ['pc algorithm'] }
  expect(hits(lists, 'The PC algorithm')).toEqual(['PC ~pc algorithm', 'algorithm ~pc algorithm'])
})

test('an exclusion of one topic leaves the others alone', () => {
  const find = topicHitFinder(
    vocabularyOf(
      topic('a', { aliases: ['diffusion'], exclude: ['heat diffusion'] }),
      topic('b', { aliases: ['diffusion'] }),
    ),
  )
  const { hitsByTopic } = find(textPaper('Heat diffusion'))
  expect(hitsByTopic.get('a')?.[0]?.excludedBy).toBe('heat diffusion')
  expect(hitsByTopic.get('b')?.[0]).not.toHaveProperty('excludedBy')
})

test('says in which field and sentence a hit stands, title first', () => {
  const find = topicHitFinder(vocabularyOf(topic('t', { aliases: ['kv cache'] })))
  const paper = textPaper('The KV cache', 'We study caches. A KV cache grows. It is large.')
  expect(
    find(paper)
      .hitsByTopic.get('t')
      ?.map(({ field, sentence }) => [field, sentence]),
  ).toEqual([
    ['title', 0],
    ['abstract', 1],
  ])
})

test('a text without the words has no hits', () => {
  const { hitsByTopic } = topicHitFinder(vocabularyOf(topic('t', { aliases: ['kv cache'] })))(
    textPaper('On birds', 'They fly. A cache of KV is no match.'),
  )
  expect(hitsByTopic.size).toBe(0)
})
