import { expect, test } from 'vitest'
import { PhraseTrie } from '../../scripts/pipeline/phrase-trie.ts'
import { tokenize } from '../../src/shared/tokens.ts'

function find(phrases: string[], text: string) {
  const trie = new PhraseTrie<string>(({ term }) => term)
  for (const phrase of phrases) trie.add(phrase, phrase)
  return trie.find(tokenize(text), text)
}

test('finds overlapping phrases by where they begin, shorter first', () => {
  expect(find(['tree search', 'tree', 'search for models'], 'A tree search for models')).toEqual([
    { start: 1, end: 2, values: ['tree'] },
    { start: 1, end: 3, values: ['tree search'] },
    { start: 2, end: 5, values: ['search for models'] },
  ])
})

test('phrases that fold alike share a place, in the order they were added', () => {
  expect(find(['chain-of-thought', 'Chains of Thought'], 'chain of thoughts')).toEqual([
    { start: 0, end: 3, values: ['chain-of-thought', 'Chains of Thought'] },
  ])
})

test('finds every occurrence, also one that begins inside a failed one', () => {
  expect(find(['a b'], 'a a b a b').map(({ start }) => start)).toEqual([1, 3])
})

test('a phrase cut off by the end of the text is none', () => {
  expect(find(['tree search'], 'a tree')).toEqual([])
})

test('a phrase without a word is ignored', () => {
  expect(find(['…', ''], 'any … text')).toEqual([])
})

test('the key decides under which form words meet', () => {
  const asWritten = new PhraseTrie<number>(({ start, end }, text) => text.slice(start, end))
  asWritten.add('RL', 1)
  const hits = (text: string) => asWritten.find(tokenize(text), text).length
  expect([hits('RL'), hits('rl')]).toEqual([1, 0])
})
