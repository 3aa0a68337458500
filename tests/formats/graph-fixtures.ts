import type { ExportedGraph } from '../../src/formats/exported-graph.ts'
import type { MapLayout } from '../../src/shared/map-layout.ts'
import type { TopicLink } from '../../src/shared/model.ts'

/** Markup, quotes, a formula, and characters that XML 1.0 cannot hold: controls, half a pair, a non-character. */
export const HOSTILE = '=<b title="x">&\'\u0000\u0008\u000b\ud800\uffff</b>]]>'
/** What is left of it in XML. */
export const HOSTILE_IN_XML = '=<b title="x">&\'</b>]]>'

export function link(a: string, b: string, observed: number): TopicLink {
  return {
    topics: [a, b],
    observed,
    expected: 0.5,
    strength: 4.2,
    weight: 1.75,
    p: 2.3e-7,
    q: 0.01,
  }
}

/** Three linked topics of two areas, one of them without a date, and one topic without links. */
export const graph: ExportedGraph = {
  siteName: 'Lectern & <i>Co</i>',
  url: 'https://papers.example/graph/',
  corpus: { hash: 'b142c67d516b', papers: 12, sightings: 15, listings: 2 },
  areas: [
    { id: 'search', label: 'Search' },
    { id: 'trust', label: 'Trust & "privacy"' },
  ],
  topics: [
    {
      id: '3d-vision',
      label: '3D vision',
      area: 'Search',
      url: 'https://papers.example/topics/3d-vision/',
      papers: 5,
      dated: 3,
      meanYear: 2023.67,
      community: 0,
      place: { x: 74.7, y: 346.3 },
    },
    {
      id: 'hostile',
      label: HOSTILE,
      area: 'Trust & "privacy"',
      url: 'https://papers.example/topics/hostile/?a=1&b="2"',
      papers: 4,
      dated: 0,
      meanYear: null,
      community: 0,
      place: { x: 0, y: 0 },
    },
    {
      id: 'lonely',
      label: 'Lonely',
      area: 'Search',
      url: 'https://papers.example/topics/lonely/',
      papers: 1,
      dated: 1,
      meanYear: 2024,
      community: null,
      place: null,
    },
    {
      id: 'routing',
      label: 'Routing, queues',
      area: 'Search',
      url: 'https://papers.example/topics/routing/',
      papers: 3,
      dated: 1,
      meanYear: 2020,
      community: 1,
      place: { x: 300, y: 100.25 },
    },
  ],
  links: [link('3d-vision', 'hostile', 3), link('hostile', 'routing', 2)],
  communities: [['3D vision', HOSTILE], ['Routing, queues']],
}

export const layout: MapLayout = {
  width: 400,
  height: 400,
  topics: [
    {
      id: '3d-vision',
      x: 74.7,
      y: 346.3,
      label: { side: 'right', lines: ['3D vision'], from: 1.2 },
    },
    { id: 'hostile', x: 0, y: 0, label: { side: 'below', lines: [HOSTILE, 'twice'], from: 0.4 } },
    {
      id: 'routing',
      x: 300,
      y: 100.25,
      label: { side: 'left', lines: ['Routing, queues'], from: 0.4 },
    },
  ],
  areas: [
    { id: 'search', x: 200, y: 200 },
    { id: 'trust', x: 20, y: 40 },
  ],
}
