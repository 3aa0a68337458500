import { parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { formatVosviewer } from '../../src/formats/vosviewer.ts'
import { graph, HOSTILE } from './graph-fixtures.ts'
import { vosviewerFile } from './vosviewer-schema.ts'

const { network, info } = vosviewerFile.parse(JSON.parse(formatVosviewer(graph)))

test('items are the topics with links, as VOSviewer reads them', () => {
  expect(network.items.map(({ id }) => id)).toEqual(['3d-vision', 'hostile', 'routing'])
  expect(network.items[0]).toEqual({
    id: '3d-vision',
    label: '3D vision',
    url: 'https://papers.example/topics/3d-vision/',
    x: 74.7,
    y: -346.3,
    cluster: 1,
    weights: { Papers: 5, Links: 1, 'Total link strength': 3 },
    scores: { 'Mean year': 2023.67 },
  })
})

test('a topic without a dated paper has no mean year', () => {
  expect(network.items[1]).not.toHaveProperty('scores')
  expect(network.items[1]!.weights).toEqual({ Papers: 4, Links: 2, 'Total link strength': 5 })
})

test('the strength of a link is the number of papers in both', () => {
  expect(network.links).toEqual([
    { source_id: '3d-vision', target_id: 'hostile', strength: 3 },
    { source_id: 'hostile', target_id: 'routing', strength: 2 },
  ])
})

test('clusters are the communities, named for their largest topics', () => {
  expect(network.clusters).toEqual([
    { cluster: 1, label: `3D vision, ${HOSTILE}` },
    { cluster: 2, label: 'Routing, queues' },
  ])
})

test('the description, which is read as HTML, holds one link and no markup of the name', () => {
  const { childNodes } = parseFragment(info!.description)
  expect(childNodes.map(({ nodeName }) => nodeName)).toEqual(['#text', 'a'])
})
