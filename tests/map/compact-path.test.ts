import { expect, test } from 'vitest'
import { compactPath } from '../../src/map/compact-path.ts'

test('a path becomes smaller, whole and relative', () => {
  expect(compactPath('M10 20L30 10L31 41Z', 2)).toBe('M5 10l10-5 1 16Z')
})

test('each loop and each line begins where it did', () => {
  expect(compactPath('M0 0L4 0L4 4ZM20 20L24 20L24 28Z', 4)).toBe('M0 0l1 0 0 1ZM5 5l1 0 0 2Z')
  expect(compactPath('M8 4L12 4M20 8L0 0', 4)).toBe('M2 1l1 0M5 2l-5-2')
})

test('corners that fall together are left out', () => {
  expect(compactPath('M0 0L1 0L9 0L9 9Z', 3)).toBe('M0 0l3 0 0 3Z')
  expect(compactPath('M0 0L1 0L1 1ZM9 9L9 3', 6)).toBe('M0 0ZM2 2l0-1')
  expect(compactPath('', 3)).toBe('')
})
