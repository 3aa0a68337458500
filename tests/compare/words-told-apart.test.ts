import { expect, test } from 'vitest'
import { groupWords } from '../../src/compare/words-told-apart.ts'

function paper(abstract: string, ...words: [string, number][]) {
  return { title: '', abstract, words: words.map(([word, weight]) => ({ word, weight })) }
}

const papers = [
  paper('Tides and moons, and salt.', ['tides', 1], ['salt', 0.5], ['moons', 0.2]),
  paper('A tide, wind.', ['wind', 1], ['tide', 0.4]),
  paper('The salty moon is dry.', ['dry', 1]),
]

test('words are grouped by the papers that use them, in any form and distinctive there or not', () => {
  expect(groupWords(papers, 8)).toEqual([
    { places: [0, 1], words: ['tides'] },
    { places: [0, 2], words: ['moons'] },
    { places: [0], words: ['salt'] },
    { places: [1], words: ['wind'] },
    { places: [2], words: ['dry'] },
  ])
})

test('the strongest of a set come first, and no more than asked', () => {
  const own = paper('One two three.', ['one', 0.3], ['two', 1], ['three', 0.9])
  expect(groupWords([own], 2)).toEqual([{ places: [0], words: ['two', 'three'] }])
})

test('a word of several papers counts with the sum, spelled as where it is strongest', () => {
  const first = paper('Tides, moon, dry.', ['tides', 0.6], ['dry', 0.7], ['moon', 0.3])
  const second = paper('A tide, moons. Dry.', ['tide', 0.5], ['moons', 0.4])
  expect(groupWords([first, second], 8)).toEqual([
    { places: [0, 1], words: ['tides', 'dry', 'moons'] },
  ])
})

test('titles count, but no compound begins in a title and ends in an abstract', () => {
  const own = { ...paper('Model trees.', ['model tree', 1]), title: 'A study' }
  const others = [
    { ...paper('They grow.'), title: 'Model trees' },
    { ...paper('Trees grow.'), title: 'A model' },
  ]
  expect(groupWords([own, ...others], 8)).toEqual([{ places: [0, 1], words: ['model tree'] }])
})

test('a paper uses a compound if its words stand there in order', () => {
  const own = paper('Model trees.', ['model tree', 1])
  const others = [paper('A tree, and models.'), paper('The model-tree.')]
  expect(groupWords([own, ...others], 8)).toEqual([{ places: [0, 2], words: ['model tree'] }])
})
