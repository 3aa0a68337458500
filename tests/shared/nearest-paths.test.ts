import { expect, test } from 'vitest'
import { kindOfPage, nearestPaths } from '../../src/shared/nearest-paths.ts'

const known = [
  '/papers/attention-is-all-you-need/',
  '/papers/attention-is-not-explanation/',
  '/topics/attention/',
  '/about/',
]
const nearest = (path: string) => nearestPaths(path, known, 2)

test.each([
  ['a letter lost', '/papers/attention-is-al-you-need/'],
  ['letters swapped', '/papers/atteniton-is-all-you-need'],
  ['cut short', '/papers/attention-is-all'],
  ['in another folder', '/paper/attention-is-all-you-need/'],
  ['another case and form', '/papers/Attention_Is_All_You_Need.pdf'],
])('finds a name with %s', (_, path) => {
  expect(nearest(path)[0]).toBe('/papers/attention-is-all-you-need/')
})

test('puts the likest first, and no more than asked for', () => {
  expect(nearest('/papers/attention-is-not-all-you-need/')).toEqual([
    '/papers/attention-is-all-you-need/',
    '/papers/attention-is-not-explanation/',
  ])
})

test.each(['/', '/404.html', '/papers/quantum-gravity/', '/🙂/', '/.html', '//'])(
  'suggests nothing for %s',
  (path) => {
    expect(nearest(path)).toEqual([])
  },
)

test.each([
  ['/papers/attention/', 'Paper'],
  ['/topics/attention/', 'Topic'],
  ['/topics/attention+pruning/', 'Two topics'],
  ['/years/2024/', 'Year'],
  ['/papers/', ''],
  ['/about/data/', ''],
  ['/', ''],
])('calls %s a %j', (path, kind) => {
  expect(kindOfPage(path)).toBe(kind)
})
