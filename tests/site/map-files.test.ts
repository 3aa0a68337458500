import { existsSync, readFileSync } from 'node:fs'
import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import Graph from 'graphology'
import { parse } from 'graphology-graphml'
import { describe, expect, test } from 'vitest'
import type { GraphFile, TopicsFile } from '../../src/shared/model.ts'
import { siteUrl } from '../../src/site.ts'
import { readCsv } from '../formats/read-csv.ts'
import { vosviewerFile } from '../formats/vosviewer-schema.ts'

const textOf = (name: string) => readFileSync(`dist/data/${name}`, 'utf8')
const graph: GraphFile = JSON.parse(textOf('graph.json'))
const { topics }: TopicsFile = JSON.parse(textOf('topics.json'))
const labels = new Map(topics.map(({ id, label }) => [id, label]))

/** The pages that absolute addresses lead to, where they are not there. */
function missingPages(urls: string[]): string[] {
  return urls.filter(
    (url) => !url.startsWith(siteUrl) || !existsSync(`dist${url.slice(siteUrl.length)}index.html`),
  )
}

test('GraphML read back is the graph of graph.json', () => {
  const read = parse(Graph, textOf('graph.graphml'))
  expect(read.nodes()).toEqual(graph.topics.map(({ id }) => id))
  for (const { id, papers, community } of graph.topics) {
    const values = read.getNodeAttributes(id)
    expect([values.label, values.papers, values.community ?? null]).toEqual([
      labels.get(id),
      papers,
      community,
    ])
  }
  for (const { id, x, y } of graph.layouts.landscape.topics)
    expect(read.getNodeAttributes(id)).toMatchObject({ x, y })
  expect(read.size).toBe(graph.links.length)
  for (const { topics: ends, ...values } of graph.links)
    expect(read.getEdgeAttributes(read.edge(...ends))).toEqual(values)
  expect(missingPages(read.mapNodes((_, { url }) => url))).toEqual([])
})

test('CSV read back has the topics and links of graph.json', () => {
  const [, ...rows] = readCsv(textOf('graph-topics.csv'))
  expect(rows.map(([id, label]) => [id, label])).toEqual(
    graph.topics.map(({ id }) => [id, labels.get(id)]),
  )
  const [, ...links] = readCsv(textOf('graph-links.csv'))
  expect(
    links.map(([a, b, , , observed, expected]) => [a, b, Number(observed), Number(expected)]),
  ).toEqual(
    graph.links.map(({ topics: ends, observed, expected }) => [...ends, observed, expected]),
  )
})

test('the VOSviewer file is as documented and holds the map', () => {
  const { network } = vosviewerFile.parse(JSON.parse(textOf('graph.vosviewer.json')))
  expect(network.items.map(({ id, x, y }) => [id, x, -y])).toEqual(
    graph.layouts.landscape.topics.map(({ id, x, y }) => [id, x, y]),
  )
  expect(network.links.map(({ source_id, target_id }) => [source_id, target_id])).toEqual(
    graph.links.map(({ topics: ends }) => ends),
  )
  expect(network.clusters).toHaveLength(graph.communities.length)
})

describe.each(['landscape', 'portrait'] as const)('map-%s.svg', (frame) => {
  const text = textOf(`map-${frame}.svg`)

  test('is well-formed and has all topics and links of its frame', () => {
    const found = new Map<string, XmlElement[]>()
    const walk = (element: XmlElement) => {
      found.set(element.name, [...(found.get(element.name) ?? []), element])
      for (const child of element.children) if (child.type === 'element') walk(child as XmlElement)
    }
    walk(parseXml(text).root!)
    const urls = found.get('a')!.map(({ attributes }) => attributes['xlink:href']!)
    expect(urls).toHaveLength(graph.layouts[frame].topics.length)
    expect(missingPages(urls)).toEqual([])
    expect(found.get('line')).toHaveLength(graph.links.length)
  })

  test('shows every label at a scale at which none meets another, up to twice the size', () => {
    const [, width] = /<svg [^>]*\bwidth="(\d+)"/.exec(text)!
    // Both margins are 40 pixels.
    const scale = (Number(width) - 80) / graph.layouts[frame].width
    for (const { id, label } of graph.layouts[frame].topics)
      if (scale < 2) expect(label.from, id).toBeLessThanOrEqual(scale)
  })
})

test('the data page names every file of the map', () => {
  const page = readFileSync('dist/about/data/index.html', 'utf8')
  for (const name of [
    'graph.graphml',
    'graph-topics.csv',
    'graph-links.csv',
    'graph.vosviewer.json',
    'map-landscape.svg',
    'map-portrait.svg',
  ])
    expect(page).toContain(`href="/data/${name}"`)
})
