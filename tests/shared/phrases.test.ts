import { expect, test } from 'vitest'
import { phraseReader, spellPhrase, wholePhrases, wordedText } from '../../src/shared/phrases.ts'

/** What a reader that learned from texts reads in the last of them. */
function read(...texts: string[]) {
  return readerOf(texts)
    .read(wordedText(texts.at(-1) ?? ''))
    .map(({ spelling }) => spelling)
}

function readerOf(texts: string[]) {
  return phraseReader(texts.map((text) => wordedText(text)))
}

const tuned = ['Fine-tuning birds.', 'Fine-tuning cats.', 'Fine-grained dogs.']

test('a word that stands in compounds only is read with the whole', () => {
  expect(read(...tuned, 'Fine-grained tuning')).toEqual(['Fine-grained', 'tuning'])
})

test('words that keep each other are a compound without a hyphen', () => {
  expect(read('Monte Carlo. A Monte.', 'A Monte Carlo walk.', 'Walk to Monte Carlo')).toEqual([
    'Walk',
    'Monte Carlo',
  ])
  expect(read('Carlo sings.', 'A Monte Carlo walk.', 'Walk to Monte Carlo')).toEqual([
    'Walk',
    'Monte',
    'Carlo',
  ])
})

test('a compound is the same without its hyphens', () => {
  expect(read(...tuned, 'Fine-tuning.', 'Fine tuning birds')).toEqual(['Fine tuning', 'birds'])
})

test('words that stand alone elsewhere are read apart', () => {
  expect(read('An LLM sings.', 'LLM on LLM.', 'LLM-guided birds')).toEqual([
    'LLM',
    'guided',
    'birds',
  ])
})

test('a number ends a compound', () => {
  expect(read('GPT-4 sings.', 'GPT-4 and GPT-4.', 'GPT-4')).toEqual(['GPT', '4'])
})

test('empty words tell in compounds only', () => {
  expect(read('Unlike a long song, long-context birds are well-known')).toEqual([
    'song',
    'long-context',
    'birds',
  ])
})

test('addresses tell nothing', () => {
  expect(read('Birds at https://example.org/cats and www.dogs.org. Cows')).toEqual([
    'Birds',
    'Cows',
  ])
})

test('says which words stand alone', () => {
  const { standsAlone } = readerOf([...tuned, 'Tuning.'])
  expect(['fine', 'tuning', 'unlike'].map(standsAlone)).toEqual([false, true, false])
})

test.each([
  ['Trade-Off', 'trade-off'],
  ['Monte Carlo', 'Monte Carlo'],
  ['Good-Turing', 'Good-Turing'],
  ['LLM-Guided', 'LLM-guided'],
  ['Best-of-N', 'best-of-N'],
  ['DeepSeek-V3', 'DeepSeek-V3'],
])('spells %j as %j', (spelling, spelled) => {
  const isName = (word: string) => /Monte|Carlo|Turing/.test(word)
  expect(spellPhrase({ key: '', spelling }, isName)).toBe(spelled)
})

test('the whole takes the place of its parts', () => {
  const phrases = (...keys: string[]) => keys.map((key) => ({ key, spelling: key }))
  const keys = wholePhrases(phrases('tuning', 'bird', 'fine tuning', 'fine', 'cat', 'dog'), 3)
  expect(keys.map(({ key }) => key)).toEqual(['bird', 'fine tuning', 'cat'])
})

test('of very many texts some are enough to learn from', () => {
  const texts = Array.from({ length: 8000 }, (_, index) => (index % 2 ? 'Fine.' : 'Fine-tuning.'))
  expect(readerOf(texts).standsAlone('fine')).toBe(false)
  expect(readerOf(texts.slice(0, 4000)).standsAlone('fine')).toBe(true)
})
