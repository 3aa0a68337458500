import { counted } from '../shared/facts.ts'
import type { ExportedGraph, ExportedTopic } from './exported-graph.ts'
import { xmlElement } from './xml-element.ts'
import { escapeXml } from './xml-text.ts'

type Value = string | number | null
type KeyType = 'string' | 'int' | 'double'

/** What a file says of each thing of a kind: keys of all kinds have ids of their own. */
const KEYS = {
  graph: { title: 'string', corpus: 'string', source: 'string' },
  node: {
    label: 'string',
    area: 'string',
    papers: 'int',
    dated: 'int',
    meanyear: 'double',
    community: 'int',
    x: 'double',
    y: 'double',
    url: 'string',
  },
  edge: {
    observed: 'int',
    expected: 'double',
    strength: 'double',
    weight: 'double',
    p: 'double',
    q: 'double',
  },
} as const satisfies Record<string, Record<string, KeyType>>

type ValuesOf<Kind extends keyof typeof KEYS> = Record<keyof (typeof KEYS)[Kind], Value>

/**
 * The graph as GraphML 1.0 (Brandes et al. 2002), undirected, with typed keys. A key without a value is left
 * out, as the format has no null. Coordinates are those of the wide frame, y down.
 */
export function formatGraphml({ siteName, url, corpus, topics, links }: ExportedGraph): string {
  const graph: ValuesOf<'graph'> = {
    title: `${siteName}: topic map of ${counted(corpus.papers, 'paper')}`,
    corpus: corpus.hash,
    source: url,
  }
  const lines = [
    ...writeData(graph),
    ...topics.map((topic) =>
      xmlElement('node', { id: topic.id }, writeData(nodeValues(topic)).join('')),
    ),
    ...links.map(({ topics: [source, target], observed, expected, strength, weight, p, q }) => {
      const values: ValuesOf<'edge'> = { observed, expected, strength, weight, p, q }
      return xmlElement('edge', { source, target }, writeData(values).join(''))
    }),
  ]
  const content = [
    ...Object.entries(KEYS).flatMap(([kind, keys]) =>
      Object.entries(keys).map(([name, type]) =>
        xmlElement('key', { id: name, for: kind, 'attr.name': name, 'attr.type': type }),
      ),
    ),
    xmlElement('graph', { id: 'topics', edgedefault: 'undirected' }, `\n${lines.join('\n')}\n`),
  ]
  const root = xmlElement(
    'graphml',
    {
      xmlns: 'http://graphml.graphdrawing.org/xmlns',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
    },
    `\n${content.join('\n')}\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function nodeValues(topic: ExportedTopic): ValuesOf<'node'> {
  const { label, area, papers, dated, meanYear, community, place, url } = topic
  return {
    label,
    area,
    papers,
    dated,
    meanyear: meanYear,
    community,
    x: place?.x ?? null,
    y: place?.y ?? null,
    url,
  }
}

function writeData(values: Record<string, Value>): string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : xmlElement('data', { key }, escapeXml(String(value))),
  )
}
