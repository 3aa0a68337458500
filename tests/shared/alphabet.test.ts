import { expect, test } from 'vitest'
import { groupAlphabetically, letterName, sortKey } from '../../src/shared/alphabet.ts'

test('files titles without regard to case, accents and leading signs', () => {
  const titles = ['beta', '"Alpha"', 'Élan', '3D', 'alpha two', 'ωmega', 'Eel']
  expect(groupAlphabetically(titles, (title) => title)).toEqual([
    { key: '#', items: ['3D', 'ωmega'] },
    { key: 'A', items: ['"Alpha"', 'alpha two'] },
    { key: 'B', items: ['beta'] },
    { key: 'E', items: ['Eel', 'Élan'] },
  ])
})

test('what begins with no Latin letter comes first', () => {
  expect(letterName('#')).toBe('figures, signs and other scripts')
  const groups = groupAlphabetically(['ωmega', 'beta'], (title) => title)
  expect(groups.map(({ key }) => key)).toEqual(['#', 'B'])
})

test.each([
  ['A Survey of Scaling', 'survey of scaling'],
  ['An Analysis', 'analysis'],
  ['“The Impact of Noise”', 'impact of noise'],
  ['A*-Decoding', 'adecoding'],
  ['A* Search', 'a search'],
  ['A-NeSI', 'anesi'],
  ['Theory of Mind', 'theory of mind'],
  ['Seeing the Wood', 'seeing the wood'],
  ['Élève', 'eleve'],
  ['The', 'the'],
])('files “%s” without a leading article', (title, key) => {
  expect(sortKey(title)).toBe(key)
})
