import { expect, test } from 'vitest'
import { formatLinksCsv, formatTopicsCsv } from '../../src/formats/graph-csv.ts'
import { graph, HOSTILE } from './graph-fixtures.ts'
import { readCsv } from './read-csv.ts'

/** Rows by the names in the first one. */
function readRows(text: string): Record<string, string>[] {
  const [names = [], ...rows] = readCsv(text)
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])))
}

test('topics come back with all that the graph says of them', () => {
  const rows = readRows(formatTopicsCsv(graph))
  expect(rows.map(({ id }) => id)).toEqual(graph.topics.map(({ id }) => id))
  expect(rows[0]).toEqual({
    id: '3d-vision',
    label: '3D vision',
    area: 'Search',
    papers: '5',
    dated: '3',
    mean_year: '2023.67',
    community: '0',
    x: '74.7',
    y: '346.3',
    url: 'https://papers.example/topics/3d-vision/',
  })
})

test('what is not known is an empty cell, and zero is zero', () => {
  const [, hostile, lonely] = readRows(formatTopicsCsv(graph))
  expect(hostile).toMatchObject({ mean_year: '', dated: '0', x: '0', y: '0' })
  expect(lonely).toMatchObject({ community: '', x: '', y: '' })
})

test('a label that a spreadsheet would run is text, in both files', () => {
  expect(readRows(formatTopicsCsv(graph))[1]!.label).toBe(`'${HOSTILE}`)
  expect(readRows(formatLinksCsv(graph))[0]!.target_label).toBe(`'${HOSTILE}`)
})

test('links come back with their topics and counts', () => {
  const rows = readRows(formatLinksCsv(graph))
  expect(rows).toHaveLength(2)
  expect(rows[1]).toEqual({
    source: 'hostile',
    target: 'routing',
    source_label: `'${HOSTILE}`,
    target_label: 'Routing, queues',
    observed: '2',
    expected: '0.5',
    strength: '4.2',
    weight: '1.75',
    p: '2.3e-7',
    q: '0.01',
  })
})
