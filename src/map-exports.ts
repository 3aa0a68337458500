import { graph, mapData } from './corpus.ts'
import { gatherGraph } from './formats/exported-graph.ts'
import { formatLinksCsv, formatTopicsCsv } from './formats/graph-csv.ts'
import { formatGraphml } from './formats/graphml.ts'
import { formatMapSvg } from './formats/map-svg.ts'
import { formatVosviewer } from './formats/vosviewer.ts'
import { address } from './href.ts'
import type { MapFileName } from './shared/map-files.ts'
import { siteName } from './site.ts'

const exported = gatherGraph(graph, mapData, { name: siteName, address })

/** The text of each file that holds the map. */
export const mapExports: Readonly<Record<MapFileName, () => string>> = {
  'graph.graphml': () => formatGraphml(exported),
  'graph-topics.csv': () => formatTopicsCsv(exported),
  'graph-links.csv': () => formatLinksCsv(exported),
  'graph.vosviewer.json': () => formatVosviewer(exported),
  'map-landscape.svg': () => formatMapSvg(exported, graph.layouts.landscape),
  'map-portrait.svg': () => formatMapSvg(exported, graph.layouts.portrait),
}
