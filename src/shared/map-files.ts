/** The files under `/data/` that hold the map for other programs, in words of the data page. */
export const mapFiles = [
  {
    name: 'graph.graphml',
    mediaType: 'application/graphml+xml',
    what: 'The topic graph as GraphML, for NetworkX and other graph programs: all topics, and links with observed and expected counts. Places are in pixels of the wide map, y down.',
  },
  {
    name: 'graph-topics.csv',
    mediaType: 'text/csv',
    what: 'One row per topic: area, papers, how many of these are dated and their mean year, community, place on the map.',
  },
  {
    name: 'graph-links.csv',
    mediaType: 'text/csv',
    what: 'One row per link: the ids and names of its topics, observed and expected counts, strength, weight, p and q.',
  },
  {
    name: 'graph.vosviewer.json',
    mediaType: 'application/json',
    what: 'The map for VOSviewer, to be opened there as a file: topics with links, communities as clusters, shared papers as link strength.',
  },
  {
    name: 'map-landscape.svg',
    mediaType: 'image/svg+xml',
    what: 'The map as a picture, wide, in light colours; text stays text and topics link to their pages.',
  },
  { name: 'map-portrait.svg', mediaType: 'image/svg+xml', what: 'The same map for tall pages.' },
] as const

export type MapFileName = (typeof mapFiles)[number]['name']
