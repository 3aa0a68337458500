import { expect, test } from 'vitest'
import { matchAliases, nearestByWords } from '../../scripts/evaluate/baselines.ts'
import { trimVocabulary } from '../../scripts/evaluate/trim-vocabulary.ts'
import type { Vocabulary } from '../../scripts/pipeline/vocabulary.ts'

const vocabulary: Vocabulary = {
  areas: [],
  field: [],
  topics: [
    {
      id: 'model-routing',
      label: 'Model routing',
      scope: '',
      area: '',
      formerly: [],
      broader: [],
      aliases: ['model routing', 'router of models'],
      acronyms: [],
      context: ['cheap model'],
      searched: [],
      parts: [],
      exclude: ['model routing of trains'],
      needsField: false,
    },
  ],
}

function paper(title: string, abstract: string) {
  return { id: title, title, abstract, sentences: [{ start: 0, end: abstract.length }] }
}

test('plain matching wants an alias in the title or twice in the abstract', () => {
  const papers = [
    paper('Model Routing', 'Nothing.'),
    paper('Twice', 'Model routing is model routing.'),
    paper('Once', 'Model routing uses a cheap model, another cheap model.'),
    paper('Excluded', 'Model routing of trains is model routing of trains.'),
  ]
  expect([...matchAliases(papers, vocabulary).values()]).toEqual([
    ['model-routing'],
    ['model-routing'],
    [],
    ['model-routing'],
  ])
})

test('finds the papers of nearest words, without the paper itself', () => {
  const papers = [
    paper('Coral reefs', 'Coral and algae.'),
    paper('Coral fish', 'Algae feed fish.'),
    paper('Steel bridges', 'Steel and bolts.'),
    paper('Steel towers', 'Bolts of steel.'),
    paper('Bridges', 'Of wood.'),
    paper('Towers', 'Of sand.'),
    paper('Wood', 'A study of sand.'),
    paper('Roads', 'Asphalt.'),
    paper('Rails', 'Gravel.'),
  ]
  expect(nearestByWords(papers, 1).get('Coral reefs')).toEqual(['Coral fish'])
  expect(nearestByWords(papers, 1).get('Steel bridges')).toEqual(['Steel towers'])
  expect(nearestByWords(papers, 3).get('Roads')).toHaveLength(3)
})

test('trims phrases that stand in the text of one paper only', () => {
  const {
    vocabulary: trimmed,
    single,
    all,
  } = trimVocabulary(vocabulary, [
    paper('Model Routing', 'A router of models, and a cheap model.'),
    paper('Other', 'Model routing of trains; a router of models.'),
  ])
  const kept = { aliases: ['model routing', 'router of models'], context: [], exclude: [] }
  expect(trimmed.topics[0]).toMatchObject(kept)
  expect(single).toEqual({ aliases: 0, acronyms: 0, context: 1, exclude: 1 })
  expect(all).toEqual({ aliases: 2, acronyms: 0, context: 1, exclude: 1 })
})
