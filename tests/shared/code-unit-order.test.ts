import { expect, test } from 'vitest'
import { byCodeUnit, byId } from '../../src/shared/code-unit-order.ts'

test('orders as no locale does: capitals first, accented letters last', () => {
  expect(['é', 'b', 'Z', 'a'].sort(byCodeUnit)).toEqual(['Z', 'a', 'b', 'é'])
})

test('tells that two texts are the same, so that something else decides', () => {
  expect(byCodeUnit('a', 'a')).toBe(0)
  expect(byId({ id: 'a' }, { id: 'a' })).toBe(0)
})
