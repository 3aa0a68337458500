import { counted } from '../shared/facts.ts'
import type { ExportedGraph } from './exported-graph.ts'
import { escapeXml } from './xml-text.ts'

/**
 * The map as VOSviewer JSON (https://app.vosviewer.com/docs/file-types/json-file-type/): topics with links,
 * their communities as clusters from 1, and as strength of a link the papers in both topics, which VOSviewer
 * normalises itself. Its y goes up, ours down.
 */
export function formatVosviewer(graph: ExportedGraph): string {
  const { siteName, url, corpus, topics, links, communities } = graph
  const shown = topics.flatMap(({ place, ...topic }) => (place ? { ...topic, ...place } : []))
  const network = {
    items: shown.map(({ id, label, url: page, x, y, community, papers, meanYear }) => {
      const own = links.filter(({ topics: ends }) => ends.includes(id))
      return {
        id,
        label,
        url: page,
        x,
        y: -y,
        ...(community !== null && { cluster: community + 1 }),
        weights: {
          Papers: papers,
          Links: own.length,
          'Total link strength': own.reduce((sum, { observed }) => sum + observed, 0),
        },
        ...(meanYear !== null && { scores: { 'Mean year': meanYear } }),
      }
    }),
    links: links.map(({ topics: [source, target], observed }) => ({
      source_id: source,
      target_id: target,
      strength: observed,
    })),
    clusters: communities.map((names, place) => ({ cluster: place + 1, label: names.join(', ') })),
  }
  // The description is read as HTML.
  const description = [
    `A line joins two topics that share papers more often than chance, in ${counted(corpus.papers, 'paper')}`,
    `of ${escapeXml(siteName)} (corpus ${corpus.hash}).`,
    `Its strength is the number of papers in both. <a href="${escapeXml(url)}">${escapeXml(url)}</a>`,
  ].join(' ')
  const file = {
    info: { title: `${siteName}: topic map`, description },
    config: {
      terminology: {
        item: 'Topic',
        items: 'Topics',
        cluster: 'Community',
        clusters: 'Communities',
        link_strength: 'Papers in both',
      },
    },
    network,
  }
  return `${JSON.stringify(file)}\n`
}
