import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import Graph from 'graphology'
import { parse } from 'graphology-graphml'
import { expect, test } from 'vitest'
import { formatGraphml } from '../../src/formats/graphml.ts'
import { graph, HOSTILE_IN_XML } from './graph-fixtures.ts'

const text = formatGraphml(graph)
const read = parse(Graph, text)

test('a GraphML reader finds every topic with its values, each of its type', () => {
  expect(read.nodes()).toEqual(['3d-vision', 'hostile', 'lonely', 'routing'])
  expect(read.getNodeAttributes('3d-vision')).toEqual({
    label: '3D vision',
    area: 'Search',
    papers: 5,
    dated: 3,
    meanyear: 2023.67,
    community: 0,
    x: 74.7,
    y: 346.3,
    url: 'https://papers.example/topics/3d-vision/',
  })
})

test('a GraphML reader finds every link once, undirected, with its values', () => {
  expect(read.size).toBe(2)
  expect(read.type).toBe('undirected')
  expect(read.getEdgeAttributes(read.edge('routing', 'hostile'))).toEqual({
    observed: 2,
    expected: 0.5,
    strength: 4.2,
    weight: 1.75,
    p: 2.3e-7,
    q: 0.01,
  })
})

test('what is not known is left out, and no zero stands for it', () => {
  expect(read.getNodeAttributes('lonely')).toEqual({
    label: 'Lonely',
    area: 'Search',
    papers: 1,
    dated: 1,
    meanyear: 2024,
    url: 'https://papers.example/topics/lonely/',
  })
  expect(read.getNodeAttributes('hostile')).not.toHaveProperty('meanyear')
})

test('a label may hold markup and what XML has no place for', () => {
  expect(read.getNodeAttribute('hostile', 'label')).toBe(HOSTILE_IN_XML)
  expect(read.getNodeAttribute('hostile', 'area')).toBe('Trust & "privacy"')
})

test('the file says where it is from and of which corpus', () => {
  expect(read.getAttributes()).toMatchObject({
    title: 'Lectern & <i>Co</i>: topic map of 12 papers',
    corpus: 'b142c67d516b',
    source: 'https://papers.example/graph/',
  })
})

test('ids are name tokens and those of keys differ, as the schema of GraphML demands', () => {
  const { root } = parseXml(text)
  const elements = (root as XmlElement).children.filter((node) => node.type === 'element')
  const keys = (elements as XmlElement[]).filter(({ name }) => name === 'key')
  const ids = keys.map(({ attributes }) => attributes.id!)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of [...ids, ...read.nodes()]) expect(id).toMatch(/^[\w.:-]+$/)
  expect(new Set(keys.map(({ attributes }) => attributes['attr.type']))).toEqual(
    new Set(['string', 'int', 'double']),
  )
})

test('a graph without topics is a graph', () => {
  const empty = parse(Graph, formatGraphml({ ...graph, topics: [], links: [] }))
  expect([empty.order, empty.size]).toEqual([0, 0])
})
