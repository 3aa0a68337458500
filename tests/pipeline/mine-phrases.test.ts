import { expect, test } from 'vitest'
import { minePhrases } from '../../scripts/pipeline/mine-phrases.ts'
import { textPaper } from './topic-fixtures.ts'

/** Mines papers that each hold one of the texts as their abstract. */
function mine(...texts: string[]) {
  return minePhrases(texts.map((text, index) => textPaper(`Paper ${index}`, text)))
}

const times = (count: number, text: string) => Array.from({ length: count }, () => text)

test('a phrase of two words counts as often as it stands, in four papers at least', () => {
  expect(mine(...times(4, 'Use loopy graphs.'), ...times(3, 'Bold kites.'))).toEqual([
    { phrase: 'loopy graphs', cValue: 4, papers: 4 },
  ])
})

test('C-value: log₂ of the words times what longer phrases leave', () => {
  const found = mine(...times(4, 'The bold red kite.'), ...times(6, 'The red kite.'))
  expect(found).toEqual(
    [
      // Stands 10 times, 4 of them inside one longer phrase.
      { phrase: 'red kite', cValue: 6, papers: 10 },
      { phrase: 'bold red kite', cValue: Math.log2(3) * 4, papers: 4 },
    ].sort((a, b) => b.cValue - a.cValue),
  )
})

test('a phrase that only stands inside a longer one is left out', () => {
  expect(mine(...times(4, 'The bold red kite.')).map(({ phrase }) => phrase)).toEqual([
    'bold red kite',
  ])
})

test('variants in case, hyphen and plural are one phrase, spelled as most often', () => {
  const found = mine('Red kites.', 'A red-kite.', 'A Red Kite.', 'A red kite.', 'A red kite.')
  expect(found).toEqual([{ phrase: 'red kite', cValue: 5, papers: 5 }])
})

test('keeps acronyms as written', () => {
  expect(mine(...times(4, 'The GPU kernels'))[0]?.phrase).toBe('GPU kernels')
})

test.each([
  ['a full stop', 'It is red. Kites fly.'],
  ['a comma', 'It is red, kites fly.'],
  ['a bracket', 'The red (kites).'],
  ['a number', 'The red 7 kites.'],
  ['an empty word', 'The red novel kites.'],
  ['a longer compound', 'The far-red kites-like.'],
])('no phrase goes across %s', (_, text) => {
  expect(mine(...times(4, text)).map(({ phrase }) => phrase)).not.toContain('red kites')
})

test('small words join a phrase, but neither begin nor end it', () => {
  expect(mine(...times(4, 'In the flock of kites of.')).map(({ phrase }) => phrase)).toEqual([
    'flock of kites',
  ])
})

test('leaves out what is known, by its folded words', () => {
  const papers = times(4, 'Red kites. Loopy graphs.').map((text) => textPaper('One', text))
  expect(
    minePhrases(papers, (terms) => terms.join(' ') === 'red kite').map(({ phrase }) => phrase),
  ).toEqual(['loopy graphs'])
})

test('the order of the papers does not matter', () => {
  const texts = ['Red kites, loopy graphs.', 'Red kite.', 'Loopy graphs.', 'A red-kite.']
  const many = [...texts, ...texts, ...texts]
  expect(mine(...[...many].reverse())).toEqual(mine(...many))
})
