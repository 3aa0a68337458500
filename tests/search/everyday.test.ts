import { expect, test } from 'vitest'
import { unpackNames } from '../../src/search/index-files.ts'
import { readSearchState } from '../../src/search/search-state.ts'
import { engineOf, indexOf } from './search-fixtures.ts'

const titles = async (corpus: Parameters<typeof engineOf>[0], q: string) =>
  (await engineOf(corpus).answer({ ...readSearchState(''), q })).answer.results.map(
    ({ title }) => title,
  )

test('an everyday phrase of small words alone must be met', async () => {
  const corpus = {
    papers: [{ title: 'Colours of parrots' }, { title: 'Hallucination of parrots' }],
    synonyms: [{ say: ['make up'], mean: ['hallucination'] }],
  }
  expect((await titles(corpus, 'why do parrots make up '))[0]).toBe('Hallucination of parrots')
  expect(await titles(corpus, 'why do parrots do it ')).toHaveLength(2)
})

test('in few words, an everyday word does not mean all of a topic that has what is meant as one name of several', async () => {
  const corpus = {
    papers: [
      { title: 'Boxes around ships', main: ['detection'] },
      { title: 'Aerial images of harbours' },
      { title: 'Something else' },
    ],
    topics: [{ id: 'detection', label: 'Detection', aliases: ['aerial images'] }],
    synonyms: [{ say: ['satellite'], mean: ['aerial images'] }],
  }
  expect(await titles(corpus, 'satellite ')).toEqual(['Aerial images of harbours'])
  const misspelt = { ...corpus, papers: [...corpus.papers, { title: 'A satellite' }] }
  expect(await titles(misspelt, 'satelite ')).toEqual(['A satellite', 'Aerial images of harbours'])
  const question = 'what can be seen by a satellite at the harbours '
  expect(await titles(corpus, question)).toEqual(['Aerial images of harbours'])
  const engine = engineOf(corpus)
  const { answer } = await engine.answer({ ...readSearchState(''), q: question })
  expect(answer.suggestedTopics.map(({ id }) => id)).toEqual(['detection'])
})

test('papers that have an everyday word come before those that have what it means', async () => {
  const corpus = {
    papers: [
      { title: 'LLM', abstract: 'An LLM is an LLM.' },
      { title: 'A long report', abstract: `${'Of this and that. '.repeat(30)}ChatGPT was asked.` },
    ],
    synonyms: [{ say: ['ChatGPT'], mean: ['LLM'] }],
  }
  expect(await titles(corpus, 'chatgpt ')).toEqual(['A long report', 'LLM'])
})

test('a word that papers have does not lead to what most papers have, if it is all that is asked', async () => {
  const cities = ['Rome', 'Oslo', 'Bern', 'Kyoto', 'Lima']
  const corpus = {
    papers: [
      ...cities.map((city) => ({ title: `An LLM of ${city}` })),
      { title: 'ChatGPT in Rome' },
    ],
    synonyms: [
      { say: ['ChatGPT'], mean: ['LLM'] },
      { say: ['Bard'], mean: ['LLM'] },
    ],
  }
  for (const q of ['chatgpt ', 'papers about chatgpt ', 'chatgpt chatgpt '])
    expect(await titles(corpus, q)).toEqual(['ChatGPT in Rome'])
  expect(await titles(corpus, 'bard ')).toHaveLength(5)
  expect(await titles(corpus, 'chatgpt of rome ')).toContain('An LLM of Rome')
})

test('a word is not meant by itself where it makes a known phrase with its neighbour', async () => {
  const corpus = {
    papers: [{ title: 'Autonomous driving' }, { title: 'Agents that are driving' }],
    synonyms: [
      { say: ['autonomous'], mean: ['agents'] },
      { say: ['robotaxi'], mean: ['autonomous driving'] },
    ],
  }
  expect((await titles(corpus, 'autonomous driving '))[0]).toBe('Autonomous driving')
  const { answer } = await engineOf(corpus).answer({
    ...readSearchState(''),
    q: 'driving autonomous driving ',
  })
  expect(answer.expansions).toEqual([])
  expect(await titles(corpus, 'autonomous ')).toContain('Agents that are driving')
})

test('everyday words are packed by what they lead to, and come apart as names', () => {
  const { rows, full } = indexOf({
    papers: [{ title: 'Pruning of trees', main: ['pruning'] }],
    topics: [{ id: 'pruning', label: 'Pruning', aliases: [] }],
    synonyms: [{ say: ['trim', 'cut away'], mean: ['pruning'] }],
  })
  expect(full.everyday).toEqual([[['trim', 'cut away'], [['pruning', '#pruning']]]])
  expect(unpackNames(rows, full)).toEqual([
    { words: 'pruning', term: '#pruning', label: 'Pruning' },
    { words: 'trim', term: '~pruning', label: 'pruning', isEveryday: true },
    { words: 'trim', term: '#pruning', label: 'Pruning', isEveryday: true },
    { words: 'cut away', term: '~pruning', label: 'pruning', isEveryday: true },
    { words: 'cut away', term: '#pruning', label: 'Pruning', isEveryday: true },
  ])
})
