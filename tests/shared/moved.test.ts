import { expect, test } from 'vitest'
import { formerIds, listMoved } from '../../src/shared/moved.ts'

const areas = formerIds([{ id: 'waters', formerly: ['seas'] }])
const topics = formerIds([
  { id: 'boats', formerly: [] },
  { id: 'swell', formerly: ['tides', 'waves'] },
])

test('pages of former ids lead to the present ones', () => {
  expect(listMoved(areas, topics, [])).toEqual([
    { from: '/areas/seas/', to: '/areas/waters/' },
    { from: '/topics/tides/', to: '/topics/swell/' },
    { from: '/topics/waves/', to: '/topics/swell/' },
  ])
})

test('so do those of pairs, to the topic where the two are one by now', () => {
  const pairs = ['boats+swell', 'boats+tides', 'tides+zeppelins', 'tides+waves', 'swell+tides']
  expect(listMoved(new Map(), topics, pairs).slice(2)).toEqual([
    { from: '/topics/boats+tides/', to: '/topics/boats+swell/' },
    { from: '/topics/tides+zeppelins/', to: '/topics/swell+zeppelins/' },
    { from: '/topics/tides+waves/', to: '/topics/swell/' },
    { from: '/topics/swell+tides/', to: '/topics/swell/' },
  ])
})
