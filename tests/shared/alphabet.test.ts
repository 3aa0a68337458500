import { expect, test } from 'vitest'
import { groupAlphabetically } from '../../src/shared/alphabet.ts'

test('files titles without regard to case, accents and leading signs', () => {
  const titles = ['beta', '"Alpha"', 'Élan', '3D', 'alpha two', 'ωmega', 'Eel']
  expect(groupAlphabetically(titles, (title) => title)).toEqual([
    { key: '#', items: ['3D', 'ωmega'] },
    { key: 'A', items: ['"Alpha"', 'alpha two'] },
    { key: 'B', items: ['beta'] },
    { key: 'E', items: ['Eel', 'Élan'] },
  ])
})
