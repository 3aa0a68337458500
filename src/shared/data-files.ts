import { mapFiles } from './map-files.ts'

/** A file under `/data/`. */
export interface DataFile {
  name: string
  mediaType: string
  /** One sentence on what it holds. */
  what: string
}

export const dataFiles: readonly DataFile[] = [
  {
    name: 'papers.json',
    mediaType: 'application/json',
    what: 'All papers with their texts, sightings, resources and repairs.',
  },
  {
    name: 'topics.json',
    mediaType: 'application/json',
    what: 'Areas and topics with scope, other names and counts, and how many papers any two topics share, with the number expected by chance.',
  },
  {
    name: 'graph.json',
    mediaType: 'application/json',
    what: 'Which topics occur together beyond chance: links with observed and expected counts, communities, surprises and gaps.',
  },
  {
    name: 'glossary.json',
    mediaType: 'application/json',
    what: 'Abbreviations, what they stand for, and the papers that define them.',
  },
  {
    name: 'papers.csv',
    mediaType: 'text/csv',
    what: 'One row per paper, for spreadsheets, with topics as ids; a cell that would run as a formula begins with an apostrophe.',
  },
  {
    name: 'listings.json',
    mediaType: 'application/json',
    what: 'The listings: lines by kind, inferred year and reason, overlaps, SHA-256 of the file.',
  },
  {
    name: 'quality.json',
    mediaType: 'application/json',
    what: 'The figures of this page: merges, disagreements, repairs, what is missing.',
  },
  {
    name: 'permalinks.json',
    mediaType: 'application/json',
    what: 'Every name ever published and where it leads.',
  },
  {
    name: 'changes.json',
    mediaType: 'application/json',
    what: 'What each publication changed for readers, oldest first: papers, texts, topics, map.',
  },
  ...mapFiles,
]

/** Site path of the JSON Schema of a JSON file under `/data/`. */
export function schemaPath(name: string): string {
  return `/data/schemas/${name.replace('.json', '.schema.json')}`
}
