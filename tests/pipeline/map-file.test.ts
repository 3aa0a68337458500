import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatMap, type KnownMap, parseMap } from '../../scripts/pipeline/map-file.ts'

const map: KnownMap = {
  schema: 1,
  graph: '0123456789ab',
  topics: [
    { id: 'a', landscape: [1.5, 2, 'right', 1], portrait: [3, 4, 'left-below', 2] },
    { id: 'b', landscape: [700, 20, 'above', 1], portrait: [800, 1200, 'below', 1] },
  ],
}
const text = formatMap(map)
const AGAIN = /; restore the committed file, or delete it to have the map laid out anew$/

test('what is written is read back, one topic a line', () => {
  expect(parseMap('map.json', text)).toEqual({ map, problems: [] })
  expect(text.split('\n')[4]).toContain('"id":"a"')
  const none = { ...map, topics: [] }
  expect(parseMap('map.json', formatMap(none)).map).toEqual(none)
})

test('the committed map is as it would be written', () => {
  const committed = readFileSync('data/map.json', 'utf8')
  expect(formatMap(parseMap('data/map.json', committed).map as KnownMap)).toBe(committed)
})

test('no file is no map yet', () => {
  expect(parseMap('map.json', null)).toEqual({ map: null, problems: [] })
})

test.each([
  ['a merge conflict', text.replace('  "graph"', '<<<<<<< HEAD\n  "graph"'), 3, /not valid JSON/],
  ['another schema', text.replace('"schema": 1', '"schema": 2'), 1, /not a map: schema/],
  ['a place outside the frame', text.replace('[700,20', '[1201,20'), 6, /topics\.1\.landscape\.0/],
  ['a side that is none', text.replace('"left-below"', '"beneath"'), 5, /topics\.0\.portrait\.2/],
  ['a topic twice', text.replace('"id":"b"', '"id":"a"'), 6, /the topic "a" has two places/],
  ['another field', text.replace('"id":"a"', '"id":"a","x":1'), 5, /topics\.0/],
  ['nothing', '', 1, /not valid JSON/],
])('%s is refused with its line, and with what to do', (_, broken, line, what) => {
  const { map: read, problems } = parseMap('map.json', broken)
  expect(read).toBe(null)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ file: 'map.json', line })
  expect(problems[0]?.message).toMatch(what)
  expect(problems[0]?.message).toMatch(AGAIN)
})
