import { formatCsv } from './csv.ts'
import type { ExportedGraph } from './exported-graph.ts'

/** One row a topic, by id; empty cells for what is not known or has no place. */
export function formatTopicsCsv({ topics }: ExportedGraph): string {
  return formatCsv([
    ['id', 'label', 'area', 'papers', 'dated', 'mean_year', 'community', 'x', 'y', 'url'],
    ...topics.map(({ id, label, area, papers, dated, meanYear, community, place, url }) => [
      id,
      label,
      area,
      papers,
      dated,
      meanYear,
      community,
      place?.x ?? null,
      place?.y ?? null,
      url,
    ]),
  ])
}

/** One row a link, heaviest first; `source` and `target` are ids and carry no direction. */
export function formatLinksCsv({ topics, links }: ExportedGraph): string {
  const labels = new Map(topics.map(({ id, label }) => [id, label]))
  return formatCsv([
    [
      'source',
      'target',
      'source_label',
      'target_label',
      'observed',
      'expected',
      'strength',
      'weight',
      'p',
      'q',
    ],
    ...links.map(({ topics: [source, target], observed, expected, strength, weight, p, q }) => [
      source,
      target,
      labels.get(source) ?? null,
      labels.get(target) ?? null,
      observed,
      expected,
      strength,
      weight,
      p,
      q,
    ]),
  ])
}
