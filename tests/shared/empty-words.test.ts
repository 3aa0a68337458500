import { expect, test } from 'vitest'
import { isEmptyPhrase, isEmptyTerm } from '../../src/shared/empty-words.ts'
import { foldWord } from '../../src/shared/tokens.ts'

test.each(['unlike', 'would', 'does', 'towards', 'GitHub', 'III', 'huggingface'])(
  '%s says nothing of a paper',
  (word) => {
    expect(isEmptyTerm(foldWord(word))).toBe(true)
  },
)

test.each(['prior', 'VI', 'mix', 'thought', 'code'])('%s may', (word) => {
  expect(isEmptyTerm(foldWord(word))).toBe(false)
})

test.each([
  ['long context', false],
  ['well known', true],
  ['state of the art', true],
  ['real world', true],
  ['unlike', true],
])('%j is empty: %s', (key, empty) => {
  expect(isEmptyPhrase(key)).toBe(empty)
})
