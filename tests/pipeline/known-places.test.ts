import { expect, test } from 'vitest'
import { renameKnown } from '../../scripts/pipeline/known-places.ts'
import type { KnownMap } from '../../scripts/pipeline/map-file.ts'

const place = (id: string, x: number): KnownMap['topics'][number] => ({
  id,
  landscape: [x, 0, 'right', 1],
  portrait: [0, x, 'right', 1],
})
const known: KnownMap = {
  schema: 1,
  graph: '0123456789ab',
  topics: [place('boats', 1), place('tides', 2), place('waves', 3)],
}

test('a topic that was renamed stays where it was', () => {
  expect(renameKnown(known, new Map([['tides', 'swell']])).topics).toEqual([
    place('boats', 1),
    place('swell', 2),
    place('waves', 3),
  ])
})

test('of topics that are one by now there is one place: that of the one which had the id, or of the first', () => {
  const merged = (former: [string, string][]) => renameKnown(known, new Map(former)).topics
  expect(merged([['tides', 'waves']])).toEqual([place('boats', 1), place('waves', 3)])
  expect(
    merged([
      ['tides', 'swell'],
      ['waves', 'swell'],
    ]),
  ).toEqual([place('boats', 1), place('swell', 2)])
})
