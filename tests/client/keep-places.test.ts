import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepPlaces } from '../../src/client/keep-places.ts'

test('what is in view keeps its place, and the rest its order', () => {
  expect(keepPlaces(['c', 'x', 'a'], ['a', 'b', 'c', 'd', 'e'])).toEqual(['c', 'b', 'a', 'd', 'e'])
  expect(keepPlaces([], ['b', 'a'])).toEqual(['b', 'a'])
})

test('nothing is lost or listed twice', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
  fc.assert(
    fc.property(ids, ids, (inView, after) => {
      const kept = keepPlaces(inView, after)
      expect(kept.toSorted()).toEqual(after.toSorted())
      if (inView.length <= after.length)
        inView.forEach((id, place) => {
          if (after.includes(id)) expect(kept[place]).toBe(id)
        })
    }),
  )
})
